import { type Filter, matches, NO_FILTER } from '../../Client/Kit/Hits/filter';
import { type Row, RowBook } from '../../Client/Kit/Hits/rows';
import type { LabEvent } from '../../Client/Kit/Wire/wire';
import { Choices, type ChosenPart } from './choices';
import { Sift } from './sift';

/** Which of a seat's rows the list shows, and in what order: filtered, after the last clearing, what is pinned on top. */
export class ShownRows {
  /** Oldest first; what is pinned stands at the end, for the list shows the last first. */
  rows: Row[] = [];
  /** Grows whenever a row has changed in place. */
  version = 0;
  filter: Filter;
  pinned: ReadonlyMap<string, Row> = new Map();
  protected readonly book = new RowBook();
  readonly #choices = new Choices();
  #sift: Sift | undefined;
  #changed = new Set<Row>();
  #shown = new Set<Row>();
  /** Rows up to this event are out of the view. */
  #floor = 0;
  /** Where the floor was before the view was cleared. */
  #before: number | undefined;

  /** Among very many rows, those that a filter leaves are found a moment after it was set; then `redraw` is called. */
  constructor(
    private readonly redraw: () => void,
    filter: Filter = NO_FILTER,
  ) {
    this.filter = filter;
  }

  get all(): readonly Row[] {
    return this.book.rows;
  }

  get isCleared(): boolean {
    return this.#before !== undefined;
  }

  /** Takes an event; the row that it changes shows with the next `takeUp`. */
  add(event: LabEvent): Row | undefined {
    const change = this.book.add(event);
    if (change?.isNew) {
      this.#choices.note(change.row);
    }
    if (!change || (change.isNew && event.id <= this.#floor)) {
      return undefined;
    }
    this.#changed.add(change.row);
    return change.row;
  }

  /** Shows what has come since the last time, all at once: rows come in by the thousand after a reconnect. */
  takeUp(): boolean {
    if (this.#changed.size === 0 || this.#sift) {
      return false;
    }
    const fresh = [...this.#changed].filter((row) => !this.#shown.has(row) && this.belongs(row));
    this.#changed = new Set();
    if (fresh.length > 0) {
      fresh.forEach((row) => this.#shown.add(row));
      this.rows = this.#pinnedLast([...this.rows, ...fresh]);
    }
    this.version++;
    return true;
  }

  set(part: Partial<Filter>): void {
    this.filter = { ...this.filter, ...part };
    this.show();
  }

  /** The values that a part of the filter can take. */
  values(part: ChosenPart): string[] {
    return this.#choices.of(part, this.filter[part]);
  }

  /** The newest hit in the list. */
  newestHit(): Row | undefined {
    return this.rows.findLast((row) => row.kind === 'hit' && !this.pinned.has(row.key));
  }

  /** The newest row that shows an event; a planted pixel's row also by the event that planted it. */
  rowOf(id: number): Row | undefined {
    return this.all.findLast((row) => row.id === id || row.key === `e${id}` || row.hits.includes(id));
  }

  /** The newest pinned hit but this one. */
  pinnedBeside(id: number): Row | undefined {
    return [...this.pinned.values()]
      .filter((row) => row.kind === 'hit' && row.id !== id)
      .sort((one, other) => one.id - other.id)
      .at(-1);
  }

  pin(row: Row): void {
    const pinned = new Map(this.pinned);
    if (!pinned.delete(row.key)) {
      pinned.set(row.key, row);
    }
    this.pinned = pinned;
    this.show();
  }

  /** Takes everything out of the view; the events are kept. */
  clear(): void {
    this.#before = this.#floor;
    this.#floor = this.all.reduce((most, row) => Math.max(most, row.id), 0);
    this.show();
  }

  undoClear(): void {
    this.#floor = this.#before ?? 0;
    this.#before = undefined;
    this.show();
  }

  /** Forgets everything up to an event, for it was erased. */
  forget(upTo: number): void {
    this.book.clear();
    this.#changed.clear();
    this.#floor = upTo;
    this.#before = undefined;
    this.pinned = new Map();
    this.showWhatIsLeft();
  }

  protected show(): void {
    this.#sift?.stop();
    this.#sift = new Sift(
      this.all,
      (row) => this.belongs(row),
      (rows) => this.#showThese(rows),
    );
    this.#sift.run();
  }

  /** Shows again what belongs here, after rows have gone for good. */
  protected showWhatIsLeft(): void {
    this.#choices.noteAgain(this.all);
    this.show();
  }

  protected belongs(row: Row): boolean {
    return (row.id > this.#floor || this.pinned.has(row.key)) && matches(row, this.filter);
  }

  #showThese(rows: Row[]): void {
    this.#sift = undefined;
    this.#shown = new Set(rows);
    this.rows = this.#pinnedLast(rows);
    this.version++;
    // What has changed since it was gone through.
    this.takeUp();
    this.redraw();
  }

  #pinnedLast(rows: Row[]): Row[] {
    return this.pinned.size === 0
      ? rows
      : [
          ...rows.filter((row) => !this.pinned.has(row.key)),
          ...rows.filter((row) => this.pinned.has(row.key)),
        ];
  }
}
