import type { LabEvent } from '../Wire/wire';

/** How far a page has come in the events that it follows: from there it goes on after a dropped connection. */
export class Place {
  #newest = 0;

  /** `cursor` is what the lab gave out; empty for the beginning. */
  constructor(public cursor: string) {}

  /** Goes on to an event; false where the page has it already. */
  goTo(event: LabEvent): boolean {
    if (event.kind === 'erased') {
      // Of another log all comes from the beginning, under ids that the page may have seen in the old one.
      this.#newest = event.newLog ? 0 : this.#newest;
    } else if (event.id <= this.#newest) {
      return false;
    } else {
      this.#newest = event.id;
    }
    this.cursor = event.cursor ?? this.cursor;
    return true;
  }
}
