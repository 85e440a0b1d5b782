import type { HubConnection } from '@microsoft/signalr';
import { pauseAfter } from './back-off';
import { connectionTo, follow, letGo, lossOf, open } from './hub-connection';
import type { Connection } from './live';

/** A stream that lasted so long was a good one: the next try may come soon. */
const GOOD = 5_000;

/** How a stream has come to its end. */
type End = 'ended' | 'refused' | 'away' | 'lost';

/**
 * Follows a stream of the room’s hub, through dropped connections and restarts of the server. The arguments are asked for at
 * each try, so that a cursor among them can move on.
 */
export class RoomStream<T> {
  #connection: HubConnection | undefined;
  #stopped = false;
  /** Whether the last try by a web socket failed: the next one asks which ways there are, and the one after is a socket again. */
  #socketsFail = false;
  #timer = 0;

  constructor(
    private readonly hub: string,
    private readonly method: string,
    private readonly args: () => unknown[],
    private readonly take: (value: T) => void,
    private readonly tell: (connection: Connection) => void,
    /** The server has ended the stream, or will not give it: the room is over, or the key is wrong. */
    private readonly over: (refused: boolean) => void,
  ) {}

  start(): void {
    void this.#run();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    letGo(this.#connection);
  }

  async #run(): Promise<void> {
    let end: End = 'lost';
    for (let tries = 0; !this.#stopped; tries++) {
      const began = Date.now();
      end = await this.#follow(end === 'away');
      if (this.#stopped) {
        return;
      }
      if (end === 'ended' || end === 'refused') {
        this.over(end === 'refused');
        return;
      }
      this.tell(end);
      if (Date.now() - began > GOOD) {
        tries = 0;
      }
      await new Promise<void>((resolve) => {
        this.#timer = window.setTimeout(resolve, pauseAfter(tries));
      });
    }
  }

  async #follow(wasAway: boolean): Promise<End> {
    // Without asking first, so that several labs may take the calls in turn.
    const asked = this.#socketsFail;
    const connection = connectionTo(this.hub, !asked);
    this.#connection = connection;
    try {
      this.#socketsFail = !asked;
      await open(connection);
      this.#socketsFail = asked;
      const { error } = await follow<T>(connection, this.method, this.args(), this.take, wasAway, () =>
        this.tell('live'),
      );
      if (error === undefined) {
        return 'ended';
      }
      const loss = lossOf(error);
      // What the server says by itself is a refusal; any other fault of its own may be over at the next try.
      return loss === 'lost' && String(error).includes('HubException') ? 'refused' : loss;
    } catch {
      return 'lost';
    } finally {
      letGo(connection);
    }
  }
}
