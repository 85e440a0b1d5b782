import type { Row } from './rows';

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
    (!filter.text || contains(row, filter.text.toLowerCase()))
  );
}

function contains(row: Row, text: string): boolean {
  return [row.words, row.title, row.page, row.vendor, row.site, row.reason, row.url, decoded(row.url)].some(
    (part) => part.toLowerCase().includes(text),
  );
}

function decoded(url: string): string {
  if (!url.includes('%')) {
    return '';
  }
  try {
    return decodeURIComponent(url);
  } catch {
    return '';
  }
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
