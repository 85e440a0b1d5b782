import english from './en/dock.json';
import { Speaker } from './say';

/** The words of the dock. */
export const dockWords = new Speaker('dock', english);
