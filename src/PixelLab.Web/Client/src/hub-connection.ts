import { HttpTransportType, type HubConnection, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';

/** How often both sides say that they are there, in milliseconds; the server's side is `Live/LiveOptions.cs`. */
const KEEP_ALIVE = 5000;

/**
 * A line on which nothing came for so long is lost, in milliseconds, even if nobody has closed it: a laptop slept, a proxy
 * or a router dropped it. Three signs of life of the server must have stayed away.
 */
const SILENCE = 3 * KEEP_ALIVE;

/**
 * A connection to a hub that notices when its line has gone silent. By a web socket alone it needs no request before; else
 * the server is asked first which ways there are, and plain HTTP is taken if nothing better goes through.
 */
export function connectionTo(hub: string, socketOnly = false): HubConnection {
  return new HubConnectionBuilder()
    .configureLogging(LogLevel.None)
    .withServerTimeout(SILENCE)
    .withKeepAliveInterval(KEEP_ALIVE)
    .withUrl(
      hub,
      socketOnly
        ? { skipNegotiation: true, transport: HttpTransportType.WebSockets, timeout: SILENCE }
        : { timeout: SILENCE },
    )
    .build();
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

/** Lets a connection go. It is not waited for: on a silent line its end is never confirmed. */
export function letGo(connection: HubConnection | undefined): void {
  void connection?.stop().catch(() => undefined);
}
