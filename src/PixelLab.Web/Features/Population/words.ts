import type { LensView, Opens } from './wire';

export const NAMES = { pixel: 'Pixel', cookie: 'Cookie', both: 'Both' } as const;

export function sentence(lens: LensView, people: number): string {
  const difference = lens.visitors - people;
  const counted =
    difference === 0
      ? 'exactly as many as there were people'
      : `${count(Math.abs(difference))} ${difference > 0 ? 'too many' : 'too few'}`;
  const ads =
    lens.ads === 0
      ? 'No ad followed anybody.'
      : `Of ${count(lens.ads)} ads that followed somebody, ${count(lens.afterPurchase + lens.wrongPerson)} were for nothing: ${euros(lens.wastedEuros)} of ${euros(lens.spent)}.`;
  return `${NAMES[lens.lens]}: ${count(lens.visitors)} visitors counted, ${counted}. ${ads}`;
}

export function opensSentence(opens: Opens): string {
  return opens.sent === 0
    ? 'No mail was sent.'
    : `Mail: the sender believes that ${count(opens.believed)} of ${count(opens.sent)} messages were opened. In truth it was ${count(opens.opened)}: ${count(opens.overCounted)} were fetched by a machine alone, and ${count(opens.missed)} were read unseen.`;
}

export function count(number: number): string {
  return number.toLocaleString('en');
}

export function euros(amount: number): string {
  return `€${amount.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}

export function percent(part: number): number {
  return Math.round(part * 1000) / 10;
}
