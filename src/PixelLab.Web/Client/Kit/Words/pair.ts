import english from './en/pair.json';
import { Speaker } from './say';

/** The words of two requests side by side. */
export const pairWords = new Speaker('pair', english);
