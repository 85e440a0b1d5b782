import english from './en/console.json';
import { Speaker } from './say';

/** The words of an instructor’s console. */
export const consoleWords = new Speaker('console', english);
