import english from './en/room-compare.json';
import { Speaker } from './say';

/** The words of a room in the eyes of three trackers. */
export const roomCompareWords = new Speaker('room-compare', english);
