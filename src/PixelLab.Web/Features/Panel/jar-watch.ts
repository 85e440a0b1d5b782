import { inLanguage } from '../../Client/Kit/Page/in-language';
import { vendors } from '../../Client/Kit/Styles/vendors';
import type { CookieJar, LabEvent } from '../../Client/Kit/Wire/wire';

/** How long the verdict waits for more hits to come with the one that may change it, in milliseconds. */
const GATHERED = 400;

/** Keeps the verdict on the browser's cookie jar up to date. */
export class JarWatch {
  jar: CookieJar | undefined;
  #timer = 0;

  constructor(
    private readonly api: string,
    private readonly changed: () => void,
  ) {}

  /** Takes note of an event: only the cookies of companies tell what the jar does. */
  saw(event: LabEvent): void {
    if (event.kind === 'hit' && vendors.get(event.vendor)?.hasCookies) {
      this.judgeSoon();
    }
  }

  judgeSoon(): void {
    this.#timer ||= window.setTimeout(() => {
      this.#timer = 0;
      void this.judge();
    }, GATHERED);
  }

  async judge(): Promise<void> {
    try {
      const response = await fetch(inLanguage(`${this.api}/cookie-jar`));
      this.jar = response.ok ? ((await response.json()) as CookieJar) : undefined;
      this.changed();
    } catch {
      // The verdict stays as it was; the connection's state says that the lab is away.
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
