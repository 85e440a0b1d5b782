import type { LabEvent, Source } from './wire';

const REASONS: Record<string, string> = {
  no_request: 'No request came. Images may be off, or something stopped it without a trace.',
  images_off: 'The browser loads no images.',
  blocked: 'The browser or an extension stopped the request.',
  script_blocked: 'The vendor’s script did not run, so nothing fired the pixel.',
  not_scrolled_to: 'It waits further down: the browser fetches it when you scroll there.',
  not_looked_at: 'It waits until somebody looks: the page is in a background tab.',
  refused_consent: 'You have not agreed, and the site keeps to it.',
  blocked_by_rule: 'A rule of the lab’s blocker stopped it.',
  unread: 'The message has not been opened.',
  mail_images_off: 'The mail program shows no images until you ask it to.',
  stripped: 'The mail program took the pixel out of the message.',
};

/** Why a pixel is missing, in plain words. */
export function reasonInWords(event: LabEvent): string {
  if (event.reason === 'refused_consent' && event.detail === 'Sec-GPC') {
    return 'Your browser sent Global Privacy Control, and the site honours it.';
  }
  const words = REASONS[event.reason ?? ''] ?? 'It has not arrived.';
  return event.detail ? `${words} (${event.detail})` : words;
}

const SOURCES: Record<Source, string> = {
  page: 'Written into the address by the page or the vendor’s script',
  browser: 'Added by the browser, by itself',
  cookie: 'From a cookie stored earlier',
  network: 'From the network connection',
  lab: 'The lab’s own: a real tracker would not have it',
  unknown: 'Not known to this lab',
};

/** The order in which sources are shown: what gives away most first. */
export const SOURCE_ORDER: readonly Source[] = ['page', 'cookie', 'network', 'browser', 'unknown', 'lab'];

/** Where a field came from, in plain words. */
export function sourceInWords(source: Source): string {
  return SOURCES[source];
}

const VERDICTS: Record<string, string> = {
  open: 'Cookie jar: open',
  partitioned: 'Cookie jar: one per site',
  blocked: 'Cookie jar: closed',
  unknown: 'Cookie jar: not known yet',
};

/** The verdict on the cookie jar, in a few words. */
export function verdictInWords(verdict: string): string {
  return VERDICTS[verdict] ?? verdict;
}

const CONNECTIONS: Record<string, string> = {
  connecting: 'Connecting …',
  live: 'Live',
  lost: 'Connection lost, trying again …',
};

/** The state of the connection, in plain words. */
export function connectionInWords(connection: string): string {
  return CONNECTIONS[connection] ?? connection;
}

/** What an event that is no hit says in a row. */
export function rowWords(event: LabEvent): string {
  switch (event.kind) {
    case 'visit':
      return 'page opened';
    case 'setting':
      return `switch “${event.name}” set to “${shorten(event.value || 'default', 60)}”`;
    case 'consent':
      return event.granted?.length ? `agreed to ${event.granted.join(' and ')}` : 'agreed to nothing';
    case 'account':
      return (
        { log_in: 'logged in', log_out: 'logged out', sign_up: 'signed up' }[event.how ?? ''] ??
        'used an account'
      );
    case 'ad':
      return `ad shown: ${event.campaign}`;
    case 'mail_sent':
      return `message sent: ${event.title ?? ''}`;
    case 'mail':
      return `message ${(event.how ?? '').replaceAll('_', ' ')}`;
    case 'written':
      return 'wrote a page of your own';
    case 'experiment':
      return `experiment: ${(event.name ?? '').replaceAll('_', ' ')}`;
    case 'refused':
      return refusalInWords(event);
    default:
      return event.kind.replaceAll('_', ' ');
  }
}

function refusalInWords(event: LabEvent): string {
  const limit = (event.limit ?? 0).toLocaleString('en');
  switch (event.reason) {
    case 'target_too_long':
      return `turned away unread: its address was longer than ${limit} bytes`;
    case 'headers_too_large':
      return `turned away unread: its headers were too many, or larger than ${limit} bytes`;
    default:
      return `turned away: more than ${limit} hits a minute from one address are not kept`;
  }
}

export function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** The time of day, to the second. */
export function timeOfDay(at: number): string {
  return new Date(at).toLocaleTimeString([], {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  });
}
