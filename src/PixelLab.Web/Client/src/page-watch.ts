/**
 * Knows what became of the pixels in this page: the part of the truth that only the browser has. It looks once the page
 * has loaded and the network has been quiet for a moment, and reports each pixel that failed, with the reason.
 */

export interface PlantedPixel {
  plant: string;
  vendor: string;
  event: string;
  trigger: 'image' | 'script' | 'lazy' | 'frame';
}

export type Reason = 'images_off' | 'blocked' | 'script_blocked' | 'not_scrolled_to';

/** How long after the page has loaded a pixel may still be on its way, in milliseconds. */
const SETTLED_AFTER = 1200;

export class PageWatch {
  readonly #arrived = new Set<string>();
  readonly #reported = new Set<string>();

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

  #settle(): void {
    setTimeout(() => void this.#look(), SETTLED_AFTER);
  }

  async #look(): Promise<void> {
    const missing = this.planted.filter((pixel) => !this.#arrived.has(pixel.plant));
    if (missing.length === 0) {
      return;
    }
    const imagesLoad = await loads(this.probeUrl);
    for (const pixel of missing) {
      const reason = imagesLoad ? reasonOf(pixel) : 'images_off';
      if (reason && !this.#arrived.has(pixel.plant)) {
        this.#report(pixel, reason);
      }
    }
  }

  #report(pixel: PlantedPixel, reason: Reason): void {
    if (this.#reported.has(pixel.plant)) {
      return;
    }
    this.#reported.add(pixel.plant);
    void fetch(this.missingUrl, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ plant: pixel.plant, reason }),
      keepalive: true,
    }).catch(() => undefined);
  }
}

function reasonOf(pixel: PlantedPixel): Reason | undefined {
  const element = document.querySelector(`[data-plant="${CSS.escape(pixel.plant)}"]`);
  if (element instanceof HTMLScriptElement) {
    // The script marks itself when it runs. If it ran and its image still did not come, the image was stopped.
    return element.dataset.ran ? 'blocked' : 'script_blocked';
  }
  if (element instanceof HTMLImageElement) {
    if (!element.complete) {
      return element.loading === 'lazy' ? 'not_scrolled_to' : undefined;
    }
    return element.naturalWidth === 0 ? 'blocked' : undefined;
  }
  if (element instanceof HTMLIFrameElement) {
    return element.loading === 'lazy' ? 'not_scrolled_to' : 'blocked';
  }
  return undefined;
}

/** Whether the browser loads an image of the site's own. With images switched off it neither loads nor fails. */
function loads(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const image = new Image();
    const timer = setTimeout(() => resolve(false), 1500);
    const settle = (loaded: boolean) => {
      clearTimeout(timer);
      resolve(loaded);
    };
    image.onload = () => settle(image.naturalWidth > 0);
    image.onerror = () => settle(false);
    image.src = `${url}?${Math.random().toString(36).slice(2)}`;
  });
}
