import type { LabEvent } from '../../Client/Kit/Wire/wire';

/** How long events are taken up at a stretch, in milliseconds: a frame has sixteen, and draws in them too. */
const AT_A_STRETCH = 6;

/** After how many events the clock is looked at. */
const EVENTS_BETWEEN_LOOKS = 32;

/** The events that have come and are in no row yet: those of one frame, of a paused list, or of a whole log after the start. */
export class EventQueue {
  #events: LabEvent[] = [];
  #taken = 0;

  constructor(private readonly take: (event: LabEvent) => void) {}

  get length(): number {
    return this.#events.length - this.#taken;
  }

  push(event: LabEvent): void {
    this.#events.push(event);
  }

  /** Hands on what there is time for, in the order in which it came. True when nothing is left. */
  drain(): boolean {
    const until = performance.now() + AT_A_STRETCH;
    while (this.#taken < this.#events.length) {
      if (this.#taken % EVENTS_BETWEEN_LOOKS === 0 && performance.now() > until) {
        return false;
      }
      const event = this.#events[this.#taken++];
      if (event) {
        this.take(event);
      }
    }
    this.clear();
    return true;
  }

  clear(): void {
    this.#events = [];
    this.#taken = 0;
  }
}
