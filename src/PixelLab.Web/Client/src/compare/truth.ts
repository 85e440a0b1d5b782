import { html, type TemplateResult } from 'lit';
import { count } from './names';
import type { Comparison } from './wire';

/** Who it really was, as far as the lab knows: one’s own seat has one person in it, a simulated town says how many. */
export function truthInWords(state: Comparison, isReplay: boolean): TemplateResult {
  const browsers = count(state.browsers.length, 'browser');
  if (state.people !== undefined) {
    return html`In truth: <b>${count(state.people, 'invented person', 'invented people')}</b> with
      ${count(state.browsers.length, 'kind')} of browser.`;
  }
  return isReplay
    ? html`In truth: whoever walked in this replay, with ${browsers}.`
    : html`In truth: <b>one person</b> with ${browsers}.`;
}

/** The same, as the sentence under the time line, with the browsers by name. */
export function browsersInWords(state: Comparison): string {
  const many = state.browsers.length > 1;
  const named = state.browsers
    .slice(0, MOST_NAMED)
    .map((name, index) => `${many ? `${index + 1}: ` : ''}${name}`);
  const rest = state.browsers.length - named.length;
  return named.join(', ') + (rest > 0 ? ` and ${rest.toLocaleString('en')} more` : '');
}

/** What stands in the truth’s row of the time line. */
export function walkerOf(state: Comparison, browser: number, isReplay: boolean): string {
  const number = browser + 1;
  if (state.people !== undefined) {
    return `browser ${number}`;
  }
  const who = isReplay ? 'they' : 'you';
  return state.browsers.length > 1 ? `${who} in browser ${number}` : who;
}

/** The most browsers that are named in a sentence. */
const MOST_NAMED = 12;
