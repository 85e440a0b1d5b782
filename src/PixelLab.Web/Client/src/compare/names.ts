import type { LensName } from './wire';

/** The three trackers, in the order of the columns. */
export const LENSES: readonly LensName[] = ['pixel', 'cookie', 'both'];

/** What a tracker is called in headings. */
export const LENS_TITLE: Record<LensName, string> = {
  pixel: 'Pixel alone',
  cookie: 'Cookie alone',
  both: 'Both together',
};

/** How a tracker tells visitors apart, in a sentence. */
export const LENS_WAY: Record<LensName, string> = {
  pixel: 'Mixes address, browser and language into a mark that changes every day.',
  cookie: 'Knows only the number in its cookie. Who brings none is new.',
  both: 'Goes by the cookie, fills gaps with the mark, and joins what an account or an email links.',
};

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

/** A number of things, with the right form of the word. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

/** The address at which the panel shows a hit. */
export function hitUrl(panel: string, id: number): string {
  return `${panel}?hit=${id}`;
}
