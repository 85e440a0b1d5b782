import { listed } from '../../Client/Kit/Words/say';
import { yoursWords as words } from '../../Client/Kit/Words/yours';
import type { Picture } from './picture';

/** What tells most about somebody. */
const TELLING: readonly string[] = [
  'person',
  'letter',
  'worth',
  'search',
  'item',
  'ad_clicked',
  'partners_number',
  'number',
];

/** What comes along with every request, whatever it is about. */
const ALWAYS: ReadonlySet<string> = new Set(['program', 'languages', 'address']);

/** So many kinds of things are told in a sentence. */
const MOST_KINDS = 4;

/** How many requests there are, and to how many companies besides the sites themselves they went. */
export function requestsInWords(picture: Picture): string {
  const { own, requests, toOthers } = picture;
  const companies = words.say('companies', { count: picture.companies().length });
  return own.requests === 0
    ? words.say('done', { count: requests, companies })
    : [
        words.say('requestCount', { count: requests }),
        toOthers === 0 ? words.say('toNobody') : words.say('toOthers', { count: toOthers, companies }),
        words.say('toOwn', { count: own.requests }),
      ].join(' ');
}

/** What the companies were told most often of what not every request tells, and what tells most about somebody; empty where they were told nothing. */
export function toldInShort(picture: Picture): string {
  const told = picture.toldToOthers();
  const most = told.filter(([what]) => !ALWAYS.has(what) && !TELLING.includes(what)).slice(0, MOST_KINDS);
  const telling = TELLING.flatMap((what) => told.filter(([one]) => one === what));
  return [
    most.length > 0 ? words.say('toldMost', { things: kindsInWords(most) }) : '',
    telling.length > 0
      ? words.say('toldTelling', { things: kindsInWords(telling.slice(0, MOST_KINDS)) })
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Kinds of things, each with how often it was told where that was more than once. */
export function kindsInWords(told: readonly (readonly [what: string, times: number])[]): string {
  return listed(
    told.map(([what, times]) => {
      const thing = words.lookUp(`told.${what}`) ?? what;
      return times > 1 ? words.say('times', { what: thing, times }) : thing;
    }),
  );
}
