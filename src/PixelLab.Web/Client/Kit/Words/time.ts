import { language } from './say';

/** Each is made once: making one takes longer than drawing a row does. */
const toTheMinute = clock({ hour: '2-digit', minute: '2-digit' });
const toTheSecond = clock({ hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** The time of day on the reader's own clock, to the second: when something happened. */
export function timeOfDay(at: number): string {
  return toTheSecond.format(at);
}

/** The time of day on the reader's own clock, to the minute: when something will end. */
export function hourAndMinute(at: number): string {
  return toTheMinute.format(at);
}

function clock(parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language === 'en' ? [] : language, { ...parts, hourCycle: 'h23' });
}
