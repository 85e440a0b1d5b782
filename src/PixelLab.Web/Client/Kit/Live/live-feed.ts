import type { LabEvent } from '../Wire/wire';
import { type Connection, Stream } from './stream';

/** A seat's events from a cursor: each once, in order. The id of the last event is the cursor to go on from. */
export class LiveFeed {
  readonly #stream: Stream<LabEvent>;
  #last: number;

  constructor(
    hub: string,
    seat: string,
    after: number,
    private readonly take: (event: LabEvent) => void,
    tell: (connection: Connection) => void,
  ) {
    this.#last = after;
    this.#stream = new Stream<LabEvent>(
      hub,
      'Follow',
      () => [seat, String(this.#last)],
      (event) => this.#receive(event),
      tell,
    );
  }

  start(): void {
    this.#stream.start();
  }

  stop(): void {
    this.#stream.stop();
  }

  #receive(event: LabEvent): void {
    if (event.kind !== 'erased' && event.id <= this.#last) {
      return;
    }
    this.#last = event.id;
    this.take(event);
  }
}
