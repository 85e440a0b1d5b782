/** The page's language; not asked of the words, which are fetched and would hold up a page. */
const language = document.documentElement.lang || 'en';

/** Each is made once: making one takes longer than drawing a row does. */
const toTheMinute = clock({ hour: '2-digit', minute: '2-digit' });
const toTheSecond = clock({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
const withTheDay = clock({
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** How exactly a page tells a time (`Pages/TimeText.cs`). */
const FORMS: Readonly<Record<string, Intl.DateTimeFormat>> = {
  minute: toTheMinute,
  second: toTheSecond,
  moment: withTheDay,
};

const seconds = length('second');
const minutes = length('minute');

/** From so many seconds on a length of time is told in minutes. */
const TOLD_IN_MINUTES = 120;

/** A length of time in words, from milliseconds. */
export function lengthInWords(milliseconds: number): string {
  const told = Math.round(milliseconds / 1000);
  return told < TOLD_IN_MINUTES ? seconds.format(told) : minutes.format(Math.round(told / 60));
}

/** The time of day on the reader's own clock, to the second. */
export function timeOfDay(at: number): string {
  return toTheSecond.format(at);
}

/** The time of day on the reader's own clock, to the minute: when something will end. */
export function hourAndMinute(at: number): string {
  return toTheMinute.format(at);
}

/** Writes the times that the server wrote as UTC on the reader's own clock, and those that come into the page later. */
export function keepTimesLocal(): void {
  writeTimes();
  new MutationObserver(writeTimes).observe(document.body, { childList: true, subtree: true });
}

function writeTimes(): void {
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-form]')) {
    const form = FORMS[time.dataset.form ?? ''];
    const at = Date.parse(time.dateTime);
    delete time.dataset.form;
    if (form && !Number.isNaN(at)) {
      time.textContent = form.format(at);
    }
  }
}

function clock(parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language === 'en' ? [] : language, { ...parts, hourCycle: 'h23' });
}

function length(unit: 'second' | 'minute'): Intl.NumberFormat {
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
}
