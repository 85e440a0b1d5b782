import type { Explained } from './wire';

/** Whom a request told: the product that was recognised, else the company that the host belongs to, else the host itself. */
export function companyOf({ vendor, owner, host }: Explained): string {
  return vendor ?? owner ?? host;
}

/** The company that stands behind: products of one company know what each other was told. */
export function ownerOf({ owner, host }: Explained): string {
  return owner ?? host;
}

/** The site that asked, as far as the request tells it; empty where it does not. */
export function siteOf({ told }: Explained): string {
  for (const { what, value } of told) {
    if (what === 'page' && /^https?:/i.test(value)) {
      return hostIn(value);
    }
  }
  return '';
}

function hostIn(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return '';
  }
}
