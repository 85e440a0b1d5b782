import { populationWords as words } from '../../Client/Kit/Words/population';
import { language } from '../../Client/Kit/Words/say';
import type { LensView, Opens } from './wire';

export function nameOf({ lens }: Pick<LensView, 'lens'>): string {
  return words.say(`lens.${lens}`);
}

export function sentence(lens: LensView, people: number): string {
  const difference = lens.visitors - people;
  const number = Math.abs(difference);
  return words.say('counted', {
    who: nameOf(lens),
    visitors: lens.visitors,
    compared:
      difference === 0 ? words.say('exactly') : words.say(difference > 0 ? 'tooMany' : 'tooFew', { number }),
    ads:
      lens.ads === 0
        ? words.say('noAds')
        : words.say('ads', {
            ads: lens.ads,
            wasted: lens.afterPurchase + lens.wrongPerson,
            euros: euros(lens.wastedEuros),
            spent: euros(lens.spent),
          }),
  });
}

export function opensSentence({ believed, missed, opened, overCounted, sent }: Opens): string {
  return sent === 0
    ? words.say('noMail')
    : words.say('mail', { believed, sent, opened, machine: overCounted, unseen: missed });
}

export function count(number: number): string {
  return number.toLocaleString(language);
}

export function euros(amount: number): string {
  return amount.toLocaleString(language, { style: 'currency', currency: 'EUR' });
}

/** A part of all, as a share in words. */
export function share(part: number): string {
  return words.say('share', { number: percent(part) });
}

export function percent(part: number): number {
  return Math.round(part * 1000) / 10;
}
