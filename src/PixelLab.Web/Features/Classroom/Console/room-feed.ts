import { Place } from '../../../Client/Kit/Live/place';
import type { LabEvent } from '../../../Client/Kit/Wire/wire';
import { consoleWords as words } from '../../../Client/Kit/Words/console';
import { RoomRows } from './room-rows';

/** How a student has been seen last. */
export interface Seen {
  at: number;
  page: string;
  hits: number;
}

/** What has come from the seats of the room: the rows of all, and how each seat was seen last. */
export class RoomFeed {
  readonly seen = new Map<string, Seen>();
  readonly rows: RoomRows;
  paused = false;
  #held: LabEvent[] = [];
  readonly #place = new Place('');

  /** Calls `changed` when its rows show something else. */
  constructor(changed: () => void) {
    this.rows = new RoomRows(changed);
  }

  /** Where to go on from. */
  get cursor(): string {
    return this.#place.cursor;
  }

  /** How many events wait while the list is paused. */
  get waiting(): number {
    return this.#held.length;
  }

  take(event: LabEvent): void {
    if (!this.#place.goTo(event)) {
      return;
    }
    if (event.kind === 'erased') {
      if (event.newLog) {
        this.seen.clear();
        this.#held = [];
        this.rows.forget(0);
      } else {
        this.forget(event.seat);
      }
      return;
    }
    const seen = this.seen.get(event.seat) ?? { at: 0, page: '', hits: 0 };
    this.seen.set(event.seat, {
      at: Date.parse(event.at),
      page:
        event.kind === 'visit'
          ? words.say('pageOf', { page: event.title ?? event.page ?? '', site: event.site })
          : seen.page,
      hits: seen.hits + (event.kind === 'hit' ? 1 : 0),
    });
    if (this.paused) {
      this.#held.push(event);
    } else {
      this.rows.add(event);
    }
  }

  /** Holds the list, or lets in what has come since; the roster goes on either way. */
  pause(): void {
    this.paused = !this.paused;
    if (!this.paused) {
      this.#held.forEach((event) => this.rows.add(event));
      this.#held = [];
      this.takeUp();
    }
  }

  /** Shows what has come. */
  takeUp(): void {
    this.rows.takeUp();
    this.rows.trim();
  }

  /** Who was erased is erased here too. */
  forget(seat: string): void {
    this.seen.delete(seat);
    this.#held = this.#held.filter((event) => event.seat !== seat);
    this.rows.dropSeat(seat);
  }

  /** Keeps these seats alone. */
  keepOnly(seats: ReadonlySet<string>): void {
    for (const seat of [...this.seen.keys()].filter((known) => !seats.has(known))) {
      this.forget(seat);
    }
  }
}
