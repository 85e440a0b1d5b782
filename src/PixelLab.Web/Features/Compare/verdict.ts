import { html } from 'lit';
import { comparePageWords as words } from '../../Client/Kit/Words/compare-page';
import { LENSES } from './names';
import { peopleIn, type Walker } from './truth';
import type { Comparison } from './wire';

/** Who it really was, as far as the lab knows: one’s own seat has one person in it, a simulated town says how many. */
export function truthInWords(state: Comparison, walker: Walker): unknown {
  const people =
    walker === 'town' ? words.say('truthPeople', { count: state.people ?? 0 }) : words.say('truthOnePerson');
  return words.parts(`truth.${walker}`, { count: state.browsers.length, people: html`<b>${people}</b>` });
}

/** Which of the trackers count right; there is a sentence for each set of them. */
type Right = `right${Chosen<typeof LENSES>}`;

/** The names of any part of a list, in its order, each after a point. */
type Chosen<Names extends readonly string[]> = Names extends readonly [
  infer First extends string,
  ...infer Rest extends readonly string[],
]
  ? Chosen<Rest> | `.${First}${Chosen<Rest>}`
  : '';

/** Which of the trackers count as many visitors as there were people; empty where nobody knows. */
export function judgement(state: Comparison, walker: Walker): string {
  const people = peopleIn(state, walker);
  const right = LENSES.filter((lens) =>
    state.lenses.some((one) => one.lens === lens && one.count === people),
  );
  return people === undefined ? '' : words.say(['right', ...right].join('.') as Right);
}
