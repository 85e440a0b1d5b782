import { imagesLoad } from './image-probe';
import type { MissingReason, Planted } from '../Client/Kit/Wire/wire';

/**
 * Knows what became of the pixels in this page: the part of the truth that only the browser has. It looks a moment after
 * the page has loaded, and again a moment after the tab has come to the front, and reports each pixel that failed, with
 * the reason.
 */

/** A pixel that the page carries. */
export type PlantedPixel = Pick<Planted, 'plant' | 'vendor' | 'event' | 'trigger'>;

/** What a page can tell of why a pixel has not arrived. */
export type Reason = Extract<
  MissingReason,
  'images_off' | 'blocked' | 'script_blocked' | 'not_scrolled_to' | 'not_looked_at'
>;

/** How long a pixel may still be on its way after the page has loaded or come to the front, in milliseconds. */
const SETTLED_AFTER = 1200;

export class PageWatch {
  readonly #arrived = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #reported = new Map<string, Reason>();

  constructor(
    private readonly planted: readonly PlantedPixel[],
    private readonly missingUrl: string,
    private readonly probeUrl: string,
  ) {}

  /** A hit has come over the stream. */
  saw(plant: string): void {
    this.#arrived.add(plant);
  }

  start(): void {
    if (document.readyState === 'complete') {
      this.#settle();
    } else {
      addEventListener('load', () => this.#settle(), { once: true });
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#lookAgain);
  }

  #settle(): void {
    document.addEventListener('visibilitychange', this.#lookAgain);
    this.#lookAgain();
  }

  readonly #lookAgain = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), SETTLED_AFTER);
  };

  async #look(): Promise<void> {
    const missing = this.planted.filter((pixel) => !this.#arrived.has(pixel.plant));
    if (missing.length === 0) {
      return;
    }
    // In a background tab much waits for somebody to look, as it should.
    const looked = document.visibilityState === 'visible';
    const images = await imagesLoad(this.probeUrl, this.#lookAgain);
    if (images === undefined) {
      this.#lookAgain();
      return;
    }
    for (const pixel of missing) {
      const reason = images ? reasonOf(pixel, looked) : 'images_off';
      if (reason && !this.#arrived.has(pixel.plant)) {
        this.#report(pixel, reason);
      }
    }
  }

  #report(pixel: PlantedPixel, reason: Reason): void {
    if (this.#reported.get(pixel.plant) === reason) {
      return;
    }
    this.#reported.set(pixel.plant, reason);
    void fetch(this.missingUrl, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ plant: pixel.plant, reason }),
      keepalive: true,
    }).catch(() => undefined);
  }
}

function reasonOf(pixel: PlantedPixel, looked: boolean): Reason | undefined {
  const waits = looked ? 'not_scrolled_to' : 'not_looked_at';
  const element = document.querySelector(`[data-plant="${CSS.escape(pixel.plant)}"]`);
  if (element instanceof HTMLScriptElement) {
    // The script marks itself when it runs. If it ran for somebody who looks and its image still did not come, the
    // image was stopped.
    return !element.dataset.ran ? 'script_blocked' : looked ? 'blocked' : waits;
  }
  if (element instanceof HTMLImageElement) {
    if (!element.complete) {
      return element.loading === 'lazy' ? waits : undefined;
    }
    return element.naturalWidth === 0 ? 'blocked' : undefined;
  }
  if (element instanceof HTMLIFrameElement) {
    return element.loading === 'lazy' || !looked ? waits : 'blocked';
  }
  // A blocker took it out of the page, or it stands in a frame into which nobody can look: it should have come long ago.
  return looked ? 'blocked' : waits;
}
