import { FiltersEngine, Request, type RequestType } from '@ghostery/adblocker';
import type { Explained } from './wire';

/** Why a request is made, as lists of rules call it. */
const TYPES: Record<Explained['means'], RequestType> = {
  other: 'other',
  image: 'image',
  frame: 'sub_frame',
  script: 'script',
  style: 'stylesheet',
  font: 'font',
  media: 'media',
  beacon: 'xmlhttprequest',
  ping: 'ping',
  report: 'csp_report',
  socket: 'websocket',
  navigation: 'main_frame',
};

/** A page of somebody's else: most of what people bring is asked for from there, and an address alone does not tell. */
const ELSEWHERE = 'elsewhere.invalid';

/** A list of rules in the syntax that blockers share, as it would have been asked about each request. */
export class FilterList {
  readonly rules: number;
  readonly #engine: FiltersEngine;

  constructor(
    readonly name: string,
    text: string,
  ) {
    // What hides parts of a page stops no request. With `debug` a rule is kept as it was written.
    this.#engine = FiltersEngine.parse(text, { loadCosmeticFilters: false, debug: true });
    this.rules = this.#engine.getFilters().networkFilters.length;
  }

  /** The rule that would have stopped a request; empty where it would have come. */
  ruleFor({ url, means, site }: Pick<Explained, 'url' | 'means' | 'site'>): string {
    const { match, filter } = this.#engine.match(
      Request.fromRawDetails({ url, type: TYPES[means], sourceUrl: `https://${site ?? ELSEWHERE}/` }),
    );
    return match ? (filter?.rawLine ?? filter?.toString() ?? '') : '';
  }
}
