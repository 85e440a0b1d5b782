import type { Clearing } from '../../../obj/client/api';
import { ask, faultOf } from './ask';

const DONE = '#cleared';

/** The root of the page, where one script of it tells the others. */
const page = document.documentElement.dataset;

/** Whether this page was opened at the end of the way on which the browser forgot what it kept of the town. */
export const wasCleared = location.hash === DONE || page.cleared !== undefined;

if (location.hash === DONE) {
  // Once is enough: who opens the address again has not gone that way.
  page.cleared = '';
  history.replaceState(history.state, '', location.pathname + location.search);
}

/** Leads this browser through all hosts, for it to forget what it keeps of them, and back to a page. Gives what went wrong, or nothing. */
export async function clearBrowser(api: string, then = location.href): Promise<string> {
  const answer = await ask<Clearing>(`${api}/clearing`, { method: 'POST' }, { then });
  if (answer.value) {
    location.assign(answer.value.way);
  }
  return faultOf(answer);
}
