import { keyOf } from './keys';
import { RoomStream } from '../Live/stream';

/**
 * Tells when a room has changed. A whole class makes hundreds of events a second, so the hub says no more than that there are
 * some, once a second.
 */
export function roomPulse(
  hub: string,
  code: string,
  since: number,
  changed: () => void,
  over: () => void,
): RoomStream<number> {
  let seen = since;
  return new RoomStream<number>(
    hub,
    'Pulse',
    () => [code, keyOf(code), String(seen)],
    (event) => {
      seen = event;
      changed();
    },
    () => undefined,
    over,
  );
}

/** What makes a request the instructor's. */
export function withKey(code: string): RequestInit {
  return { headers: { 'X-Room-Key': keyOf(code) } };
}
