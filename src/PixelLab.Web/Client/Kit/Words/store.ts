import english from './en/store.json';
import { Speaker } from './say';

/** The words on how it is with what the lab keeps its events in. */
export const storeWords = new Speaker('store', english);
