import { html, type TemplateResult } from 'lit';
import { compareWords as words } from '../../Client/Kit/Words/compare';
import { language } from '../../Client/Kit/Words/say';
import { hitUrl } from './hit-url';
import type { LensName } from './wire';

/** The three trackers, in the order of the columns. */
export const LENSES = ['pixel', 'cookie', 'both'] as const satisfies readonly LensName[];

/** What a tracker is called in headings: each in the list is, so that one the list lacks stops the compiler where its title is wanted. */
export function lensTitle(lens: (typeof LENSES)[number]): string {
  return words.say(`lens.${lens}`);
}

/** The name of a tracker’s visitor: A, B … Z, AA, AB … */
export function letters(number: number): string {
  let text = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  }
  return text;
}

/** How many colours tell visitors apart; the letter tells them apart where colours come round again. */
export const COLOURS = 7;

/** A hit by its number, as a link into the panel. */
export function hitLink(panel: string, id: number): TemplateResult {
  return html`<a href=${hitUrl(panel, id)}>${words.say('hit', { id: String(id) })}</a>`;
}

/** A number that is written large, and chooses the form of the words beside it. */
export function figure(count: number): { count: number; figure: TemplateResult } {
  return { count, figure: html`<b>${count.toLocaleString(language)}</b>` };
}
