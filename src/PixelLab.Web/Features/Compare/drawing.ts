/**
 * Brings the parts of a page to its newest state, one after the other, each in a task of its own. A state that comes meanwhile
 * does not make the last ones wait, and a part that cannot be drawn does not stop the others.
 */
export class Drawing<Part, State> {
  readonly #drawn = new Map<Part, State>();
  #newest: State | undefined;
  #isDrawing = false;

  constructor(
    private readonly parts: readonly Part[],
    /** Draws a part anew, and waits for it. */
    private readonly draw: (part: Part) => Promise<void>,
    private readonly failed: (fault: unknown) => void,
  ) {}

  /** The state that a part shows; a part that has none yet is not there. */
  stateOf(part: Part): State | undefined {
    return this.#drawn.get(part);
  }

  async bringTo(state: State): Promise<void> {
    this.#newest = state;
    if (this.#isDrawing) {
      return;
    }
    this.#isDrawing = true;
    while (this.parts.some((part) => this.#isBehind(part))) {
      for (const part of this.parts.filter((one) => this.#isBehind(one))) {
        this.#drawn.set(part, this.#newest);
        await this.draw(part).catch(this.failed);
      }
    }
    this.#isDrawing = false;
  }

  #isBehind(part: Part): boolean {
    return this.#drawn.get(part) !== this.#newest;
  }
}
