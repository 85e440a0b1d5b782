import english from './en/room.json';
import { Speaker } from './say';

/** The words of the strip that a student in a room has on every page. */
export const roomWords = new Speaker('room', english);
