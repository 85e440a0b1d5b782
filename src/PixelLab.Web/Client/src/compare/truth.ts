import { html, type TemplateResult } from 'lit';
import { count } from './names';
import type { Comparison, LensName } from './wire';

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

/** Who it really was, as far as the lab knows: one’s own seat has one person in it, a simulated town says how many. */
export function truthInWords(state: Comparison, walker: Walker): TemplateResult {
  const browsers = count(state.browsers.length, 'browser');
  switch (walker) {
    case 'town':
      return html`In truth: <b>${count(state.people ?? 0, 'invented person', 'invented people')}</b> with
        ${count(state.browsers.length, 'kind')} of browser.`;
    case 'replay':
      return html`In truth: whoever walked in this replay, with ${browsers}.`;
    case 'you':
      return html`In truth: <b>one person</b> with ${browsers}.`;
  }
}

/** Which of the trackers count as many visitors as there were people; empty where nobody knows. */
export function judgement(state: Comparison, walker: Walker): string {
  const people = peopleIn(state, walker);
  if (people === undefined) {
    return '';
  }
  const right = state.lenses.filter((lens) => lens.count === people).map((lens) => TRACKERS[lens.lens]);
  switch (right.length) {
    case 0:
      return 'None of the three counts right.';
    case state.lenses.length:
      return 'All three count right.';
    default:
      return `Only ${right.join(' and ')} count${right[0] === TRACKERS.both || right.length > 1 ? '' : 's'} right.`;
  }
}

const TRACKERS: Record<LensName, string> = {
  pixel: 'the pixel',
  cookie: 'the cookie',
  both: 'both together',
};

/** The browsers by name, as a part of the sentence under the time line. */
export function browsersInWords(state: Comparison): string {
  const many = state.browsers.length > 1;
  const named = state.browsers
    .slice(0, MOST_NAMED)
    .map((name, index) => `${many ? `${index + 1}: ` : ''}${name}`);
  const rest = state.browsers.length - named.length;
  return named.join(', ') + (rest > 0 ? ` and ${rest.toLocaleString('en')} more` : '');
}

/** What stands in the truth’s row of the time line. */
export function walkerInRow(state: Comparison, browser: number, walker: Walker): string {
  const number = browser + 1;
  if (walker === 'town') {
    return `browser ${number}`;
  }
  const who = walker === 'replay' ? 'they' : 'you';
  return state.browsers.length > 1 ? `${who} in browser ${number}` : who;
}

/** The most browsers that are named in a sentence. */
const MOST_NAMED = 12;
