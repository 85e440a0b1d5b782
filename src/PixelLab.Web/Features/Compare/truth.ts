import { compareWords as words } from '../../Client/Kit/Words/compare';
import { listed } from '../../Client/Kit/Words/say';
import type { Comparison } from './wire';

/** Whose visits the page shows: one’s own, those in an opened file, or those of invented people. */
export type Walker = 'you' | 'replay' | 'town';

/** Whose visits these are. A simulated town says so itself, also when its events came out of a file. */
export function walkerOf(state: Comparison, isReplay: boolean): Walker {
  return state.people !== undefined ? 'town' : isReplay ? 'replay' : 'you';
}

/** How many people there were; undefined where nobody knows. */
export function peopleIn(state: Comparison, walker: Walker): number | undefined {
  return walker === 'you' ? 1 : state.people;
}

/** The most browsers that are named in a sentence. */
const MOST_NAMED = 12;

/** Who it really was, with the browsers by name: the sentence under the time line. */
export function reallyInWords(state: Comparison, walker: Walker): string {
  const many = state.browsers.length > 1;
  const named = listed(
    state.browsers
      .slice(0, MOST_NAMED)
      .map((name, index) => (many ? words.say('browser', { number: index + 1, name }) : name)),
  );
  const rest = state.browsers.length - MOST_NAMED;
  return words.say(`really.${walker}`, {
    count: walker === 'town' ? (state.people ?? 0) : state.browsers.length,
    browsers: rest > 0 ? words.say('browsersMore', { browsers: named, count: rest }) : named,
  });
}

/** What stands in the truth’s row of the time line. */
export function walkerInRow(state: Comparison, browser: number, walker: Walker): string {
  return walker === 'town' || state.browsers.length > 1
    ? words.say(`whoIn.${walker}`, { number: browser + 1 })
    : words.say(`who.${walker}`);
}
