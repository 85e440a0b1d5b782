import { found, tell } from './panel-words';
import type { LabEvent, Source } from './wire';

/** Why a pixel is missing, in plain words. */
export function reasonInWords(event: LabEvent): string {
  if (event.reason === 'refused_consent' && event.detail === 'Sec-GPC') {
    return tell('ReasonGpc');
  }
  const words = found(`Reason-${event.reason ?? ''}`) ?? tell('ReasonNone');
  return event.detail ? `${words} (${event.detail})` : words;
}

/** The order in which sources are shown: what gives away most first. */
export const SOURCE_ORDER: readonly Source[] = ['page', 'cookie', 'network', 'browser', 'unknown', 'lab'];

/** Where a field came from, in plain words. */
export function sourceInWords(source: Source): string {
  return tell(`Source-${source}`);
}

/** The verdict on the cookie jar, in a few words. */
export function verdictInWords(verdict: string): string {
  return found(`Jar-${verdict}`) ?? verdict;
}

/** The state of the connection, in plain words. */
export function connectionInWords(connection: string): string {
  return found(`Connection-${connection}`) ?? connection;
}

/** What an event that is no hit says in a row. */
export function rowWords(event: LabEvent): string {
  switch (event.kind) {
    case 'visit':
      return tell('RowVisit');
    case 'setting':
      return tell('RowSetting', event.name ?? '', shorten(event.value || tell('RowSettingDefault'), 60));
    case 'consent':
      return event.granted?.length
        ? tell('RowConsent', event.granted.join(tell('RowConsentAnd')))
        : tell('RowConsentNone');
    case 'account':
      return found(`RowAccount-${event.how ?? ''}`) ?? tell('RowAccount');
    case 'ad':
      return tell('RowAd', event.campaign ?? '');
    case 'mail_sent':
      return tell('RowMailSent', event.title ?? '');
    case 'mail':
      return tell('RowMail', (event.how ?? '').replaceAll('_', ' '));
    case 'written':
      return tell('RowWritten');
    case 'experiment':
      return tell('RowExperiment', (event.name ?? '').replaceAll('_', ' '));
    case 'refused':
      return refusalInWords(event);
    default:
      return event.kind.replaceAll('_', ' ');
  }
}

function refusalInWords(event: LabEvent): string {
  const limit = (event.limit ?? 0).toLocaleString('en');
  return found(`Refused-${event.reason ?? ''}`, limit) ?? tell('RefusedMany', limit);
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
