import type { Asking } from '../Page/ask';
import { keyOf } from './keys';
import { Stream } from '../Live/stream';

/**
 * Tells when a room has changed. A whole class makes hundreds of events a second, so the hub says no more than that there are
 * some, once a second.
 */
export function roomPulse(
  hub: string,
  code: string,
  since: string,
  changed: () => void,
  over: () => void,
): Stream<string> {
  let seen = since;
  return new Stream<string>(
    hub,
    'Pulse',
    () => [code, keyOf(code), seen],
    (cursor) => {
      seen = cursor;
      changed();
    },
    () => undefined,
    over,
  );
}

/** What makes a request the instructor's. */
export function withKey(code: string): Asking {
  return { headers: { 'X-Room-Key': keyOf(code) } };
}
