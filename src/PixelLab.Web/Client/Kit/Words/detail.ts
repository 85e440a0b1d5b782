import english from './en/detail.json';
import { Speaker } from './say';

/** The words of one hit, shown whole. */
export const detailWords = new Speaker('detail', english);
