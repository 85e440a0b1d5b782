import { addressOf, type Filter } from '../../Client/Kit/Hits/filter';

/** Where list and hit do not stand side by side. */
export const NARROW = matchMedia('(max-width: 52rem)');

/** What the address says, and the history with it. */
export interface View {
  readonly filter: Filter;
  /** The event that is chosen. */
  readonly hit: number | undefined;
  /** Whether the hit is shown where there is no room for the list beside it. */
  readonly isReading: boolean;
}

/** How the entry of the history that is shown came to show a hit; none where it shows the list, or both side by side. */
type Entry = { readonly hit: 'opened' | 'linked' } | null;

/**
 * Keeps the address true to the panel, and one entry of the browser's history for a hit that covers the list. So Back closes the
 * hit, as it does in any app on a phone; a hit that was reached by its own address leads back to where it was followed from.
 */
export class WayBack {
  /** Going back takes a moment. What happens until then must not go back once more, out of the panel. */
  #isLeaving = false;

  constructor(
    private readonly view: () => View,
    /** Shows what the address says: a hit, or none. */
    private readonly show: (hit: number | undefined) => void,
  ) {}

  start(): void {
    this.#adopt();
    addEventListener('popstate', this.#moved);
    NARROW.addEventListener('change', this.#turned);
  }

  stop(): void {
    removeEventListener('popstate', this.#moved);
    NARROW.removeEventListener('change', this.#turned);
  }

  /** Takes up what the panel shows now. */
  keep(): void {
    if (this.#isLeaving) {
      return;
    }
    const { filter, hit, isReading } = this.view();
    const entry = history.state as Entry;
    const isList = NARROW.matches && !isReading;
    if (isList && entry?.hit === 'opened') {
      this.#isLeaving = true;
      history.back();
    } else if (NARROW.matches && isReading && !entry) {
      history.replaceState(null, '', addressOf(filter));
      history.pushState({ hit: 'opened' } satisfies Entry, '', addressOf(filter, hit));
    } else {
      history.replaceState(isList ? null : entry, '', addressOf(filter, isList ? undefined : hit));
    }
  }

  readonly #turned = (): void => this.keep();

  readonly #moved = (): void => {
    if (this.#isLeaving) {
      // The panel shows the list already, or a hit that was opened since.
      this.#isLeaving = false;
    } else {
      this.#adopt();
      this.show(hitOf());
    }
    this.keep();
  };

  /** A hit that the address names and the panel did not open was linked to. */
  #adopt(): void {
    if (hitOf() && !history.state) {
      history.replaceState({ hit: 'linked' } satisfies Entry, '');
    }
  }
}

/** The event that the address asks for. */
export function hitOf(): number | undefined {
  return Number(new URLSearchParams(location.search).get('hit')) || undefined;
}
