import type { Store } from '../Wire/wire';

/** How it is with what the lab keeps its events in, as the lab says over any of the page’s connections. */
class StoreNews extends EventTarget {
  /** What was said last; undefined before. */
  latest: Store | undefined;

  /** Whether hits are refused. */
  get refuses(): boolean {
    return this.latest !== undefined && this.latest.state !== 'well' && this.latest.state !== 'behind';
  }

  tell(store: Store): void {
    this.latest = store;
    this.dispatchEvent(new Event('change'));
  }
}

export const storeNews = new StoreNews();
