import english from './en/answer.json';
import { Speaker } from './say';

/** The words for what became of something that the lab was asked. */
export const answerWords = new Speaker('answer', english);
