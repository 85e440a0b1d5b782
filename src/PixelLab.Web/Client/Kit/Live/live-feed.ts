import type { LabEvent } from '../Wire/wire';
import { Place } from './place';
import { type Connection, Stream } from './stream';

/** A seat's events from a cursor: each once, in order. */
export class LiveFeed {
  readonly #stream: Stream<LabEvent>;

  constructor(
    hub: string,
    seat: string,
    after: string,
    take: (event: LabEvent) => void,
    tell: (connection: Connection) => void,
  ) {
    const place = new Place(after);
    this.#stream = new Stream<LabEvent>(
      hub,
      'Follow',
      () => [seat, place.cursor],
      (event) => {
        if (place.goTo(event)) {
          take(event);
        }
      },
      tell,
    );
  }

  start(): void {
    this.#stream.start();
  }

  stop(): void {
    this.#stream.stop();
  }
}
