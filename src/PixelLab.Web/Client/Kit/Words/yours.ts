import english from './en/yours.json';
import { Speaker } from './say';

/** The words of the page to which people bring their own web. */
export const yoursWords = new Speaker('yours', english);
