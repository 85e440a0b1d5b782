import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import './hit-list';
import { Announcer } from './announcer';
import { type Connection, LiveFeed } from './live';
import { PageWatch, type PlantedPixel } from './page-watch';
import { type Row, RowBook } from './rows';
import { shared } from './styles/shared';
import type { LabEvent, WholeEvent } from './wire';
import { connectionInWords } from './words';

const OPEN_KEY = 'pixellab-dock';

/** From this width on the dock stands beside the page; below it lies over its foot. */
const WIDE = matchMedia('(min-width: 64rem)');

/** Fields that tell nothing about the person; the panel has them all. */
const BOOKKEEPING = new Set(['path', 'v', 'tid', 'id', 'if', 'ts', 'eid', 'z', '_p', '_s', 'noscript']);

/** The sheet that makes room beside the page, so that the dock covers nothing of it; the page brings it along. */
const room = document.querySelector<HTMLLinkElement>('#lab-dock-room');

/** The lab's window on a sample page: drawn apart from the page, and plainly not part of it. */
@customElement('lab-dock')
export class LabDock extends LitElement {
  @property() seat = 'me';
  @property() api = '';
  @property() hub = '/live';
  @property() panel = '';
  @property() pageview = '';
  @property() planted = '[]';
  @property() missing = '';
  @property() probe = '/built/probe.gif';
  /** The id of the event before this page's first. */
  @property({ type: Number }) since = 0;

  @state() private open = true;
  @state() private connection: Connection = 'connecting';
  @state() private rows: Row[] = [];
  @state() private version = 0;
  @state() private chosen: Row | undefined;
  @state() private detail: WholeEvent | undefined;
  @state() private said = '';

  @query('hit-list') private readonly list!: HTMLElement | null;
  @query('.toggle') private readonly toggle!: HTMLElement;

  readonly #book = new RowBook();
  #feed: LiveFeed | undefined;
  #watch: PageWatch | undefined;
  #frame = 0;
  readonly #announcer = new Announcer((words) => {
    this.said = words;
  });

  static override styles = [
    ...shared,
    css`
      :host {
        position: fixed;
        z-index: 2147483000;
        inset-block: 0;
        inset-inline-end: 0;
        display: flex;
        flex-direction: column;
        inline-size: 23rem;
        border-inline-start: 1px solid var(--lab-line);
        background: var(--lab-surface);
        box-shadow: -8px 0 28px -18px rgb(0 0 0 / 50%);
        color-scheme: light dark;
        text-align: start;
      }
      :host(:not([open])) {
        inset-block-start: auto;
        inset-block-end: 1rem;
        inset-inline-end: 1rem;
        inline-size: auto;
        border: 0;
        border-radius: 999px;
        background: none;
        box-shadow: none;
      }
      .head {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 0.1rem 0.75rem;
        align-items: center;
        padding: 0.8rem 0.9rem;
        border-block-end: 1px solid var(--lab-line);
        background: var(--lab-accent);
        color: var(--lab-on-accent);
      }
      .head p {
        font-weight: 600;
      }
      .head small {
        font-size: 0.8125rem;
      }
      .head button {
        grid-row: 1 / 3;
        grid-column: 2;
        border-color: currentcolor;
        background: transparent;
        color: inherit;
      }
      .head :focus-visible {
        outline-color: currentcolor;
      }
      .summary {
        display: flex;
        gap: 0.75rem;
        justify-content: space-between;
        padding: 0.6rem 0.9rem;
        border-block-end: 1px solid var(--lab-line);
        background: var(--lab-raised);
        font-size: 0.875rem;
      }
      .lost {
        color: var(--lab-danger);
      }
      hit-list {
        flex: 1;
      }
      .quiet {
        flex: 1;
        padding: 1rem 0.9rem;
        color: var(--lab-soft);
      }
      .detail {
        display: grid;
        gap: 0.75rem;
        max-block-size: 55%;
        padding: 0.9rem;
        overflow-y: auto;
        border-block-start: 3px solid var(--lab-accent);
        background: var(--lab-bg);
      }
      .detail h3 {
        font-size: 0.9375rem;
      }
      .detail p {
        overflow-wrap: anywhere;
      }
      .detail dl {
        display: grid;
        gap: 0.4rem;
        font-size: 0.875rem;
      }
      .detail dt {
        color: var(--lab-soft);
        font: 600 0.8125rem var(--lab-mono);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        padding: 0.7rem 0.9rem;
        border-block-start: 1px solid var(--lab-line);
      }
      .detail .actions {
        padding: 0;
        border: 0;
      }
      .badge {
        min-block-size: 2.75rem;
        padding-inline: 1.1rem;
        border: 2px solid var(--lab-on-accent);
        border-radius: 999px;
        background: var(--lab-accent);
        color: var(--lab-on-accent);
        font-weight: 600;
        box-shadow: 0 6px 20px rgb(0 0 0 / 35%);
      }
      @media (max-width: 63.99rem) {
        :host([open]) {
          inset-block-start: auto;
          inset-inline: 0;
          inline-size: auto;
          block-size: min(75dvh, 36rem);
          border-block-start: 1px solid var(--lab-line);
          border-start-start-radius: 16px;
          border-start-end-radius: 16px;
          overflow: hidden;
        }
      }
      @media (max-width: 63.99rem) {
        .detail {
          max-block-size: none;
          flex: 1;
        }
        hit-list:has(+ .detail) {
          display: none;
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    // A landmark of its own, so that a screen reader tells it from the page as plainly as the eye does.
    this.role = 'complementary';
    this.ariaLabel = 'PixelLab, not part of this site';
    this.open = readOpen();
    this.#watch = new PageWatch(parsePlanted(this.planted), this.missing, this.probe);
    this.#feed = new LiveFeed(
      this.hub,
      this.seat,
      this.since,
      (event) => this.#take(event),
      (connection) => {
        this.connection = connection;
      },
    );
    this.#feed.start();
    this.#watch.start();
    this.#makeRoom();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#feed?.stop();
    this.#announcer.stop();
    this.#watch?.stop();
    letRoom(false);
  }

  protected override willUpdate(): void {
    this.toggleAttribute('open', this.open);
  }

  protected override render(): TemplateResult {
    const hits = this.rows.filter((row) => row.kind === 'hit').length;
    if (!this.open) {
      return html`<button class="toggle badge" aria-expanded="false" @click=${() => this.#setOpen(true)}>
        PixelLab: ${hits === 1 ? '1 hit' : `${hits} hits`}
      </button>`;
    }
    const missing = this.rows.filter((row) => row.kind === 'missing').length;
    return html`<div class="head">
        <p>PixelLab</p>
        <small>not part of this site</small>
        <button class="toggle" aria-expanded="true" @click=${() => this.#setOpen(false)}>Hide</button>
      </div>
      <div class="summary">
        <span>This page: <b>${hits}</b> sent, <b>${missing}</b> missing</span>
        ${this.connection === 'live' ? nothing : html`<span class="lost" role="status">${connectionInWords(this.connection)}</span>`}
      </div>
      ${
        this.rows.length > 0
          ? html`<hit-list
              narrow
              .rows=${this.rows}
              version=${this.version}
              chosen=${this.chosen?.key ?? ''}
              @choose=${(event: CustomEvent<Row>) => this.#choose(event.detail)}
            ></hit-list>`
          : html`<p class="quiet">Nothing yet. What this page tells others shows here as it happens.</p>`
      }
      ${this.#detail()}
      <div class="actions"><a class="button" href=${this.panel} target="_blank">Open the panel</a></div>
      <p class="unseen" role="status">${this.said}</p>`;
  }

  #detail(): TemplateResult | typeof nothing {
    const row = this.chosen;
    if (!row) {
      return nothing;
    }
    const close = html`<button @click=${() => this.#closeDetail()}>Close</button>`;
    if (row.kind !== 'hit') {
      return html`<section class="detail" aria-label="About this pixel">
        <h3>${row.kind === 'missing' ? `${row.vendor} learned nothing here` : 'Not arrived yet'}</h3>
        <p>${row.reason || 'The page carries the pixel; the browser has not fetched it so far.'}</p>
        <div class="actions">${close}</div>
      </section>`;
    }
    const told = (this.detail?.explained ?? []).filter(
      (field) =>
        (field.source === 'page' || field.source === 'cookie') &&
        field.value &&
        !BOOKKEEPING.has(field.field),
    );
    return html`<section class="detail" aria-label="About this hit">
      <p>${this.detail?.sentence ?? 'Reading …'}</p>
      ${
        told.length > 0
          ? html`<dl>
              ${told.slice(0, 6).map(
                (field) =>
                  html`<div>
                    <dt>${field.field}</dt>
                    <dd>${field.meaning}</dd>
                  </div>`,
              )}
            </dl>`
          : nothing
      }
      <div class="actions">
        <a class="button primary" href=${`${this.panel}?hit=${row.id}`} target="_blank">Everything it sent</a
        >${close}
      </div>
    </section>`;
  }

  #take(event: LabEvent): void {
    if (event.kind === 'erased') {
      this.#book.clear();
      this.chosen = undefined;
      this.detail = undefined;
    } else if (event.kind !== 'visit') {
      if (event.kind === 'hit' && event.plant) {
        this.#watch?.saw(event.plant);
      }
      this.#book.add(event);
    }
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#show();
    });
  }

  #show(): void {
    this.rows = this.#book.rows.filter(
      (row) => (!this.pageview || row.pageView === this.pageview) && row.kind !== 'note',
    );
    this.version++;
    if (this.chosen?.kind === 'hit' && this.detail?.id !== this.chosen.id) {
      void this.#load(this.chosen.id);
    }
    this.#announcer.soon(() => this.#sentWords());
  }

  #sentWords(): string {
    const sent = this.rows.filter((row) => row.kind === 'hit').length;
    return sent === 1 ? '1 hit from this page' : `${sent} hits from this page`;
  }

  #choose(row: Row): void {
    this.chosen = row;
    this.detail = undefined;
    if (row.kind === 'hit') {
      void this.#load(row.id);
    }
  }

  async #load(id: number): Promise<void> {
    try {
      const response = await fetch(`${this.api}/events/${id}`);
      const event = response.ok ? ((await response.json()) as WholeEvent) : undefined;
      if (event && this.chosen?.id === id) {
        this.detail = event;
      }
    } catch {
      // The connection's state already says that the lab does not answer.
    }
  }

  #closeDetail(): void {
    this.chosen = undefined;
    this.detail = undefined;
    this.list?.focus();
  }

  #setOpen(open: boolean): void {
    this.open = open;
    keepOpen(open);
    this.#makeRoom();
    void this.updateComplete.then(() => this.toggle.focus());
  }

  #makeRoom(): void {
    letRoom(this.open);
  }
}

function letRoom(isOpen: boolean): void {
  if (room) {
    room.disabled = !isOpen;
  }
}

function parsePlanted(json: string): PlantedPixel[] {
  try {
    return JSON.parse(json) as PlantedPixel[];
  } catch {
    return [];
  }
}

/** Open beside a wide page unless it was closed; on a narrow screen closed unless it was opened. */
function readOpen(): boolean {
  try {
    const kept = localStorage.getItem(OPEN_KEY);
    return kept ? kept === 'open' && WIDE.matches : WIDE.matches;
  } catch {
    return WIDE.matches;
  }
}

function keepOpen(open: boolean): void {
  if (!WIDE.matches) {
    return;
  }
  try {
    localStorage.setItem(OPEN_KEY, open ? 'open' : 'closed');
  } catch {
    // Without storage the dock stands open on every page.
  }
}
