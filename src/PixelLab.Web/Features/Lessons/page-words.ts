import { wordsOfPage } from '../../Client/Kit/Page/page-data';

/** A word or sentence in the page's language, which the page brings along; `{0}` and so on are filled in. */
export function say(name: string, ...values: readonly (string | number)[]): string {
  return (wordsOfPage('lesson-words')[name] ?? name).replace(/\{(\d)\}/g, (_, at: string) =>
    String(values[Number(at)] ?? ''),
  );
}
