import english from './en/rows.json';
import { Speaker } from './say';

/** The words of the list of hits. */
export const rowWordsIn = new Speaker('rows', english);
