import type { Explained } from './wire';

/** A request for tests, of which they say what matters to them. */
export function request(more: Partial<Explained> = {}): Explained {
  return {
    where: 'line 1',
    method: 'GET',
    url: 'https://pixel.example/',
    host: 'pixel.example',
    domain: 'pixel.example',
    site: null,
    firstParty: false,
    means: 'image',
    owner: null,
    vendor: null,
    category: null,
    event: null,
    did: 'opened a page',
    fields: [],
    told: [],
    headers: [],
    body: null,
    ...more,
  };
}
