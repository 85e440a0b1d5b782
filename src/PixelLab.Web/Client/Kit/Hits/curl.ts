import type { ShownRequest } from './shown-request';

/** Headers that curl makes itself, or that would make it wait or break. */
const LEFT_OUT = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'expect',
  'accept-encoding',
]);

/** A header name or a method that a shell and curl take as such: `-H @name` would read a file. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** What a terminal acts on instead of taking it as text, also between quotes: a pasted ^C ends the line, a new line begins one. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;

/**
 * The request as a command for a shell as in POSIX, and for fish. Everything of it stands in single quotes and no control character
 * in it is typed as such, so that no value, however hostile, becomes a command: a body is written by `printf`, in headers and
 * addresses, where no browser sends any, they are left out.
 */
export function asCurl(event: ShownRequest): string {
  const words = ['curl', '--globoff', '--path-as-is'];
  const method = event.method;
  if (method === 'HEAD') {
    words.push('--head');
  } else {
    words.push('-i', ...(method !== 'GET' && TOKEN.test(method) ? ['-X', quote(method)] : []));
  }
  for (const header of event.headers ?? []) {
    if (TOKEN.test(header.name) && !LEFT_OUT.has(header.name.toLowerCase())) {
      words.push('-H', quote(header.value ? `${header.name}: ${header.value}` : `${header.name};`));
    }
  }
  const isPlain = event.body?.search(CONTROL) === -1;
  if (event.body) {
    words.push(...(isPlain ? ['--data-raw', quote(event.body)] : ['--data-binary', '@-']));
  }
  words.push('--url', quote(event.url));
  const feed = event.body && !isPlain ? ['printf', printed(event.body), '|'] : [];
  return [...feed, ...words].join(' ');
}

function quote(text: string): string {
  return `'${text.replace(CONTROL, '').replaceAll("'", `'\\''`)}'`;
}

/** A text as the format of `printf`, each control character by the octal numbers of its bytes. */
function printed(text: string): string {
  const octal = (control: string): string =>
    [...new TextEncoder().encode(control)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
  return `'${text.replaceAll('\\', '\\\\').replaceAll('%', '%%').replace(CONTROL, octal).replaceAll("'", `'\\''`)}'`;
}
