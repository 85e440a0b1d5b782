/** The shortest time between two announcements, in milliseconds: what follows sooner cuts off what is being read out. */
const APART = 4000;

/** How long the first announcement waits for more to come with it, in milliseconds. */
const GATHERED = 1000;

/**
 * What a screen reader is told of a stream. It speaks every few seconds at most, and under a steady stream it does speak:
 * what comes meanwhile is told with the next announcement and puts it off no further.
 */
export class Announcer {
  #words: (() => string) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = -Infinity;

  constructor(private readonly say: (words: string) => void) {}

  /** Has something to say soon; the words are asked for when their time has come. */
  soon(words: () => string): void {
    this.#words = words;
    this.#timer ??= setTimeout(
      () => this.#speak(),
      Math.max(GATHERED, this.#last + APART - performance.now()),
    );
  }

  /** Says something that matters more than what was waiting. */
  now(words: string): void {
    this.#words = () => words;
    this.#speak();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#words = undefined;
  }

  #speak(): void {
    const words = this.#words;
    this.stop();
    if (words) {
      this.#last = performance.now();
      this.say(words());
    }
  }
}
