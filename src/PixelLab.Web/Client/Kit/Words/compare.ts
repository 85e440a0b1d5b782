import english from './en/compare.json';
import { Speaker } from './say';

/** The words of those parts of the comparison that can stand in a lesson too. */
export const compareWords = new Speaker('compare', english);
