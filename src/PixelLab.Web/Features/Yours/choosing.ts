import type { LitElement, ReactiveController } from 'lit';
import { NARROW } from './yours-styles';

/** Marks the entry of the history that a request was opened with over the list. */
const OPENED = 'opened';

/** Which requests are read: the address names one by its number, or two with a plus between them, so that links and the way back lead there. */
export class Choosing implements ReactiveController {
  /** The numbers of the chosen request, and of the one beside it. */
  chosen: readonly number[] = [];
  /** The number of the request that another may be laid beside. */
  pinned = 0;
  #isAnother = false;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#adopt();
    addEventListener('hashchange', this.#followed);
    addEventListener('popstate', this.#adopt);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#followed);
    removeEventListener('popstate', this.#adopt);
  }

  hostUpdated(): void {
    // Another request is read from its beginning.
    const reading = this.#find('.reading');
    if (this.#isAnother && reading) {
      reading.scrollTop = 0;
    }
    this.#isAnother = false;
  }

  choose(id: number): void {
    if (NARROW.matches) {
      // The request covers the list there, so that going back closes it.
      history.pushState(OPENED, '', `#${id}`);
    } else {
      history.replaceState(null, '', `#${id}`);
    }
    this.#adopt();
  }

  back(): void {
    if (history.state === OPENED) {
      history.back();
    } else {
      this.close();
    }
  }

  close(): void {
    history.replaceState(null, '', location.pathname + location.search);
    this.#adopt();
  }

  pin(id: number): void {
    this.pinned = id;
    this.host.requestUpdate();
  }

  /** A link to the request that is chosen already changes nothing in the address, and leads there all the same. */
  readonly pressed = (event: Event): void => {
    const [link] = event.composedPath();
    if (link instanceof HTMLAnchorElement && link.hash !== '' && link.hash === location.hash) {
      this.#followed();
    }
  };

  /** A link elsewhere on the page leads to a request. */
  readonly #followed = (): void => {
    this.#adopt();
    if (this.chosen.length > 0) {
      this.#find('.browser')?.scrollIntoView({ block: 'nearest' });
    }
  };

  readonly #adopt = (): void => {
    const [, one, other] = /^#(\d{1,7})(?:\+(\d{1,7}))?$/.exec(location.hash) ?? [];
    const wasReading = this.chosen.length > 0;
    this.chosen = [one, other].filter((id) => id !== undefined).map(Number);
    this.#isAnother = true;
    this.host.requestUpdate();
    if (NARROW.matches && wasReading !== this.chosen.length > 0) {
      void this.host.updateComplete.then(() => this.#find(wasReading ? 'hit-list' : '.reading')?.focus());
    }
  };

  #find(part: string): HTMLElement | null {
    return this.host.renderRoot.querySelector(part);
  }
}
