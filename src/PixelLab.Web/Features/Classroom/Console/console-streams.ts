import type { Connection } from '../../../Client/Kit/Live/stream';
import type { LabEvent } from '../../../Client/Kit/Wire/wire';
import { Stream } from '../../../Client/Kit/Live/stream';
import type { ConsoleView, LabRefusals } from '../wire';

/** Whom the console’s streams tell of what comes. */
export interface ConsoleListener {
  room(view: ConsoleView): void;
  event(event: LabEvent): void;
  refused(refused: LabRefusals): void;
  connection(connection: Connection): void;
  /** The room has ended, or the key is refused. */
  over(refused: boolean): void;
}

/** The room’s streams: how the room stands, what happens in it, and what the whole lab has refused. */
export class ConsoleStreams {
  readonly #room: Stream<ConsoleView>;
  readonly #events: Stream<LabEvent>;
  readonly #refused: Stream<LabRefusals>;
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
    this.#refused = new Stream<LabRefusals>(
      hub,
      'Refused',
      () => [code, key],
      (refused) => listener.refused(refused),
      () => undefined,
      () => undefined,
    );
  }

  start(): void {
    this.#room.start();
    this.#events.start();
    this.#refused.start();
  }

  stop(): void {
    this.#room.stop();
    this.#events.stop();
    this.#refused.stop();
  }

  /** The console is as well off as the worse of the two that it cannot be without. */
  #hear(stream: string, connection: Connection): void {
    this.#stands.set(stream, connection);
    const all = [...this.#stands.values()];
    this.listener.connection((['away', 'lost'] as const).find((state) => all.includes(state)) ?? connection);
  }
}
