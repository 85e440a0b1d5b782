/** Below so many bytes a thing is explained before anybody would ask how far it is. */
const LARGE = 2 * 1024 * 1024;

/** How often is asked. */
const PAUSE = 300;

/** How far a thing is: it is sent first, and read then, each from 0 to 1. */
export interface Progress {
  readonly part: 'sent' | 'read';
  readonly share: number;
}

/** Asks the lab how far a large thing is, until its signal says that it is done. */
export class ProgressWatch {
  /** By what the lab is asked: a name that nobody can guess. */
  readonly name = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

  constructor(
    private readonly url: string,
    private readonly bytes: number,
    private readonly told: (progress: Progress) => void,
  ) {}

  start(done: AbortSignal): void {
    if (this.bytes >= LARGE) {
      const timer = setInterval(() => void this.#ask(done), PAUSE);
      done.addEventListener('abort', () => clearInterval(timer));
    }
  }

  async #ask(done: AbortSignal): Promise<void> {
    // Where several labs share the work it may be another one that answers, which knows nothing of it.
    const reply = await fetch(`${this.url}?follow=${this.name}`, { signal: done }).catch(() => undefined);
    const progress =
      reply?.status === 200
        ? ((await reply.json().catch(() => undefined)) as { sent: number; read: number } | undefined)
        : undefined;
    if (progress && !done.aborted) {
      this.told(progressOf(progress, this.bytes));
    }
  }
}

export function progressOf({ sent, read }: { sent: number; read: number }, bytes: number): Progress {
  return read > 0 || sent >= bytes
    ? { part: 'read', share: read / bytes }
    : { part: 'sent', share: sent / bytes };
}
