import { roomPulse, withKey } from '../../Client/Kit/Rooms/pulse';
import { LiveFeed } from '../../Client/Kit/Live/live-feed';
import { draw } from './report-plot';
import type { ReportSheet } from './wire';

/** New events often come in bursts; the page is asked for again when one is over, in milliseconds. */
const BURST = 400;

/**
 * The part of a report's page that changes. It comes whole from the server, so it works without this script too; with it,
 * it is fetched again when something has happened, and its chart is drawn to the width there is. A room's is empty at first:
 * what is in it is given to a request that carries the room's key, which this browser keeps and which is in no address.
 */
class ReportLive extends HTMLElement {
  #feed: { start(): void; stop(): void } | undefined;
  #timer = 0;
  #busy = false;
  #again = false;
  #pressed = false;
  #sheet: ReportSheet | undefined;
  #width = 0;
  #refused: HTMLElement | null = null;
  readonly #size = new ResizeObserver(() => this.#draw());

  connectedCallback(): void {
    this.#size.observe(this);
    this.addEventListener('pointerdown', () => (this.#pressed = true));
    for (const end of ['pointerup', 'pointercancel'] as const) {
      addEventListener(end, this.#released);
    }
    if (this.#room) {
      this.#refused = this.querySelector('[data-refused]');
      void this.#refresh().then(() => this.#follow());
    } else {
      void this.#begin();
      this.#follow();
    }
  }

  disconnectedCallback(): void {
    this.#feed?.stop();
    this.#size.disconnect();
    clearTimeout(this.#timer);
    for (const end of ['pointerup', 'pointercancel'] as const) {
      removeEventListener(end, this.#released);
    }
  }

  get #room(): string {
    return this.getAttribute('room') ?? '';
  }

  get #asks(): RequestInit {
    return this.#room ? withKey(this.#room) : {};
  }

  #follow(): void {
    // A report of the past stays as it is.
    if (!this.isConnected || this.hasAttribute('still')) {
      return;
    }
    const hub = this.getAttribute('hub') ?? '';
    const since = this.getAttribute('since') ?? '';
    this.#feed = this.#room
      ? roomPulse(hub, this.#room, since, this.#changed, () => this.#refuse())
      : new LiveFeed(hub, this.getAttribute('seat') ?? '', since, this.#changed, () => undefined);
    this.#feed.start();
  }

  /** The room is over, or its key is not here. */
  #refuse(): void {
    if (this.#refused) {
      this.#refused.hidden = false;
      this.replaceChildren(this.#refused);
    }
  }

  readonly #released = (): void => {
    this.#pressed = false;
  };

  readonly #changed = (): void => {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#refresh(), BURST);
  };

  async #refresh(): Promise<void> {
    if (this.#busy) {
      this.#again = true;
      return;
    }
    this.#busy = true;
    try {
      const [reply, sheet] = await Promise.all([fetch(location.href, this.#asks), this.#fetchSheet()]);
      if (reply.status === 403) {
        this.#refuse();
        return;
      }
      const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
      const fresh = page.querySelector('report-live');
      if (this.#pressed) {
        // A link that goes away while it is pressed is never clicked.
        this.#again = true;
      } else if (reply.ok && fresh) {
        const focused = this.contains(document.activeElement) ? document.activeElement : null;
        const link = focused?.getAttribute('href');
        const region = focused?.getAttribute('aria-label');
        this.replaceChildren(...fresh.childNodes);
        this.setAttribute('since', fresh.getAttribute('since') ?? '');
        this.#sheet = sheet ?? this.#sheet;
        this.#width = 0;
        this.#draw();
        const same = [...this.querySelectorAll<HTMLElement>('a, [tabindex]')].find((one) =>
          link ? one.getAttribute('href') === link : !!region && one.getAttribute('aria-label') === region,
        );
        same?.focus({ preventScroll: true });
      }
    } catch {
      // The lab is away; the feed tells when it is back.
    } finally {
      this.#busy = false;
      if (this.#again) {
        this.#again = false;
        this.#changed();
      }
    }
  }

  async #begin(): Promise<void> {
    try {
      this.#sheet = await this.#fetchSheet();
      this.#draw();
    } catch {
      // The server's own drawing stays.
    }
  }

  /** The numbers that are drawn; none on the page with all reports, whose small charts the server draws. */
  async #fetchSheet(): Promise<ReportSheet | undefined> {
    const { url } = this.dataset;
    const reply = url ? await fetch(url, this.#asks) : undefined;
    return reply?.ok ? ((await reply.json()) as { sheet: ReportSheet }).sheet : undefined;
  }

  /** How much larger a plot is shown than it is drawn: on a wall its words are read from the last row. */
  get #enlarged(): number {
    return this.closest('.projected') ? 1.5 : 1;
  }

  #draw(): void {
    const places = [...this.querySelectorAll<HTMLElement>('.plot-place')];
    const width = places[0]?.clientWidth ?? 0;
    if (this.#sheet?.hasAnything && width > 0 && width !== this.#width) {
      this.#width = width;
      for (const place of places) {
        place.replaceChildren(
          draw(this.#sheet, Number(place.dataset.plot) || 0, place.clientWidth / this.#enlarged),
        );
      }
    }
  }
}

customElements.define('report-live', ReportLive);
