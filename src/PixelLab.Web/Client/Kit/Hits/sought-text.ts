import { rowSentence } from '../Words/words';
import type { Row } from './rows';

/** What was made ready for a search before. A row that has changed shows another event than it did then. */
const ready = new WeakMap<Row, { readonly event: number; readonly text: string }>();

/** All that a search looks through in a row, in small letters: what the row says, and the address as it came and as one reads it. */
export function soughtText(row: Row): string {
  const kept = ready.get(row);
  if (kept?.event === row.id) {
    return kept.text;
  }
  const text = [
    rowSentence(row),
    row.title,
    row.page,
    row.vendor,
    row.site,
    row.reason,
    row.url,
    decoded(row.url),
  ]
    // A search box holds no line end, so nothing is found across two of them.
    .join('\n')
    .toLowerCase();
  ready.set(row, { event: row.id, text });
  return text;
}

/** An address without percent signs; parts that are not well formed stay as they are. */
function decoded(url: string): string {
  if (!url.includes('%')) {
    return '';
  }
  return decode(url) ?? url.replaceAll(/(?:%[0-9a-f]{2})+/gi, (part) => decode(part) ?? part);
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
