import type { Explained } from './wire';

/** Whom a request told: the product that was recognised, else the company that the host belongs to, else whoever registered its name. */
export function companyOf({ vendor, owner, domain }: Explained): string {
  return vendor ?? owner ?? domain;
}

/** The company that stands behind: products of one company know what each other was told. */
export function ownerOf({ owner, domain }: Pick<Explained, 'owner' | 'domain'>): string {
  return owner ?? domain;
}

/** The site that asked, as far as the request tells it; empty where it does not. */
export function siteOf({ site }: Explained): string {
  return site ?? '';
}

/** Whether it is a file of the page itself that reports nothing: a style, a script, a picture. */
export function isPagesOwn({ firstParty, vendor }: Explained): boolean {
  return firstParty && vendor === null;
}
