import { HttpTransportType, type HubConnection, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { inLanguage } from '../Page/in-language';
import type { Store } from '../Wire/wire';
import { storeNews } from './store-news';

/** How often both sides say that they are there, in milliseconds; the server's side is `Live/LiveOptions.cs`. */
const KEEP_ALIVE = 5000;

/**
 * A line on which nothing came for so long is lost, in milliseconds, even if nobody has closed it: a laptop slept, a proxy
 * or a router dropped it. Three signs of life of the server must have stayed away.
 */
const SILENCE = 3 * KEEP_ALIVE;

/** The name of a stream’s error where the lab is there and what it keeps its events in is not (`Live/LiveStreams.cs`). */
const STORE_AWAY = 'store-away';

/** How the error begins where this address has too many streams; there may be a place at the next try. */
const TOO_MANY = 'too-many-streams';

/** How long a stream has to stand, after the store was away, until it counts as live again, in milliseconds. */
const PROVES_ITSELF = 1000;

/** The web sockets of each connection. The library does not let go of one that is still being opened. */
const sockets = new WeakMap<HubConnection, WebSocket[]>();

/**
 * A connection to a hub that notices when its line has gone silent. By a web socket alone it needs no request before; else
 * the server is asked first which ways there are, and plain HTTP is taken if nothing better goes through.
 */
export function connectionTo(hub: string, socketOnly = false): HubConnection {
  const own: WebSocket[] = [];
  class OwnSocket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      own.push(this);
    }
  }
  // The library takes it, but its types keep it to themselves.
  const options = { timeout: SILENCE, WebSocket: OwnSocket };
  const connection = new HubConnectionBuilder()
    .configureLogging(LogLevel.None)
    .withServerTimeout(SILENCE)
    .withKeepAliveInterval(KEEP_ALIVE)
    .withUrl(
      inLanguage(hub),
      socketOnly ? { ...options, skipNegotiation: true, transport: HttpTransportType.WebSockets } : options,
    )
    .build();
  // Under the name that `Live/StoreNews.cs` gives it.
  connection.on('store', (store: Store) => storeNews.tell(store));
  sockets.set(connection, own);
  return connection;
}

/** Opens a connection, or gives up after a while: what calls into a silent line is never answered. */
export async function open(connection: HubConnection): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Nobody answers.')), SILENCE);
  });
  try {
    await Promise.race([connection.start(), silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** Why a stream has broken off: the lab’s store does not answer, the lab will not give the stream, or the line is gone. */
export type Loss = 'away' | 'refused' | 'lost';

export function lossOf(error: unknown): Loss {
  const said = String(error);
  if (said.includes(STORE_AWAY)) {
    return 'away';
  }
  // What the server says by itself is a refusal; any other fault of its own may be over at the next try.
  return said.includes('HubException') && !said.includes(TOO_MANY) ? 'refused' : 'lost';
}

/**
 * Follows a stream of a hub until it breaks off. `stands` is told once it is good: at once, or after a store that was away has
 * proved itself by a first value or by not failing for a moment.
 */
export function follow<T>(
  connection: HubConnection,
  method: string,
  args: readonly unknown[],
  take: (value: T) => void,
  wasAway: boolean,
  stands: () => void,
): Promise<{ error?: unknown }> {
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const good = (): void => {
      if (timer !== undefined) {
        clearTimeout(timer);
        timer = undefined;
        stands();
      }
    };
    const end = (end: { error?: unknown }): void => {
      clearTimeout(timer);
      timer = undefined;
      resolve(end);
    };
    if (wasAway) {
      timer = setTimeout(good, PROVES_ITSELF);
    } else {
      stands();
    }
    connection.onclose((error) => end({ error: error ?? 'closed' }));
    connection.stream<T>(method, ...args).subscribe({
      next: (value) => {
        good();
        take(value);
      },
      error: (error) => end({ error }),
      complete: () => end({}),
    });
  });
}

/**
 * Lets a connection go. It is not waited for: on a silent line its end is never confirmed. A socket that is still being opened
 * is given up too, for while it waits the browser opens no other one to the same host (RFC 6455, section 4.1, step 2).
 */
export function letGo(connection: HubConnection | undefined): void {
  if (!connection) {
    return;
  }
  void connection.stop().catch(() => undefined);
  for (const socket of sockets.get(connection) ?? []) {
    if (socket.readyState === WebSocket.CONNECTING) {
      socket.close();
    }
  }
}
