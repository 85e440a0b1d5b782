import { type Hit, type LabEvent, type Missing, type Refused, type Source, unknown } from '../Wire/wire';
import { rowWordsIn as words } from './rows';
import { lengthInWords, timeOfDay } from './time';

const SECOND = 1000;
const MEGABYTE = 1024 * 1024;

/** Why a pixel is missing, in plain words. */
export function reasonInWords(event: Missing): string {
  if (event.reason === 'refused_consent' && event.detail === 'Sec-GPC') {
    return words.say('reason.gpc');
  }
  const reason = words.lookUp(`reason.${event.reason}`) ?? words.say('reason.unknown');
  return event.detail ? words.say('reasonWith', { reason, detail: event.detail }) : reason;
}

/** The order in which sources are shown: what gives away most first. */
export const SOURCE_ORDER: readonly Source[] = ['page', 'cookie', 'network', 'browser', 'unknown', 'lab'];

/** The state of the connection, in plain words. */
export function connectionInWords(connection: string): string {
  return words.lookUp(`connection.${connection}`) ?? connection;
}

/** The row of an event that somebody did, or will have done, with who it was. */
export function rowSentence(row: { who: string; words: string }): string {
  const text = row.who ? words.say('did', { who: row.who, did: row.words }) : row.words;
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** What an event says in a row, without who did it. */
export function rowWords(event: LabEvent): string {
  switch (event.kind) {
    case 'hit':
    case 'planted':
    case 'missing':
      return event.eventInWords;
    case 'visit':
      return words.say('visit');
    case 'setting':
      if (event.name === 'lesson' || event.name === 'lesson.anew') {
        return words.say(event.value ? 'lessonOpened' : 'lessonAway', { lesson: spaced(event.value) });
      }
      if (event.name === 'lesson.path' && event.value) {
        return words.say('lessonPath', { minutes: event.value });
      }
      if (event.name === 'lesson.task') {
        return words.say(event.name);
      }
      if (event.name === 'case' && event.value) {
        return words.say('caseBegun', { number: event.value });
      }
      return (
        words.lookUp(`${event.name}.${event.value}`) ??
        words.say('setting', {
          name: event.name,
          value: shorten(event.value || words.say('settingDefault'), 60),
        })
      );
    case 'consent':
      return event.granted.length
        ? words.say('agreed', {
            purposes: event.granted.reduce((first, second) => words.say('and', { first, second })),
          })
        : words.say('agreedToNothing');
    case 'account':
      return words.lookUp(`account.${event.how}`) ?? words.say('account');
    case 'ad':
      return words.say('ad', { campaign: event.campaign });
    case 'mail_sent':
      return words.say('mailSent', { title: event.title });
    case 'mail':
      return words.say('mail', { what: spaced(event.how) });
    case 'written':
      return words.say('written');
    case 'kept':
      return words.say('kept');
    case 'case':
      return words.lookUp(`case.${event.name}`) ?? words.say('case');
    case 'cookies_cleared':
      return words.say('cookiesCleared');
    case 'experiment':
      return words.say('experiment', { name: spaced(event.name) });
    case 'refused':
      return refusalInWords(event);
    case 'erased':
      return spaced(event.kind);
    default:
      return spaced(unknown(event).kind);
  }
}

/** What the rows of a page in view say together. */
export function inViewWords(engaged: number): string {
  return engaged < SECOND
    ? words.say('inView.noSecond')
    : words.say('inView', { time: lengthInWords(engaged) });
}

function refusalInWords(event: Refused): string {
  const { limit } = event;
  switch (event.reason) {
    case 'target_too_long':
      return words.say('refused.target_too_long', { limit });
    case 'headers_too_large':
      return words.say('refused.headers_too_large', { limit });
    case 'too_many_bytes':
      return words.say('refused.too_many_bytes', { megabytes: limit / MEGABYTE });
    case 'full':
      return words.say('refused.full', { megabytes: limit / MEGABYTE });
    default:
      return words.say('refused.rate', { limit });
  }
}

/** A name of the wire as one reads it. */
function spaced(name: string): string {
  return name.replaceAll('_', ' ');
}

/** What a reader takes for one character may be many: a flag, a family, a letter with its accent. */
const characters = new Intl.Segmenter(document.documentElement.lang || 'en');

/** The text, cut after whole characters where it is longer. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) {
    return text;
  }
  let end = 0;
  for (const { index, segment } of characters.segment(text)) {
    if (index + segment.length > most - 1) {
      break;
    }
    end = index + segment.length;
  }
  return `${text.slice(0, end)}…`;
}

/** What the tracker learned, at the time that the reader's own clock showed: the lab tells times as UTC. */
export function sentenceOf({ account, at }: Partial<Pick<Hit, 'account' | 'at'>>): string {
  const sentence = account?.sentence ?? '';
  return at ? sentence.replace(at.slice(11, 19), timeOfDay(Date.parse(at))) : sentence;
}
