import type { Explained } from './wire';

/** A trick that a company of the town shows, and the lesson about it. */
export interface Trick {
  readonly name: 'matching' | 'decoration' | 'letter' | 'retargeting' | 'counting';
  readonly lesson: string;
}

const TRICKS: readonly (Trick & {
  readonly isDone: (request: Explained, told: ReadonlySet<string>) => boolean;
})[] = [
  { name: 'matching', lesson: 'cookie-matching', isDone: (_, told) => told.has('partners_number') },
  { name: 'decoration', lesson: 'link-decoration', isDone: (_, told) => told.has('ad_clicked') },
  {
    name: 'letter',
    lesson: 'email-pixels',
    isDone: ({ category }, told) => category === 'email' || told.has('letter'),
  },
  {
    name: 'retargeting',
    lesson: 'advertising-pixels',
    isDone: ({ category, vendor }) => category === 'advertising' && vendor !== null,
  },
  {
    name: 'counting',
    lesson: 'website-pixels',
    isDone: ({ category, vendor }) => category?.includes('analytics') === true && vendor !== null,
  },
];

/** What of the town this request does too. */
export function tricksOf(request: Explained): Trick[] {
  const told = new Set(request.told.map(({ what }) => what));
  return TRICKS.filter(({ isDone }) => isDone(request, told));
}
