/** How the state is asked for: after how many events; undefined for the present. */
type Ask<State> = (events: number | undefined) => Promise<State>;

/**
 * Knows the state that the page is to show. It asks for one at a time; what has come meanwhile is asked for once more, and an
 * answer for a time that the person has left since is dropped.
 */
export class StateWatch<State> {
  #events: number | undefined;
  #isAsking = false;
  #isStale = false;

  constructor(
    private readonly ask: Ask<State>,
    private readonly show: (state: State) => void,
    private readonly failed: () => void,
  ) {}

  /** Goes to another time. */
  async travel(events: number | undefined): Promise<void> {
    this.#events = events;
    await this.refresh();
  }

  /** Asks anew: at once, or after the answer that is still awaited. */
  async refresh(): Promise<void> {
    this.#isStale = true;
    if (this.#isAsking) {
      return;
    }
    this.#isAsking = true;
    try {
      while (this.#takeStale()) {
        await this.#askOnce(this.#events);
      }
    } finally {
      this.#isAsking = false;
    }
  }

  #takeStale(): boolean {
    const isStale = this.#isStale;
    this.#isStale = false;
    return isStale;
  }

  async #askOnce(events: number | undefined): Promise<void> {
    const answer = await this.ask(events).then(
      (state) => ({ state }),
      () => undefined,
    );
    if (events !== this.#events) {
      return;
    }
    if (answer) {
      this.show(answer.state);
    } else {
      this.failed();
    }
  }
}
