import { roomWords as words } from '../../../Client/Kit/Words/room';
import type { RoundsGiven } from '../wire';

/**
 * Lets the answers to the questions before and after the lessons be counted for the class, where this is their page: when the reader keeps
 * them, and not before it has been said here.
 * @returns What stops it, and takes the words away.
 */
export function countInPage(send: (given: RoundsGiven) => void): () => void {
  const text = document.querySelector('main[data-questions] .text');
  if (!text) {
    return () => undefined;
  }
  const told = document.createElement('p');
  told.className = 'to-class';
  told.textContent = words.say('counted');
  text.prepend(told);
  const kept = (event: Event): void => send((event as CustomEvent<RoundsGiven>).detail);
  text.addEventListener('questions-kept', kept);
  return () => {
    told.remove();
    text.removeEventListener('questions-kept', kept);
  };
}
