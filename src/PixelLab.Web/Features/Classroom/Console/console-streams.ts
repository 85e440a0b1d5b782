import type { Connection } from '../../../Client/Kit/Live/stream';
import type { LabEvent } from '../../../Client/Kit/Wire/wire';
import { Stream } from '../../../Client/Kit/Live/stream';
import type { ConsoleView } from '../wire';

/** Whom the console’s streams tell of what comes. */
export interface ConsoleListener {
  room(view: ConsoleView): void;
  event(event: LabEvent): void;
  connection(connection: Connection): void;
  /** The room has ended, or the key is refused. */
  over(refused: boolean): void;
}

/** The room’s two streams: how the room stands, and what happens in it. */
export class ConsoleStreams {
  readonly #room: Stream<ConsoleView>;
  readonly #events: Stream<LabEvent>;
  readonly #stands = new Map<string, Connection>();

  constructor(
    hub: string,
    code: string,
    key: string,
    /** Where to go on from. */
    after: () => string,
    private readonly listener: ConsoleListener,
  ) {
    this.#room = new Stream<ConsoleView>(
      hub,
      'Teach',
      () => [code, key],
      (view) => listener.room(view),
      (connection) => this.#hear('room', connection),
      (refused) => listener.over(refused),
    );
    this.#events = new Stream<LabEvent>(
      hub,
      'FollowAll',
      () => [code, key, after()],
      (event) => listener.event(event),
      (connection) => this.#hear('events', connection),
      () => undefined,
    );
  }

  start(): void {
    this.#room.start();
    this.#events.start();
  }

  stop(): void {
    this.#room.stop();
    this.#events.stop();
  }

  /** The console is as well off as the worse of the two. */
  #hear(stream: string, connection: Connection): void {
    this.#stands.set(stream, connection);
    const all = [...this.#stands.values()];
    this.listener.connection((['away', 'lost'] as const).find((state) => all.includes(state)) ?? connection);
  }
}
