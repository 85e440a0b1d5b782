import { HttpTransportType, type HubConnection, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { inLanguage } from './in-language';

/** How often both sides say that they are there, in milliseconds; the server's side is `Live/LiveOptions.cs`. */
const KEEP_ALIVE = 5000;

/**
 * A line on which nothing came for so long is lost, in milliseconds, even if nobody has closed it: a laptop slept, a proxy
 * or a router dropped it. Three signs of life of the server must have stayed away.
 */
const SILENCE = 3 * KEEP_ALIVE;

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
