import english from './en/door.json';
import { Speaker } from './say';

/** The words by which a room is opened and joined. */
export const doorWords = new Speaker('door', english);
