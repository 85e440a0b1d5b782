import { type Hit, type LabEvent, type Missing, unknown, type Visit } from '../Wire/wire';
import { reasonInWords, rowWords } from '../Words/words';

export type RowKind = 'hit' | 'waiting' | 'missing' | 'refused' | 'visit' | 'note';

/** One line of the list: a hit, a planted pixel that has not arrived, or on request something else that happened. */
export interface Row {
  /** Stays the same while a planted pixel turns into a hit. */
  readonly key: string;
  kind: RowKind;
  /** The event the row shows now. */
  id: number;
  at: number;
  site: string;
  vendor: string;
  page: string;
  title: string;
  event: string;
  words: string;
  reason: string;
  url: string;
  size: number;
  cookie: boolean;
  readonly pageView: string;
  readonly seat: string;
}

/** What a row shows of an event, where its kind has it. */
type Shown = Pick<LabEvent, 'id' | 'at' | 'seat' | 'kind'> &
  Partial<
    Pick<
      Hit,
      'site' | 'vendor' | 'page' | 'title' | 'event' | 'url' | 'plant' | 'cookies' | 'headBytes' | 'bodyBytes'
    > &
      Pick<Visit, 'pageView'>
  >;

/** Turns the events of one seat or of many into rows. A planted pixel and its hit are one row: first it waits, then it has arrived. */
export class RowBook {
  rows: Row[] = [];
  #byPlant = new Map<string, Row>();

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
    for (const [plant, row] of this.#byPlant) {
      if (isGone(row)) {
        this.#byPlant.delete(plant);
      }
    }
  }

  clear(): void {
    this.rows = [];
    this.#byPlant.clear();
  }

  #hit(event: Hit): { row: Row; isNew: boolean } {
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
      words: event.eventInWords,
      reason: '',
      url: event.url,
      size: sizeOf(event),
      cookie: event.cookies.length > 0,
    });
    return { row: planted, isNew: false };
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
      words: rowWords(event),
      reason: event.kind === 'missing' ? reasonInWords(event) : '',
      url: shown.url ?? '',
      size: sizeOf(shown),
      cookie: (shown.cookies?.length ?? 0) > 0,
      pageView: shown.pageView ?? shown.plant?.split('.')[0] ?? '',
      seat: event.seat,
    };
  }
}

/** What a hit is known by as the one that was planted: another seat’s plant of the same value is another. Empty for none. */
function plantOf(event: Shown): string {
  return event.plant ? `${event.seat} ${event.plant}` : '';
}

function sizeOf(event: Shown): number {
  return (event.headBytes ?? 0) + (event.bodyBytes ?? 0);
}
