import type { Hit } from '../Wire/wire';

/** Headers that curl makes itself, or that would make it wait or break. */
const LEFT_OUT = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'expect',
  'accept-encoding',
]);

/** A header name that a shell and curl take as such: `-H @name` would read a file. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/**
 * The request as a command for a POSIX shell. Everything of it stands in single quotes, so that no value, however hostile,
 * becomes a command.
 */
export function asCurl(event: Hit): string {
  const words = ['curl', '--globoff', '--path-as-is', '-i'];
  if (event.method && event.method !== 'GET') {
    words.push('-X', quote(event.method));
  }
  for (const header of event.headers ?? []) {
    if (TOKEN.test(header.name) && !LEFT_OUT.has(header.name.toLowerCase())) {
      words.push('-H', quote(header.value ? `${header.name}: ${header.value}` : `${header.name};`));
    }
  }
  if (event.body) {
    words.push('--data-raw', quote(event.body));
  }
  words.push('--url', quote(event.url));
  return words.join(' ');
}

function quote(text: string): string {
  return `'${text.replaceAll('\0', '').replaceAll("'", `'\\''`)}'`;
}
