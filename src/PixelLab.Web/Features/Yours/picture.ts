import { ownerOf, siteOf } from './company';
import type { Explained } from './wire';

/** What is the same each time, and so can be put together by whoever has it. */
const LASTING: ReadonlySet<string> = new Set(['person', 'letter', 'ad_clicked', 'partners_number', 'number']);

/** A shorter value is the same at two companies by chance. */
const SHORTEST = 6;

/** The most values that are remembered: a day in a browser has some thousands. */
const MOST_VALUES = 50_000;

/** One company, and what it was told. */
export interface Company {
  readonly name: string;
  category: string;
  requests: number;
  /** How often it was told each kind of thing. */
  readonly told: Map<string, number>;
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

/**
 * What all that was brought comes to together. It is put together here, not by the lab: the lab is asked once for each thing that is brought and
 * keeps nothing of it, so only the page ever has them all.
 */
export class Picture {
  requests = 0;
  /** Whether a request came with a cookie: programs mostly leave them out where they save a recording. */
  hasCookies = false;
  readonly #companies = new Map<string, Company>();
  readonly #values = new Map<string, Map<string, Set<string>>>();

  add(request: Explained): void {
    this.requests++;
    this.hasCookies ||= request.headers.some(({ name }) => name.toLowerCase() === 'cookie');
    const company = this.#companyOf(request);
    company.requests++;
    count(company.sites, siteOf(request));
    for (const what of new Set(request.told.map((told) => told.what))) {
      count(company.told, what);
    }
    for (const { what, field, value } of request.told) {
      if (LASTING.has(what) && value.length >= SHORTEST) {
        this.#note(value, company.name, field);
      }
    }
  }

  /** The companies, those that were asked most often first. */
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

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
