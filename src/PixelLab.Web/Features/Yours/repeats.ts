import type { Explained } from './wire';

type Field = Explained['fields'][number];

/** Headers by which browser and server agree on how to talk: they tell nothing about anybody. */
const SAYS_NOTHING: ReadonlySet<string> = new Set([
  'accept',
  'accept-encoding',
  'cache-control',
  'connection',
  'content-length',
  'content-type',
  'host',
  'pragma',
  'priority',
  'te',
  'transfer-encoding',
  'upgrade-insecure-requests',
]);

/** What the headers of all requests of one thing that was brought have in common, so that nobody has to read it again and again. */
export class Repeats {
  #requests = 0;
  /** By a header's name, its value and how many requests had it; `undefined` where two differ. */
  readonly #values = new Map<string, { value: string | undefined; requests: number }>();

  note({ fields }: Explained): void {
    this.#requests++;
    for (const { field, value, source } of fields) {
      if (source === 'browser') {
        this.#noteValue(field.toLowerCase(), value);
      }
    }
  }

  /** The parts of a request that are the same in every request that has them, or tell nothing. What names the page stays. */
  of({ fields, told }: Explained): Set<Field> {
    const pages = new Set(told.filter(({ what }) => what === 'page').map(({ field }) => field));
    return new Set(fields.filter((field) => !pages.has(field.field) && this.#isDull(field)));
  }

  #isDull({ field, value, source }: Field): boolean {
    const name = field.toLowerCase();
    return (
      value === '' ||
      (source === 'browser' &&
        (SAYS_NOTHING.has(name) || name.startsWith('sec-fetch-') || this.#isSameEverywhere(name)))
    );
  }

  #isSameEverywhere(name: string): boolean {
    const known = this.#values.get(name);
    return known?.value !== undefined && this.#requests > 1 && known.requests > this.#requests / 2;
  }

  #noteValue(name: string, value: string): void {
    const known = this.#values.get(name);
    if (!known) {
      this.#values.set(name, { value, requests: 1 });
      return;
    }
    known.requests++;
    if (known.value !== value) {
      known.value = undefined;
    }
  }
}
