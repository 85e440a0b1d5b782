import type { Row } from './rows';
import { soughtText } from './sought-text';

/** What the list shows. Kept in the address, so that a view can be passed on. */
export interface Filter {
  vendor: string;
  site: string;
  event: string;
  text: string;
  /** Whether page visits and notes are shown too. */
  everything: boolean;
}

export const NO_FILTER: Filter = { vendor: '', site: '', event: '', text: '', everything: false };

const PARTS = ['vendor', 'site', 'event', 'text'] as const;
export type FilterPart = (typeof PARTS)[number];

export function matches(row: Row, filter: Filter): boolean {
  if (!filter.everything && (row.kind === 'visit' || row.kind === 'note')) {
    return false;
  }
  return (
    (!filter.vendor || row.vendor === filter.vendor) &&
    (!filter.site || row.site === filter.site) &&
    (!filter.event || row.event === filter.event) &&
    (!filter.text || soughtText(row).includes(filter.text.toLowerCase()))
  );
}

/** The parts of a filter that are set, to be shown and taken off one by one. */
export function active(filter: Filter): FilterPart[] {
  return PARTS.filter((part) => filter[part]);
}

export function readFilter(search: string): Filter {
  const query = new URLSearchParams(search);
  const filter = { ...NO_FILTER, everything: query.get('show') === 'everything' };
  for (const part of PARTS) {
    filter[part] = (query.get(part) ?? '').slice(0, 200);
  }
  return filter;
}

/** The address of the page with this filter and, if there is one, the chosen hit. */
export function addressOf(filter: Filter, hit?: number): string {
  const query = new URLSearchParams();
  for (const part of active(filter)) {
    query.set(part, filter[part]);
  }
  if (filter.everything) {
    query.set('show', 'everything');
  }
  if (hit) {
    query.set('hit', String(hit));
  }
  const text = query.toString();
  return text ? `${location.pathname}?${text}` : location.pathname;
}
