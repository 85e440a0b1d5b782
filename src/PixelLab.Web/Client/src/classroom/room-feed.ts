import { type Row, RowBook } from '../rows';
import type { LabEvent } from '../wire';

/** The most rows that are kept; older ones are in the students’ own panels. */
const MOST_ROWS = 4000;

/** How a student has been seen last. */
export interface Seen {
  at: number;
  page: string;
  hits: number;
}

/** What has come from the seats of the room: the rows of all, and how each seat was seen last. */
export class RoomFeed {
  readonly seen = new Map<string, Seen>();
  readonly #book = new RowBook();
  #last = 0;

  /** The newest event that was taken: the cursor to go on from. */
  get last(): number {
    return this.#last;
  }

  /** The rows, oldest first. */
  get rows(): readonly Row[] {
    return this.#book.rows;
  }

  take(event: LabEvent): void {
    if (event.kind === 'erased') {
      this.forget(event.seat);
      return;
    }
    if (event.id <= this.#last) {
      return;
    }
    this.#last = event.id;
    const seen = this.seen.get(event.seat) ?? { at: 0, page: '', hits: 0 };
    this.seen.set(event.seat, {
      at: Date.parse(event.at),
      page: event.kind === 'visit' ? `${event.title ?? event.page ?? ''} on ${event.site ?? ''}` : seen.page,
      hits: seen.hits + (event.kind === 'hit' ? 1 : 0),
    });
    this.#book.add(event);
    this.#book.trim(MOST_ROWS);
  }

  /** Who was erased is erased here too. */
  forget(seat: string): void {
    this.seen.delete(seat);
    this.#book.drop((row) => row.seat === seat);
  }

  /** Keeps these seats alone. */
  keepOnly(seats: ReadonlySet<string>): void {
    for (const seat of [...this.seen.keys()].filter((known) => !seats.has(known))) {
      this.forget(seat);
    }
  }
}
