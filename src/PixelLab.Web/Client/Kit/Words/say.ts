/** The words of one subject. A text that depends on a number has one entry for each form: `hits.one`, `hits.other`. */
type Words = Readonly<Record<string, string>>;

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

type Key<English> = keyof English extends infer Name
  ? Name extends `${infer Stem}.${PluralForm}`
    ? Stem
    : Name & string
  : never;

/** The languages that have files beside the English ones; the build says which. */
declare const LANGUAGES: readonly string[];

/** The language of the page. */
export const language = document.documentElement.lang || 'en';

/** Words that the page brings along itself, as a translated lesson does; their names begin with the subject. */
const brought = JSON.parse(document.getElementById('lab-words')?.textContent || '{}') as Words;

const translated: Words = LANGUAGES.includes(language) ? await load() : {};

/** Says things of one subject in the page's language, and in English what is not translated. */
export class Speaker<English extends Words> {
  constructor(
    private readonly subject: string,
    private readonly english: English,
  ) {}

  /** A text; `{name}` is filled in, and `{count}` also chooses the form. */
  say(key: Key<English>, values: Readonly<Record<string, string | number>> = {}): string {
    return this.parts(key, values).join('');
  }

  /** The same in pieces, for values that are drawn and not only written. */
  parts<Value>(
    key: Key<English>,
    values: Readonly<Record<string, Value | string | number>>,
  ): (Value | string)[] {
    return this.#find(key, values.count)
      .split(/\{(\w+)\}/)
      .map((piece, index) => (index % 2 === 0 ? piece : written(values[piece] ?? '')));
  }

  /** A text whose name came with an event; undefined where nobody has words for it. */
  lookUp(key: string): string | undefined {
    return key in this.english ? this.say(key as Key<English>) : undefined;
  }

  #find(key: string, count: unknown): string {
    const name = `${this.subject}.${key}`;
    return (
      pick(brought, name, language, count) ??
      pick(translated, name, language, count) ??
      pick(this.english, key, 'en', count) ??
      key
    );
  }
}

/** Several things in one line, as the page's language writes them. */
export function listed(things: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format(things);
}

function pick(words: Words, key: string, of: string, count: unknown): string | undefined {
  return typeof count === 'number'
    ? (words[`${key}.${new Intl.PluralRules(of).select(count)}`] ?? words[`${key}.other`] ?? words[key])
    : words[key];
}

function written<Value>(value: Value | string | number): Value | string {
  return typeof value === 'number' ? value.toLocaleString(language) : value;
}

async function load(): Promise<Words> {
  try {
    const reply = await fetch(new URL(`words/${language}.json`, import.meta.url));
    return reply.ok ? ((await reply.json()) as Words) : {};
  } catch {
    return {};
  }
}
