import type { LabEvent } from './wire';
import { reasonInWords, rowWords } from './words';

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
}

/** Turns a seat's events into rows. A planted pixel and its hit are one row: first it waits, then it has arrived. */
export class RowBook {
  rows: Row[] = [];
  #byPlant = new Map<string, Row>();

  /** Takes an event; returns the row that is new or has changed, if any. */
  add(event: LabEvent): { row: Row; isNew: boolean } | undefined {
    switch (event.kind) {
      case 'planted':
        return this.#keep(this.#start(event, 'waiting'), event.plant);
      case 'hit':
        return this.#hit(event);
      case 'missing':
        return this.#missing(event);
      case 'visit':
      case 'refused':
        return this.#keep(this.#start(event, event.kind));
      default:
        return this.#keep(this.#start(event, 'note'));
    }
  }

  clear(): void {
    this.rows = [];
    this.#byPlant.clear();
  }

  #hit(event: LabEvent): { row: Row; isNew: boolean } {
    const planted = event.plant ? this.#byPlant.get(event.plant) : undefined;
    if (!planted || planted.kind === 'hit') {
      return this.#keep(this.#start(event, 'hit'), event.plant);
    }
    Object.assign(planted, {
      kind: 'hit',
      id: event.id,
      at: Date.parse(event.at),
      page: event.page ?? planted.page,
      title: event.title ?? planted.title,
      words: event.eventInWords ?? planted.words,
      reason: '',
      url: event.url ?? '',
      size: sizeOf(event),
      cookie: (event.cookies?.length ?? 0) > 0,
    });
    return { row: planted, isNew: false };
  }

  #missing(event: LabEvent): { row: Row; isNew: boolean } | undefined {
    const planted = this.#byPlant.get(event.plant ?? '');
    if (!planted) {
      return this.#keep(this.#start(event, 'missing'), event.plant);
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
    return {
      key: `e${event.id}`,
      kind,
      id: event.id,
      at: Date.parse(event.at),
      site: event.site ?? '',
      vendor: event.vendor ?? '',
      page: event.page ?? '',
      title: event.title ?? '',
      event: event.event ?? event.kind,
      words: event.eventInWords ?? rowWords(event),
      reason: kind === 'missing' ? reasonInWords(event) : '',
      url: event.url ?? '',
      size: sizeOf(event),
      cookie: (event.cookies?.length ?? 0) > 0,
      pageView: event.pageView ?? event.plant?.split('.')[0] ?? '',
    };
  }
}

function sizeOf(event: LabEvent): number {
  return (event.headBytes ?? 0) + (event.bodyBytes ?? 0);
}
