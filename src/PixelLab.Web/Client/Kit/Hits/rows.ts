import { type Hit, type LabEvent, type Missing, unknown, type Visit } from '../Wire/wire';
import { inViewWords, reasonInWords, rowWords } from '../Words/words';

export type RowKind = 'hit' | 'waiting' | 'missing' | 'refused' | 'visit' | 'note';

/** One line of the list: a hit, a planted pixel that has not arrived, or on request something else that happened. */
export interface Row {
  /** Stays the same while a planted pixel turns into a hit. */
  readonly key: string;
  kind: RowKind;
  /** The event the row shows now. */
  id: number;
  /** When it was; none where nobody noted it. */
  at?: number | undefined;
  /** Where it stood in what somebody brought, in place of its size. */
  place?: string;
  site: string;
  vendor: string;
  page: string;
  title: string;
  event: string;
  /** Who did it, where somebody does such a thing. */
  who: string;
  words: string;
  badges: readonly string[];
  /** The hits that the row stands for, where they are more than the one it shows: a page that is still in view tells so again and again. */
  hits: number[];
  /** How long the page was in view by all of them, in milliseconds. */
  engaged: number;
  reason: string;
  url: string;
  size: number;
  cookie: boolean;
  readonly pageView: string;
  /** The value that it was planted with; empty for none. */
  readonly plant: string;
  readonly seat: string;
}

/** What a row shows of an event, where its kind has it. */
type Shown = Pick<LabEvent, 'id' | 'at' | 'seat' | 'kind'> &
  Partial<
    Pick<
      Hit,
      | 'site'
      | 'vendor'
      | 'page'
      | 'title'
      | 'event'
      | 'who'
      | 'badges'
      | 'engaged'
      | 'url'
      | 'plant'
      | 'cookies'
      | 'headBytes'
      | 'bodyBytes'
    > &
      Pick<Visit, 'pageView'>
  >;

/** Turns the events of one seat or of many into rows. A planted pixel and its hit are one row: first it waits, then it has arrived. */
export class RowBook {
  rows: Row[] = [];
  readonly #byPlant = new Map<string, Row>();
  /** The rows of pages in view, by the view. */
  readonly #inView = new Map<string, Row>();

  /** Takes an event; returns the row that is new or has changed, if any. */
  add(event: LabEvent): { row: Row; isNew: boolean } | undefined {
    switch (event.kind) {
      case 'planted':
        return this.#keep(this.#start(event, 'waiting'), plantOf(event));
      case 'hit':
        return this.#hit(event);
      case 'missing':
        return this.#missing(event);
      case 'visit':
      case 'refused':
        return this.#keep(this.#start(event, event.kind));
      case 'setting':
      case 'consent':
      case 'account':
      case 'ad':
      case 'mail_sent':
      case 'mail':
      case 'experiment':
      case 'cookies_cleared':
      case 'written':
      case 'kept':
      case 'case':
      case 'erased':
        return this.#keep(this.#start(event, 'note'));
      default:
        return this.#keep(this.#start(unknown(event), 'note'));
    }
  }

  /** Leaves out the oldest rows, so that so many are left. True where there were too many. */
  trim(most: number): boolean {
    // In one go for many rows, since each going costs a look at all that stay.
    if (this.rows.length <= most * 1.25) {
      return false;
    }
    const kept = new Set(this.rows.slice(-most));
    this.drop((row) => !kept.has(row));
    return true;
  }

  /** Leaves out the rows of which that is true. */
  drop(isGone: (row: Row) => boolean): void {
    this.rows = this.rows.filter((row) => !isGone(row));
    for (const known of [this.#byPlant, this.#inView]) {
      for (const [key, row] of known) {
        if (isGone(row)) {
          known.delete(key);
        }
      }
    }
  }

  clear(): void {
    this.rows = [];
    this.#byPlant.clear();
    this.#inView.clear();
  }

  #hit(event: Hit): { row: Row; isNew: boolean } {
    if (event.engaged !== undefined && viewOf(event)) {
      return this.#stillInView(event, event.engaged);
    }
    const planted = this.#byPlant.get(plantOf(event));
    if (!planted || planted.kind === 'hit') {
      return this.#keep(this.#start(event, 'hit'), plantOf(event));
    }
    Object.assign(planted, {
      kind: 'hit',
      id: event.id,
      at: Date.parse(event.at),
      page: event.page ?? planted.page,
      title: event.title ?? planted.title,
      who: event.who ?? '',
      words: event.eventInWords,
      badges: event.badges,
      reason: '',
      url: event.url,
      size: sizeOf(event),
      cookie: event.cookies.length > 0,
    });
    return { row: planted, isNew: false };
  }

  /** A view of a page is one row, however often it is told that it goes on. */
  #stillInView(event: Hit, engaged: number): { row: Row; isNew: boolean } {
    const view = `${event.seat} ${event.vendor} ${viewOf(event)}`;
    const row = this.#inView.get(view);
    if (!row) {
      const first = this.#start(event, 'hit');
      this.#inView.set(view, Object.assign(first, { engaged, words: inViewWords(engaged) }));
      return this.#keep(first);
    }
    row.hits = row.hits.length > 0 ? row.hits : [row.id];
    row.hits.push(event.id);
    row.engaged += engaged;
    Object.assign(row, {
      id: event.id,
      at: Date.parse(event.at),
      words: inViewWords(row.engaged),
      url: event.url,
      size: row.size + sizeOf(event),
    });
    return { row, isNew: false };
  }

  #missing(event: Missing): { row: Row; isNew: boolean } | undefined {
    const planted = this.#byPlant.get(plantOf(event));
    if (!planted) {
      return this.#keep(this.#start(event, 'missing'), plantOf(event));
    }
    if (planted.kind === 'hit') {
      return undefined;
    }
    Object.assign(planted, { kind: 'missing', id: event.id, reason: reasonInWords(event) });
    return { row: planted, isNew: false };
  }

  #keep(row: Row, plant?: string): { row: Row; isNew: boolean } {
    this.rows.push(row);
    if (plant && !this.#byPlant.has(plant)) {
      this.#byPlant.set(plant, row);
    }
    return { row, isNew: true };
  }

  #start(event: LabEvent, kind: RowKind): Row {
    const shown: Shown = event;
    return {
      key: `e${event.id}`,
      kind,
      id: event.id,
      at: Date.parse(event.at),
      site: shown.site ?? '',
      vendor: shown.vendor ?? '',
      page: shown.page ?? '',
      title: shown.title ?? '',
      event: shown.event ?? event.kind,
      who: shown.who ?? '',
      words: rowWords(event),
      badges: shown.badges ?? [],
      hits: [],
      engaged: 0,
      reason: event.kind === 'missing' ? reasonInWords(event) : '',
      url: shown.url ?? '',
      size: sizeOf(shown),
      cookie: (shown.cookies?.length ?? 0) > 0,
      pageView: viewOf(shown),
      plant: shown.plant ?? '',
      seat: event.seat,
    };
  }
}

/** How many hits a row stands for. */
export function hitsOf(row: Row): number {
  return row.kind === 'hit' ? Math.max(1, row.hits.length) : 0;
}

/** The view of a page that an event belongs to, as far as it tells. */
function viewOf(event: Shown): string {
  return event.pageView ?? event.plant?.split('.')[0] ?? '';
}

/** What a hit is known by as the one that was planted: another seat’s plant of the same value is another. Empty for none. */
function plantOf(event: Shown): string {
  return event.plant ? `${event.seat} ${event.plant}` : '';
}

function sizeOf(event: Shown): number {
  return (event.headBytes ?? 0) + (event.bodyBytes ?? 0);
}
