import { ask, faultOf } from '../../../Client/Kit/Page/ask';
import type { SeatMade } from '../wire';

/**
 * Goes on in a fresh seat: on this page where it is the lab’s, and at a site’s front, since what stands on its other pages (a letter, a
 * basket) may have been the old seat’s. Gives what went wrong, or nothing.
 */
export async function goOnAlone(seats: string, old: string, site: string): Promise<string> {
  const answer = await ask<SeatMade>(seats, { method: 'POST' });
  if (answer.value) {
    const { seat, sites } = answer.value;
    location.assign(sites[site] ?? location.href.replace(`/~${old}`, `/~${seat}`));
  }
  return faultOf(answer);
}
