import english from './en/compare-page.json';
import { Speaker } from './say';

/** The words of the compare page around its parts. */
export const comparePageWords = new Speaker('compare-page', english);
