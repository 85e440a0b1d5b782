import english from '../../Live/PanelText.resx';
import { wordsOfPage } from './page-data';

/** A word of the panel’s parts in the page’s language, which a page in another language than English brings along; undefined where there is none. */
export function found(name: string, ...values: readonly (string | number)[]): string | undefined {
  const words = wordsOfPage('panel-words')[name] ?? english[name];
  return words?.replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)] ?? ''));
}

/** The same, for words that there are. */
export function tell(name: string, ...values: readonly (string | number)[]): string {
  return found(name, ...values) ?? name;
}
