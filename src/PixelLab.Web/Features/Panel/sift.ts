import type { Row } from '../../Client/Kit/Hits/rows';

/** How long rows are gone through at a stretch, in milliseconds: short enough for a key that is pressed meanwhile. */
const AT_A_STRETCH = 8;

/** After how many rows the clock is looked at: looking costs more than a row does. */
const ROWS_BETWEEN_LOOKS = 128;

/** Goes through rows and keeps some: a few rows at once, and very many in stretches, so that the page stays quick meanwhile. */
export class Sift {
  readonly #kept: Row[] = [];
  #next = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** What is added to the rows before it has ended is gone through too. */
  constructor(
    private readonly rows: readonly Row[],
    private readonly isKept: (row: Row) => boolean,
    private readonly done: (kept: Row[]) => void,
  ) {}

  /** Begins, and is done on return where there is not much to do. */
  readonly run = (): void => {
    const until = performance.now() + AT_A_STRETCH;
    for (; this.#next < this.rows.length; this.#next++) {
      if (this.#next % ROWS_BETWEEN_LOOKS === 0 && performance.now() > until) {
        this.#timer = setTimeout(this.run);
        return;
      }
      const row = this.rows[this.#next];
      if (row && this.isKept(row)) {
        this.#kept.push(row);
      }
    }
    this.done(this.#kept);
  };

  stop(): void {
    clearTimeout(this.#timer);
  }
}
