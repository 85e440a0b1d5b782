import { ownerOf, siteOf } from './company';
import type { Explained, Lead } from './wire';

/** What is the same each time, and so can be put together by whoever has it. */
const LASTING: ReadonlySet<string> = new Set(['person', 'letter', 'ad_clicked', 'partners_number', 'number']);

/** A shorter value is the same at two companies by chance. */
const SHORTEST = 6;

/** The most values that are remembered: a day in a browser has some thousands. */
const MOST_VALUES = 50_000;

/** How often a company told another its number for the browser. */
export interface Exchange {
  readonly from: string;
  readonly to: string;
  times: number;
  readonly numbers: Set<string>;
}

/** By what number a company knew the browser at several sites: by the same, or by another at each. */
export interface NumbersAtSites {
  readonly company: string;
  readonly sites: readonly string[];
  readonly isSame: boolean;
}

/** Who was asked, and told. */
interface Asked {
  requests: number;
  /** How often each kind of thing was told. */
  readonly told: Map<string, number>;
}

/** What went to the pages' own sites. */
export interface OwnSites extends Asked {
  readonly names: Set<string>;
  /** Products of companies that were recognised there all the same. */
  readonly products: Set<string>;
}

/** One company besides the sites themselves, and what it was told. */
export interface Company extends Asked {
  readonly name: string;
  category: string;
  /** How often from each site. */
  readonly sites: Map<string, number>;
}

/** A value that more than one company got. */
export interface SharedValue {
  readonly value: string;
  /** The fields that it stood in, by company. */
  readonly at: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A line of the picture: so many requests from a site to a company. */
export interface Tie {
  readonly site: string;
  readonly company: string;
  readonly requests: number;
}

/** By what a company leads to another: its reply, its script, what stands in a document or style sheet of it, or a link that was followed. */
export type LeadMeans = Exclude<Lead['how'], 'referrer'>;

/** A line of the picture: so many times a company led to another. */
export interface LeadTie {
  readonly from: string;
  readonly to: string;
  readonly how: LeadMeans;
  requests: number;
}

/**
 * What all that was brought comes to together. It is put together here, not by the lab: the lab is asked once for each thing that is brought and
 * keeps nothing of it, so only the page ever has them all.
 */
export class Picture {
  requests = 0;
  /** Whether a request came with a cookie: programs mostly leave them out where they save a recording. */
  hasCookies = false;
  readonly own: OwnSites = { requests: 0, told: new Map(), names: new Set(), products: new Set() };
  /** Whether something that was brought notes whose script or document asked. */
  saysWhoAsked = false;
  readonly #companies = new Map<string, Company>();
  readonly #leads = new Map<string, LeadTie>();
  readonly #values = new Map<string, Map<string, Set<string>>>();
  readonly #exchanges = new Map<string, Exchange>();
  /** By company and field, the sites at which each number was told. */
  readonly #numbers = new Map<string, Map<string, Map<string, Set<string>>>>();
  #noted = 0;

  add(request: Explained): void {
    this.requests++;
    this.hasCookies ||= request.headers.some(({ name }) => name.toLowerCase() === 'cookie');
    this.saysWhoAsked ||= request.ledBy?.how === 'script' || request.ledBy?.how === 'document';
    if (request.firstParty) {
      this.#takeOwn(request);
      return;
    }
    const company = this.#companyOf(request);
    countAsked(company, request);
    count(company.sites, siteOf(request));
    this.#noteLead(request.ledBy, company.name);
    for (const { what, field, value } of request.told) {
      if (LASTING.has(what) && value.length >= SHORTEST) {
        this.#note(value, company.name, field);
      }
      if (what === 'number' && value.length >= SHORTEST) {
        this.#noteNumber(company.name, field, siteOf(request), value);
      }
      if (what === 'partners_number') {
        this.#noteExchange(request.ledBy, company.name, value);
      }
    }
  }

  /** How many requests went to others than the sites themselves. */
  get toOthers(): number {
    return this.requests - this.own.requests;
  }

  /** The companies besides the sites themselves, those that were asked most often first. */
  companies(): Company[] {
    return [...this.#companies.values()].sort(
      (one, other) => other.requests - one.requests || one.name.localeCompare(other.name),
    );
  }

  /** The values that went to more than one company, those that went to most first. */
  shared(): SharedValue[] {
    return [...this.#values]
      .filter(([, at]) => at.size > 1)
      .map(([value, at]) => ({ value, at }))
      .sort((one, other) => other.at.size - one.at.size);
  }

  /** Which site told which company, the strongest ties first. What names no site is left out, and what a site fetches of its own. */
  ties(): Tie[] {
    return this.companies()
      .flatMap(({ name, sites }) => [...sites].map(([site, requests]) => ({ site, company: name, requests })))
      .filter(({ site, company }) => site !== '' && site !== company)
      .sort((one, other) => other.requests - one.requests);
  }

  /** Which company led to which other, most often first. A site that somebody visited is no company, unless it is known as one's. */
  leads(): LeadTie[] {
    return [...this.#leads.values()]
      .filter(({ from }) => !this.own.names.has(from))
      .sort((one, other) => other.requests - one.requests);
  }

  /** Which companies told each other their numbers for the browser, those that did most often first. */
  exchanges(): Exchange[] {
    return [...this.#exchanges.values()].sort((one, other) => other.times - one.times);
  }

  /** The companies that were told numbers for the browser at more than one site. */
  numbersAtSites(): NumbersAtSites[] {
    return [...this.#numbers].flatMap(([company, fields]) => {
      const several = [...fields.values()].map(sitesOf).filter(({ sites }) => sites.size > 1);
      const told = several.find(({ isSame }) => isSame) ?? several[0];
      return told ? [{ company, sites: [...told.sites], isSame: told.isSame }] : [];
    });
  }

  /** How often the companies were told each kind of thing, most often first. */
  toldToOthers(): [what: string, times: number][] {
    const sums = new Map<string, number>();
    for (const { told } of this.#companies.values()) {
      for (const [what, times] of told) {
        count(sums, what, times);
      }
    }
    return [...sums].sort(([, one], [, other]) => other - one);
  }

  #takeOwn(request: Explained): void {
    countAsked(this.own, request);
    this.own.names.add(siteOf(request));
    if (request.vendor) {
      this.own.products.add(request.vendor);
    }
  }

  /** A site that leads to a company is a tie; here it is a company that leads to another. */
  #noteLead(lead: Lead | undefined, to: string): void {
    const from = lead && ownerOf(lead);
    if (!from || lead.firstParty || from === to) {
      return;
    }
    const how = lead.how === 'referrer' ? 'document' : lead.how;
    const key = JSON.stringify([from, to, how]);
    const known = this.#leads.get(key);
    if (known) {
      known.requests++;
    } else {
      this.#leads.set(key, { from, to, how, requests: 1 });
    }
  }

  #companyOf(request: Explained): Company {
    const name = ownerOf(request);
    let company = this.#companies.get(name);
    if (!company) {
      company = { name, category: '', requests: 0, told: new Map(), sites: new Map() };
      this.#companies.set(name, company);
    }
    company.category ||= request.category ?? '';
    return company;
  }

  /** Only who sent the browser on there can have told its number. */
  #noteExchange(lead: Lead | undefined, to: string, value: string): void {
    const from = lead && ownerOf(lead);
    if (!from || lead.firstParty || lead.how !== 'redirect' || from === to) {
      return;
    }
    const key = JSON.stringify([from, to]);
    const exchange = this.#exchanges.get(key) ?? { from, to, times: 0, numbers: new Set<string>() };
    this.#exchanges.set(key, exchange);
    exchange.times++;
    if (this.#noted++ < MOST_VALUES) {
      exchange.numbers.add(value);
    }
  }

  #noteNumber(company: string, field: string, site: string, value: string): void {
    if (site === '' || this.#noted++ >= MOST_VALUES) {
      return;
    }
    const sites = at(at(this.#numbers, company), field);
    sites.set(value, (sites.get(value) ?? new Set()).add(site));
  }

  #note(value: string, company: string, field: string): void {
    let at = this.#values.get(value);
    if (!at) {
      if (this.#values.size >= MOST_VALUES) {
        return;
      }
      at = new Map();
      this.#values.set(value, at);
    }
    at.set(company, (at.get(company) ?? new Set()).add(field));
  }
}

function countAsked(asked: Asked, { told }: Explained): void {
  asked.requests++;
  for (const what of new Set(told.map((one) => one.what))) {
    count(asked.told, what);
  }
}

function count(counts: Map<string, number>, name: string, times = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + times);
}

/** The map within a map. */
function at<Value>(maps: Map<string, Map<string, Value>>, name: string): Map<string, Value> {
  const found = maps.get(name) ?? new Map<string, Value>();
  maps.set(name, found);
  return found;
}

/** The sites of all numbers; where one number was told at several, only its. */
function sitesOf(numbers: ReadonlyMap<string, ReadonlySet<string>>): {
  sites: ReadonlySet<string>;
  isSame: boolean;
} {
  const same = [...numbers.values()].find((sites) => sites.size > 1);
  return same
    ? { sites: same, isSame: true }
    : { sites: new Set([...numbers.values()].flatMap((sites) => [...sites])), isSame: false };
}
