import type { HubConnection } from '@microsoft/signalr';
import { pauseAfter } from './back-off';
import { connectionTo, follow, letGo, lossOf, open } from './hub-connection';
import type { LabEvent } from '../Wire/wire';

/** How a page stands with the lab. `away`: the lab is there, what it keeps its events in is not. */
export type Connection = 'connecting' | 'live' | 'lost' | 'away';

/** How long a connection must have stood before the next loss counts as the first one again, in milliseconds. */
const STANDS_AFTER = 5000;

/**
 * Follows a seat's events from a cursor: each once, in order, across dropped and silent connections, server restarts and
 * sleeping tabs. The id of the last event is the cursor to go on from.
 */
export class LiveFeed {
  #connection: HubConnection | undefined;
  #stopped = false;
  #hurry: (() => void) | undefined;
  #socketsFail = false;
  #last: number;

  constructor(
    private readonly hub: string,
    private readonly seat: string,
    after: number,
    private readonly take: (event: LabEvent) => void,
    private readonly tell: (connection: Connection) => void,
  ) {
    this.#last = after;
  }

  start(): void {
    addEventListener('online', this.#wake);
    document.addEventListener('visibilitychange', this.#wake);
    void this.#run();
  }

  stop(): void {
    this.#stopped = true;
    removeEventListener('online', this.#wake);
    document.removeEventListener('visibilitychange', this.#wake);
    this.#hurry?.();
    letGo(this.#connection);
  }

  async #run(): Promise<void> {
    let tries = 0;
    let loss: 'away' | 'lost' = 'lost';
    this.tell('connecting');
    while (!this.#stopped) {
      let since = Infinity;
      try {
        loss = await this.#follow(loss === 'away', () => {
          since = performance.now();
          this.tell('live');
        });
      } catch {
        // The server is away or the line is down: the pause below, then another try.
        loss = 'lost';
      }
      if (this.#stopped) {
        return;
      }
      this.tell(loss);
      // A server that takes the call and hangs up at once is as good as away: trying it without pause would press it.
      if (performance.now() - since >= STANDS_AFTER) {
        tries = 0;
      }
      await this.#pause(pauseAfter(tries++));
    }
  }

  async #follow(wasAway: boolean, stands: () => void): Promise<'away' | 'lost'> {
    // A web socket at once. Where it does not open, the next try asks what does; the try after that is a socket again.
    const connection = connectionTo(this.hub, !this.#socketsFail);
    this.#connection = connection;
    try {
      await this.#open(connection);
      const args = [this.seat, String(this.#last)];
      const { error } = await follow<LabEvent>(
        connection,
        'Follow',
        args,
        (event) => this.#receive(event),
        wasAway,
        stands,
      );
      return lossOf(error);
    } finally {
      letGo(connection);
    }
  }

  async #open(connection: HubConnection): Promise<void> {
    const asked = this.#socketsFail;
    this.#socketsFail = !asked;
    await open(connection);
    this.#socketsFail = asked;
  }

  #receive(event: LabEvent): void {
    if (event.kind !== 'erased' && event.id <= this.#last) {
      return;
    }
    this.#last = event.id;
    this.take(event);
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  readonly #wake = (): void => {
    if (document.visibilityState === 'visible') {
      this.#hurry?.();
    }
  };
}
