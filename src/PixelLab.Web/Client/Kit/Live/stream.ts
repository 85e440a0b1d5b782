import type { HubConnection } from '@microsoft/signalr';
import { pauseAfter } from './back-off';
import { connectionTo, follow, letGo, type Loss, lossOf, open } from './hub-connection';

/** How a page stands with the lab. `away`: the lab is there, what it keeps its events in is not. */
export type Connection = 'connecting' | 'live' | 'lost' | 'away';

/** How long a connection must have stood before the next loss counts as the first one again, in milliseconds. */
const STANDS_AFTER = 5000;

/** How a stream has come to its end. */
type End = 'ended' | Loss;

/**
 * Follows a stream of a hub across dropped and silent connections, server restarts and sleeping tabs. The arguments are asked
 * for at each try, so that a cursor among them can move on.
 */
export class Stream<T> {
  #connection: HubConnection | undefined;
  #stopped = false;
  #hurry: (() => void) | undefined;
  /** Whether the last try by a web socket failed: the next one asks which ways there are, and the one after is a socket again. */
  #socketsFail = false;

  constructor(
    private readonly hub: string,
    private readonly method: string,
    private readonly args: () => unknown[],
    private readonly take: (value: T) => void,
    private readonly tell: (connection: Connection) => void,
    /** The server has ended the stream, or will not give it; left out where a stream has no end, and any is a loss. */
    private readonly over?: (refused: boolean) => void,
  ) {}

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
    let end: End = 'lost';
    this.tell('connecting');
    do {
      let since = Infinity;
      end = await this.#follow(end === 'away', () => {
        since = performance.now();
        this.tell('live');
      });
      if (this.#stopped) {
        return;
      }
      if (this.over && (end === 'ended' || end === 'refused')) {
        this.stop();
        this.over(end === 'refused');
        return;
      }
      this.tell(end === 'away' ? 'away' : 'lost');
      // A server that takes the call and hangs up at once is as good as away: trying it without pause would press it.
      if (performance.now() - since >= STANDS_AFTER) {
        tries = 0;
      }
    } while (await this.#pause(pauseAfter(tries++)));
  }

  async #follow(wasAway: boolean, stands: () => void): Promise<End> {
    // A web socket at once, so that several labs may take the calls in turn. Where it does not open, the next try asks what does.
    const connection = connectionTo(this.hub, !this.#socketsFail);
    this.#connection = connection;
    try {
      await this.#open(connection);
      const { error } = await follow<T>(connection, this.method, this.args(), this.take, wasAway, stands);
      return error === undefined ? 'ended' : lossOf(error);
    } catch {
      // The server is away or the line is down: a pause, then another try.
      return 'lost';
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

  /** Waits, or until there is reason to hurry; false where nothing is to be followed any more. */
  #pause(milliseconds: number): Promise<boolean> {
    return new Promise((resolve) => {
      const goOn = (): void => {
        clearTimeout(timer);
        resolve(!this.#stopped);
      };
      const timer = setTimeout(goOn, milliseconds);
      this.#hurry = goOn;
    });
  }

  readonly #wake = (): void => {
    if (document.visibilityState === 'visible') {
      this.#hurry?.();
    }
  };
}
