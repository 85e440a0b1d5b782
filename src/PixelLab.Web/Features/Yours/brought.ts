import { Announcer } from '../../Client/Kit/Page/announcer';
import { matches, NO_FILTER } from '../../Client/Kit/Hits/filter';
import type { Row } from '../../Client/Kit/Hits/rows';
import { yoursWords as words } from '../../Client/Kit/Words/yours';
import { Choices } from '../Panel/choices';
import { Sift } from '../Panel/sift';
import { companyOf, isPagesOwn, siteOf } from './company';
import { explain, readAgain } from './explain';
import type { FilterList } from './filter-list';
import { isFilterList } from './is-filter-list';
import { Picture } from './picture';
import { ProgressWatch, type Progress } from './progress';
import { Repeats } from './repeats';
import { requestsInWords, toldInShort } from './totals';
import type { BroughtKind, Explained, Link, Problem } from './wire';

/** The most requests that the page holds: some long days in a browser. */
export const MOST_REQUESTS = 60_000;

/** The most files that are taken at once. */
const MOST_FILES = 500;

const MEGABYTE = 1024 * 1024;

/** One thing that was brought. */
export interface Thing {
  readonly name: string;
  readonly what: Blob;
  /** How far it is, where it is large enough to be asked. */
  progress?: Progress;
  kind: BroughtKind | undefined;
  requests: number;
  links: readonly Link[];
  problems: readonly Problem[];
  /** Why it could not be read, or not to its end. */
  fault: string;
  /** What its requests have in common. */
  readonly repeats: Repeats;
}

/** What the list is narrowed to. */
export interface Narrowed {
  readonly vendor: string;
  readonly site: string;
  readonly text: string;
  /** What the list of rules does to it; empty where that is all the same. */
  readonly rule: '' | 'stopped' | 'through';
}

export const NOT_NARROWED: Narrowed = { vendor: '', site: '', text: '', rule: '' };

/** All that was brought to the page, and what the lab told of it. It lives as long as the page is open. */
export class Brought {
  things: Thing[] = [];
  rows: Row[] = [];
  /** The rows that the list shows. */
  shown: Row[] = [];
  narrowed = NOT_NARROWED;
  picture = new Picture();
  /** Grows whenever a row has come. */
  version = 0;
  /** Grows whenever something was read to its end, or all was forgotten. */
  whole = 0;
  /** Whether the pages' own files are listed too, and how many there are. */
  showsOwn = false;
  ownFiles = 0;
  /** A list of a blocker's rules, where one was brought, and how many requests it would have stopped. */
  list: FilterList | undefined;
  stopped = 0;
  /** What is being explained. */
  current: Thing | undefined;
  /** How many things wait. */
  waiting = 0;
  /** What a screen reader is told. */
  said = '';
  #choices = new Choices();
  /** Each request as it came: small beside what would be made of it, and read again when it is looked at. */
  #bytes: (Uint8Array | undefined)[] = [];
  #origins: Thing[] = [];
  #means: Explained['means'][] = [];
  /** The rows of the pages' own files. */
  readonly #own = new Set<Row>();
  #ruling: Sift | undefined;
  #pasted = 0;
  #queue: (readonly [what: Blob, name: string])[] = [];
  #stopping = new AbortController();
  #sift: Sift | undefined;
  readonly #announcer = new Announcer((said) => {
    this.said = said;
    this.changed();
  });

  constructor(
    private readonly changed: () => void,
    /** Where the lab explains, and the most megabytes of one thing that it reads. */
    private readonly lab: () => { api: string; mostMegabytes: number },
    /** All that waited was read; with the number of the first request of it that the list has. */
    private readonly wasRead: (first: number | undefined) => void,
  ) {}

  get isEmpty(): boolean {
    return this.things.length === 0 && !this.current && !this.list;
  }

  /** Takes things, to be explained one after the other. */
  bring(things: readonly (readonly [what: Blob, name: string])[]): void {
    this.#queue.push(...things.slice(0, MOST_FILES));
    if (things.length > MOST_FILES) {
      this.#announcer.now(words.say('tooMany', { count: MOST_FILES }));
    }
    if (!this.current) {
      void this.#work();
    }
  }

  stop(): void {
    this.#queue = [];
    this.#stopping.abort();
  }

  forget(): void {
    this.stop();
    this.things = [];
    this.rows = [];
    this.#bytes = [];
    this.#origins = [];
    this.#means = [];
    this.#own.clear();
    this.ownFiles = 0;
    this.showsOwn = false;
    this.rule(undefined);
    this.picture = new Picture();
    this.#choices = new Choices();
    this.whole++;
    this.narrow(NOT_NARROWED);
    this.#announcer.now(words.say('forgotten'));
  }

  /** Forgets one thing. Its requests leave their numbers behind, so that the others keep theirs. */
  drop(thing: Thing): void {
    this.things = this.things.filter((one) => one !== thing);
    const isLeft = (row: Row): boolean => this.#origins[row.id - 1] !== thing;
    for (const row of this.rows) {
      if (!isLeft(row)) {
        this.#bytes[row.id - 1] = undefined;
        this.#own.delete(row);
        this.stopped -= row.badges.length > 0 ? 1 : 0;
      }
    }
    this.rows = this.rows.filter(isLeft);
    this.ownFiles = this.#own.size;
    this.picture = new Picture();
    for (const { id } of this.rows) {
      const found = this.find(id);
      if (found) {
        this.picture.add(found.request);
      }
    }
    this.#choices.noteAgain(this.rows.filter((row) => this.#isListed(row)));
    this.whole++;
    this.narrow({});
    this.#announcer.now(words.say('dropped', { name: thing.name }));
  }

  /** Asks a list of rules about all that is here and all that comes, or no list any more. */
  rule(list: FilterList | undefined): void {
    this.list = list;
    this.stopped = 0;
    this.#ruling?.stop();
    this.#ruling = new Sift(
      this.rows,
      (row) => this.#judge(row),
      () => {
        this.#ruling = undefined;
        this.narrow(list ? {} : { rule: '' });
        if (list) {
          this.#announcer.now(this.listInWords());
        }
      },
    );
    this.#ruling.run();
  }

  /** What the list would have done. */
  listInWords(): string {
    return this.list
      ? words.say('listStops', { list: this.list.name, count: this.stopped, all: this.rows.length })
      : '';
  }

  /** Whether the list stops a row's request, which the row then says. */
  #judge(row: Row): boolean {
    const rule = this.list?.ruleFor({
      url: row.url,
      means: this.#means[row.id - 1] ?? 'other',
      site: row.site || null,
    });
    row.badges = rule ? ['listed'] : [];
    this.stopped += rule ? 1 : 0;
    return Boolean(rule);
  }

  narrow(part: Partial<Narrowed>): void {
    this.narrowed = { ...this.narrowed, ...part };
    this.#sift?.stop();
    this.#sift = new Sift(
      this.rows,
      (row) => this.#fits(row),
      (rows) => {
        this.#sift = undefined;
        this.shown = rows;
        this.version++;
        this.changed();
      },
    );
    this.#sift.run();
  }

  /** Lists the pages' own files too, or no longer. */
  showOwn(isShown: boolean): void {
    this.showsOwn = isShown;
    this.#choices.noteAgain(this.rows.filter((row) => this.#isListed(row)));
    this.narrow({});
  }

  /** How many rows the list has where it is not narrowed. */
  get listed(): number {
    return this.showsOwn ? this.rows.length : this.rows.length - this.ownFiles;
  }

  /** The values that the list can be narrowed to. */
  values(part: 'vendor' | 'site'): string[] {
    return this.#choices.of(part, this.narrowed[part]);
  }

  /** The request of that number, from 1 on, and what it was brought with. */
  find(id: number): { request: Explained; of: Thing } | undefined {
    const [bytes, of] = [this.#bytes[id - 1], this.#origins[id - 1]];
    return bytes && of && { request: readAgain(bytes), of };
  }

  /** All requests of one thing. */
  *requestsOf(thing: Thing): Generator<{ id: number; request: Explained }> {
    for (let id = this.#origins.indexOf(thing) + 1; id > 0 && this.#origins[id - 1] === thing; id++) {
      const found = this.find(id);
      if (found) {
        yield { id, request: found.request };
      }
    }
  }

  async #work(): Promise<void> {
    const before = this.#bytes.length;
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
      this.waiting = this.#queue.length;
      this.#stopping = new AbortController();
      const [what, name] = next;
      if (await isFilterList(what)) {
        await this.#readList(what, name);
        continue;
      }
      const thing: Thing = {
        name: name || words.say('pasted', { number: ++this.#pasted }),
        what,
        kind: undefined,
        requests: 0,
        links: [],
        problems: [],
        fault: '',
        repeats: new Repeats(),
      };
      this.current = thing;
      this.changed();
      thing.fault = await this.#explain(what, name, thing, this.#stopping.signal);
      if (!this.#wasForgotten(thing)) {
        this.things.push(thing);
      }
      this.whole++;
    }
    this.current = undefined;
    this.waiting = 0;
    if (this.rows.length > 0 || this.things.length > 0) {
      this.#announcer.now([...this.#resultInWords(), this.listInWords()].filter(Boolean).join(' '));
    }
    this.changed();
    this.wasRead(this.rows.find((row) => row.id > before && this.#isListed(row))?.id);
  }

  #resultInWords(): string[] {
    const fault = this.things.at(-1)?.fault;
    return fault
      ? [fault]
      : [requestsInWords(this.picture), toldInShort(this.picture), words.say('resultShown')];
  }

  /** Lists a request that the list was narrowed from. */
  uncover(id: number): void {
    const row = this.rows.find((one) => one.id === id);
    if (row && !this.#fits(row)) {
      this.narrow(NOT_NARROWED);
    }
  }

  /** A list of rules is asked here, in the page: it is large, and goes to nobody. */
  async #readList(what: Blob, name: string): Promise<void> {
    const [{ FilterList }, text] = await Promise.all([import('./filter-list'), what.text()]);
    this.rule(new FilterList(name || words.say('listPasted'), text));
  }

  /** Whatever was forgotten while it was read leaves nothing behind but that it was stopped. */
  #wasForgotten(thing: Thing): boolean {
    return thing.requests > 0 && !this.#origins.includes(thing);
  }

  async #explain(what: Blob, name: string, thing: Thing, signal: AbortSignal): Promise<string> {
    const { api, mostMegabytes: limit } = this.lab();
    if (what.size > limit * MEGABYTE) {
      return words.say('tooLarge', { limit });
    }
    const done = new AbortController();
    const watch = new ProgressWatch(`${api}/progress`, what.size, (progress) => {
      thing.progress = progress;
      this.changed();
    });
    watch.start(done.signal);
    try {
      return await explain(
        api,
        what,
        name,
        signal,
        {
          kind: (kind) => {
            thing.kind = kind;
          },
          request: (request, bytes) => this.#take(request, bytes, thing),
          rest: ({ links, problems }) => {
            thing.links = links;
            thing.problems = problems;
          },
        },
        watch.name,
      );
    } catch {
      return this.rows.length >= MOST_REQUESTS
        ? words.say('full', { count: MOST_REQUESTS })
        : words.say(signal.aborted ? 'stopped' : 'unread');
    } finally {
      done.abort();
    }
  }

  #take(request: Explained, bytes: Uint8Array, thing: Thing): void {
    if (this.#stopping.signal.aborted) {
      return;
    }
    if (this.rows.length >= MOST_REQUESTS) {
      this.stop();
      return;
    }
    const row = rowOf(this.#bytes.length + 1, request);
    thing.requests++;
    this.rows.push(row);
    this.#bytes.push(bytes);
    this.#origins.push(thing);
    this.#means.push(request.means);
    thing.repeats.note(request);
    if (isPagesOwn(request)) {
      this.#own.add(row);
      this.ownFiles++;
    }
    if (this.list && !this.#ruling) {
      this.#judge(row);
    }
    this.picture.add(request);
    if (this.#isListed(row)) {
      this.#choices.note(row);
    }
    if (!this.#sift && this.#fits(row)) {
      this.shown.push(row);
    }
    this.version++;
    this.changed();
  }

  #isListed(row: Row): boolean {
    return this.showsOwn || !this.#own.has(row);
  }

  #fits(row: Row): boolean {
    const { rule, ...narrowed } = this.narrowed;
    return (
      this.#isListed(row) &&
      (!rule || row.badges.length > 0 === (rule === 'stopped')) &&
      matches(row, { ...NO_FILTER, ...narrowed })
    );
  }
}

function rowOf(id: number, request: Explained): Row {
  const company = companyOf(request);
  const title = toldBy(request, 'title') || pageOf(request);
  return {
    key: `r${id}`,
    kind: 'hit',
    id,
    place: request.where.split(', ').at(-1) ?? '',
    site: siteOf(request),
    vendor: company,
    page: company === request.host ? '' : request.host,
    title,
    event: request.event ?? '',
    who: '',
    words: request.did,
    badges: [],
    hits: [],
    engaged: 0,
    reason: '',
    url: request.url,
    size: 0,
    cookie: request.fields.some(({ source }) => source === 'cookie'),
    pageView: '',
    plant: '',
    seat: '',
  };
}

function toldBy({ told }: Explained, what: string): string {
  return told.find((one) => one.what === what)?.value ?? '';
}

/** The page of the site that it told of, without the site's name, which the row has; empty for its first page, and where none is told. */
function pageOf(request: Explained): string {
  const told = toldBy(request, 'page');
  const page = URL.canParse(told) ? new URL(told) : undefined;
  return page && page.pathname !== '/' && `.${page.hostname}`.endsWith(`.${request.site}`)
    ? page.pathname + page.search
    : '';
}
