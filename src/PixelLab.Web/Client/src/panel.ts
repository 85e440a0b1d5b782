import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import './hit-detail';
import './hit-list';
import { Announcer } from './announcer';
import { active, addressOf, type Filter, type FilterPart, matches, readFilter } from './filter';
import type { HitList } from './hit-list';
import { type Connection, LiveFeed } from './live';
import { type Row, RowBook } from './rows';
import { shared } from './styles/shared';
import { applyTheme, chooseTheme, type Theme, theme } from './theme';
import type { CookieJar, LabEvent, WholeEvent } from './wire';
import { connectionInWords, verdictInWords } from './words';

applyTheme();

/** Where list and hit do not stand side by side. */
const NARROW = matchMedia('(max-width: 52rem)');

const KEYS: readonly (readonly [string, string])[] = [
  ['↓ or j', 'the next row'],
  ['↑ or k', 'the row before'],
  ['Home, End', 'the newest, the oldest'],
  ['Enter', 'read the chosen hit'],
  ['Esc', 'back to the list, close a dialog'],
  ['/', 'search'],
  ['p', 'pause and go on'],
  ['v', 'show pages and notes too'],
  ['x', 'pin the chosen row'],
  ['c', 'clear the view'],
  ['?', 'this list'],
];

/** The panel: everything a seat's pixels sent, as it happens. */
@customElement('lab-panel')
export class LabPanel extends LitElement {
  @property() seat = 'me';
  @property() api = '';
  @property() hub = '/live';
  @property({ attribute: 'shop-url' }) shopUrl = '';
  @property({ attribute: 'news-url' }) newsUrl = '';
  @property({ attribute: 'lab-url' }) labUrl = '/';

  @state() private connection: Connection = 'connecting';
  @state() private filter: Filter = readFilter(location.search);
  @state() private rows: Row[] = [];
  @state() private version = 0;
  @state() private chosen: Row | undefined;
  @state() private detail: WholeEvent | undefined;
  @state() private problem = '';
  @state() private paused = false;
  @state() private waiting = 0;
  @state() private jar: CookieJar | undefined;
  @state() private pinned: ReadonlySet<string> = new Set();
  @state() private cleared: { floor: number } | undefined;
  @state() private said = '';
  @state() private theme: Theme = theme();

  @query('hit-list') private readonly list!: HitList;
  @query('.reading') private readonly readingView!: HTMLElement;
  @query('#text') private readonly searchBox!: HTMLInputElement;
  @query('#keys') private readonly keysDialog!: HTMLDialogElement;
  @query('#erase') private readonly eraseDialog!: HTMLDialogElement;

  #book = new RowBook();
  #feed: LiveFeed | undefined;
  #held: LabEvent[] = [];
  #changed = new Set<Row>();
  #shown = new Set<Row>();
  #frame = 0;
  #jarTimer = 0;
  #floor = 0;
  #arrived = 0;
  /** Counts what was asked to be shown, so that an answer that comes late changes nothing that was chosen since. */
  #asked = 0;
  readonly #announcer = new Announcer((words) => {
    this.said = words;
  });
  #wanted = Number(new URLSearchParams(location.search).get('hit')) || 0;

  static override styles = [
    ...shared,
    css`
      :host {
        display: grid;
        grid-template-rows: auto auto 1fr;
        block-size: 100%;
        min-block-size: 0;
        background: var(--lab-bg);
      }
      header,
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 0.75rem;
        align-items: center;
        padding: 0.65rem 1rem;
        border-block-end: 1px solid var(--lab-line);
        background: var(--lab-surface);
      }
      h1 {
        margin-inline-end: auto;
        font-size: 1.125rem;
      }
      h1 a {
        color: inherit;
        text-decoration: none;
      }
      h1 span {
        color: var(--lab-soft);
        font-weight: 400;
      }
      .state {
        display: inline-flex;
        gap: 0.45rem;
        align-items: center;
        color: var(--lab-soft);
      }
      .state::before {
        inline-size: 0.6rem;
        block-size: 0.6rem;
        border-radius: 50%;
        background: var(--lab-soft);
        content: '';
      }
      .state[data-state='live']::before {
        background: var(--lab-hit);
      }
      .state[data-state='lost'] {
        color: var(--lab-danger);
      }
      .state[data-state='lost']::before {
        background: var(--lab-danger);
      }
      details.jar {
        position: relative;
      }
      .jar summary {
        padding: 0.3rem 0.75rem;
        border: 1px solid var(--lab-line);
        border-radius: 8px;
        cursor: pointer;
        list-style: none;
      }
      .jar summary::-webkit-details-marker {
        display: none;
      }
      .jar[data-verdict='open'] summary {
        border-color: var(--lab-missing);
        color: var(--lab-missing);
      }
      .jar[data-verdict='blocked'] summary,
      .jar[data-verdict='partitioned'] summary {
        border-color: var(--lab-hit);
        color: var(--lab-hit);
      }
      .jar > div {
        position: absolute;
        z-index: 3;
        inset-block-start: calc(100% + 0.4rem);
        inset-inline-end: 0;
        display: grid;
        gap: 0.6rem;
        inline-size: min(26rem, calc(100vw - 2rem));
        padding: 1rem;
        border: 1px solid var(--lab-line);
        border-radius: var(--lab-radius);
        background: var(--lab-surface);
        box-shadow: 0 12px 32px rgb(0 0 0 / 25%);
      }
      .bar {
        background: var(--lab-bg);
      }
      select,
      input[type='search'] {
        min-block-size: 2.25rem;
        padding: 0.3rem 0.6rem;
        border: 1px solid var(--lab-line);
        border-radius: 8px;
        background: var(--lab-surface);
      }
      input[type='search'] {
        flex: 1 1 9rem;
        min-inline-size: 6rem;
        max-inline-size: 22rem;
      }
      .chips {
        display: contents;
      }
      .chips button {
        min-block-size: 1.9rem;
        border-color: var(--lab-accent);
        border-radius: 999px;
        background: var(--lab-accent-wash);
      }
      main {
        display: grid;
        grid-template-columns: minmax(20rem, 27rem) 1fr;
        min-block-size: 0;
      }
      .list {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
        border-inline-end: 1px solid var(--lab-line);
        background: var(--lab-surface);
      }
      hit-list {
        flex: 1;
      }
      .note {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: center;
        justify-content: space-between;
        padding: 0.5rem 0.9rem;
        border-block-end: 1px solid var(--lab-line);
        background: var(--lab-missing-wash);
      }
      .reading {
        min-inline-size: 0;
        padding: 1.5rem clamp(1rem, 3vw, 2.5rem) 4rem;
        overflow-y: auto;
      }
      .reading > * {
        max-inline-size: 60rem;
      }
      .empty {
        display: grid;
        gap: 1rem;
        align-content: center;
        justify-items: start;
        max-inline-size: 34rem;
        min-block-size: 70%;
        margin-inline: auto;
      }
      .empty h2 {
        font-size: 1.6rem;
        line-height: 1.2;
        text-wrap: balance;
      }
      .empty p {
        color: var(--lab-soft);
        font-size: 1.0625rem;
      }
      .quiet {
        padding: 1rem;
        color: var(--lab-soft);
      }
      .back {
        display: none;
        margin-block-end: 1rem;
      }
      dialog {
        max-inline-size: min(30rem, calc(100vw - 2rem));
        padding: 1.5rem;
        border: 1px solid var(--lab-line);
        border-radius: 14px;
        background: var(--lab-surface);
        color: var(--lab-ink);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 45%);
      }
      dialog h2 {
        margin-block-end: 0.75rem;
      }
      dialog p {
        margin-block-end: 1rem;
      }
      dialog dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0.4rem 1.25rem;
        margin-block-end: 1.25rem;
      }
      dt {
        font-family: var(--lab-mono);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      @media (max-width: 52rem) {
        main {
          grid-template-columns: 1fr;
        }
        .reading {
          display: none;
        }
        :host([reading]) .list {
          display: none;
        }
        :host([reading]) .reading {
          display: block;
        }
        :host([reading]) .bar {
          display: none;
        }
        .back {
          display: inline-flex;
        }
        .list {
          border: 0;
        }
        header,
        .bar {
          padding-inline: 0.75rem;
        }
        h1 span,
        .wide {
          display: none;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.api ||= `/api/seats/${this.seat}`;
    this.#feed = new LiveFeed(
      this.hub,
      this.seat,
      0,
      (event) => this.#take(event),
      (connection) => {
        this.connection = connection;
      },
    );
    this.#feed.start();
    document.addEventListener('keydown', this.#key);
    if (this.#wanted) {
      void this.#load(this.#wanted);
      this.toggleAttribute('reading', true);
    }
    void this.#judge();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#feed?.stop();
    this.#announcer.stop();
    document.removeEventListener('keydown', this.#key);
  }

  protected override render(): TemplateResult {
    return html`${this.#header()} ${this.#bar()}
      <main>
        <div class="list">
          ${this.#notices()}
          ${
            this.rows.length > 0
              ? html`<hit-list
                  .rows=${this.rows}
                  version=${this.version}
                  chosen=${this.chosen?.key ?? ''}
                  .pinned=${this.pinned}
                  @choose=${(event: CustomEvent<Row>) => this.#choose(event.detail)}
                  @open=${() => this.#openDetail()}
                ></hit-list>`
              : html`<p class="quiet">${this.#nothingWords()}</p>`
          }
          <p class="unseen" role="status">${this.said}</p>
        </div>
        <div class="reading" tabindex="-1">${this.#reading()}</div>
      </main>
      ${this.#dialogs()}`;
  }

  #header(): TemplateResult {
    return html`<header>
      <h1>
        <a href=${this.labUrl}>PixelLab</a>
        <span>· the panel${this.seat === 'me' ? '' : ` of seat ${this.seat}`}</span>
      </h1>
      <span class="state" data-state=${this.connection} role="status"
        >${connectionInWords(this.connection)}</span
      >
      ${this.#jarBadge()}
      <button @click=${() => this.keysDialog.showModal()} aria-label="Keys">
        <span aria-hidden="true">?</span>
      </button>
      <label class="wide"
        ><span class="unseen">Theme</span>
        <select
          @change=${(event: Event) => this.#chooseTheme((event.target as HTMLSelectElement).value as Theme)}
        >
          <option value="auto" ?selected=${this.theme === 'auto'}>Theme: as the system</option>
          <option value="light" ?selected=${this.theme === 'light'}>Light</option>
          <option value="dark" ?selected=${this.theme === 'dark'}>Dark</option>
        </select></label
      >
      <button class="danger" @click=${() => this.eraseDialog.showModal()}>Erase …</button>
    </header>`;
  }

  #jarBadge(): TemplateResult {
    const jar = this.jar;
    return html`<details class="jar" data-verdict=${jar?.verdict ?? 'unknown'}>
      <summary>${verdictInWords(jar?.verdict ?? 'unknown')}</summary>
      <div>
        <p>${jar?.sentence ?? 'The advertising network’s pixel has not been seen yet.'}</p>
        ${jar?.next ? html`<p><b>To find out:</b> ${jar.next}</p>` : nothing}
        ${jar?.remark ? html`<p>${jar.remark}</p>` : nothing}
        ${jar?.browser ? html`<p>This is about ${jar.browser}.</p>` : nothing}
        ${
          jar && jar.hits.length > 0
            ? html`<p class="actions">
                ${jar.hits.map((hit) => html`<button @click=${() => this.#show(hit)}>Hit ${hit}</button>`)}
              </p>`
            : nothing
        }
      </div>
    </details>`;
  }

  #bar(): TemplateResult {
    const options = (part: 'vendor' | 'site' | 'event', all: string) =>
      html`<label
        ><span class="unseen">${all}</span>
        <select @change=${(event: Event) => this.#set({ [part]: (event.target as HTMLSelectElement).value })}>
          <option value="">${all}</option>
          ${this.#values(part).map((value) => html`<option ?selected=${this.filter[part] === value}>${value}</option>`)}
        </select></label
      >`;
    return html`<div class="bar" role="search">
      ${options('vendor', 'All vendors')} ${options('site', 'All sites')} ${options('event', 'All events')}
      <input
        id="text"
        type="search"
        placeholder="Search"
        aria-label="Search in everything that was sent"
        maxlength="200"
        .value=${this.filter.text}
        @input=${(event: Event) => this.#set({ text: (event.target as HTMLInputElement).value })}
      />
      <button
        aria-pressed=${this.filter.everything}
        @click=${() => this.#set({ everything: !this.filter.everything })}
      >
        Pages too
      </button>
      <button aria-pressed=${this.paused} @click=${() => this.#pause()}>
        ${this.paused ? 'Go on' : 'Pause'}
      </button>
      <button @click=${() => this.#clear()} ?disabled=${this.rows.length === 0}>Clear view</button>
      <a
        class="button"
        href=${`${this.labUrl}replay${addressOf(this.filter).slice(location.pathname.length)}`}
        >Export</a
      >
      <span class="chips">
        ${active(this.filter).map(
          (part) =>
            html`<button
              @click=${() => this.#set({ [part]: '' })}
              aria-label="Take off the filter ${part}: ${this.filter[part]}"
            >
              ${part}: ${this.filter[part]} <span aria-hidden="true">×</span>
            </button>`,
        )}
      </span>
    </div>`;
  }

  #notices(): TemplateResult {
    return html`${
      this.paused
        ? html`<div class="note">
            <span>Paused. ${this.waiting === 0 ? 'Nothing waits.' : `${this.waiting} waiting.`}</span>
            <button @click=${() => this.#pause()}>Go on</button>
          </div>`
        : nothing
    }${
      this.cleared
        ? html`<div class="note">
            <span>The view is cleared; the events are kept.</span>
            <button @click=${() => this.#undoClear()}>Undo</button>
          </div>`
        : nothing
    }`;
  }

  #reading(): TemplateResult {
    const back = html`<button class="back" @click=${() => this.#closeDetail()}>
      <span aria-hidden="true">←</span> Back to the list
    </button>`;
    if (this.problem) {
      return html`${back}
        <p class="quiet">${this.problem}</p>`;
    }
    if (this.detail) {
      return html`${back}<hit-detail
          .event=${this.detail}
          permalink=${`${location.origin}${location.pathname}?hit=${this.detail.id}`}
          ?pinned=${this.chosen ? this.pinned.has(this.chosen.key) : false}
          beside=${this.#beside(this.detail)}
          @pin=${() => this.#pin()}
        ></hit-detail>`;
    }
    if (this.chosen) {
      return html`${back}${this.#aboutRow(this.chosen)}`;
    }
    return this.#book.rows.length === 0
      ? this.#welcome()
      : html`<p class="quiet">Choose a row to see what was sent.</p>`;
  }

  /** Where the hit stands beside the newest pinned one; empty where no other hit is pinned. */
  #beside(hit: LabEvent): string {
    const other = this.#book.rows.findLast(
      (row) => this.pinned.has(row.key) && row.kind === 'hit' && row.id !== hit.id,
    );
    return other ? `${this.labUrl}compare/hits?a=${other.id}&b=${hit.id}` : '';
  }

  #aboutRow(row: Row): TemplateResult {
    const where = html`“${row.title || row.page}”${row.site ? ` on ${row.site}` : ''}`;
    switch (row.kind) {
      case 'missing':
        return html`<div class="empty">
          <h2>${row.vendor} learned nothing here</h2>
          <p>
            The page ${where} carried a pixel that would have told ${row.vendor}: “${row.words}”. It did not
            arrive.
          </p>
          <p>${row.reason}</p>
        </div>`;
      case 'waiting':
        return html`<div class="empty">
          <h2>Planted, not arrived yet</h2>
          <p>
            The page ${where} carries a pixel of ${row.vendor}. When the browser fetches it, this row turns
            into the hit.
          </p>
        </div>`;
      case 'refused':
        return html`<div class="empty">
          <h2>A request was turned away</h2>
          <p>It came ${row.vendor ? `for ${row.vendor}` : 'for somebody in the lab'} and was ${row.words}.</p>
          <p>Such limits keep one sender from filling the lab. At most one row a minute says so.</p>
        </div>`;
      default:
        return html`<div class="empty">
          <h2>${row.kind === 'visit' ? 'A page was opened' : 'Something happened in the lab'}</h2>
          <p>${row.words}${row.title || row.page ? html`: ${where}` : nothing}</p>
          ${row.kind === 'visit' ? html`<p>This is what the site’s own server log holds; no tracker is needed for it.</p>` : nothing}
        </div>`;
    }
  }

  #welcome(): TemplateResult {
    return html`<div class="empty">
      <h2>Open a page of the shop, and watch what it tells others</h2>
      <p>
        Every pixel on the page shows up here the moment your browser fetches it, with everything it gave
        away.
      </p>
      <p class="actions">
        ${this.shopUrl ? html`<a class="button primary" href=${this.shopUrl} target="_blank">Open the shop</a>` : nothing}
        ${this.newsUrl ? html`<a class="button" href=${this.newsUrl} target="_blank">Open the newspaper</a>` : nothing}
      </p>
    </div>`;
  }

  #dialogs(): TemplateResult {
    return html`<dialog id="keys" aria-labelledby="keys-title">
        <h2 id="keys-title">Keys</h2>
        <dl>
          ${KEYS.map(
            ([key, does]) =>
              html`<dt>${key}</dt>
                <dd>${does}</dd>`,
          )}
        </dl>
        <form method="dialog"><button class="primary">Close</button></form>
      </dialog>
      <dialog id="erase" aria-labelledby="erase-title">
        <h2 id="erase-title">Erase everything?</h2>
        <p>
          All events of ${this.seat === 'me' ? 'this lab’s own seat' : `the seat ${this.seat}`} are deleted at
          once and for good. The cookies in your browser stay; clear them there.
        </p>
        <form method="dialog" class="actions">
          <button autofocus>Keep them</button>
          <button class="danger" value="erase" @click=${() => this.#erase()}>Erase everything</button>
        </form>
      </dialog>`;
  }

  #take(event: LabEvent): void {
    if (event.kind === 'erased') {
      this.#held = [];
      this.#reset(event.id);
      this.#announcer.now('Everything was erased.');
      return;
    }
    if (this.paused) {
      this.#held.push(event);
    } else {
      this.#add(event);
    }
    this.#schedule();
  }

  #add(event: LabEvent): void {
    if (event.kind === 'hit') {
      this.#arrived++;
      if (event.vendor === 'adnet') {
        this.#judgeSoon();
      }
    }
    const change = this.#book.add(event);
    if (!change || (change.isNew && event.id <= this.#floor)) {
      return;
    }
    this.#changed.add(change.row);
    if (change.row.key === this.chosen?.key && event.kind === 'hit') {
      void this.#load(event.id);
    }
    if (event.id === this.#wanted) {
      this.#wanted = 0;
      this.chosen = change.row;
    }
  }

  /** Rows come in by the thousand after a reconnect: the list takes them up once a frame. */
  #schedule(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.waiting = this.#held.length;
      if (this.#changed.size > 0) {
        const changed = this.#changed;
        this.#changed = new Set();
        this.#takeUp(changed);
      }
    });
  }

  #takeUp(changed: Set<Row>): void {
    const fresh = [...changed].filter((row) => !this.#shown.has(row) && this.#belongs(row));
    if (fresh.length > 0) {
      const pinned = this.rows.filter((row) => this.pinned.has(row.key));
      const others = pinned.length > 0 ? this.rows.filter((row) => !this.pinned.has(row.key)) : this.rows;
      this.rows = [...others, ...fresh, ...pinned];
      for (const row of fresh) {
        this.#shown.add(row);
      }
    }
    this.version++;
    if (this.#arrived > 0) {
      this.#announcer.soon(() => this.#arrivedWords());
    }
  }

  #belongs(row: Row): boolean {
    return (row.id > this.#floor || this.pinned.has(row.key)) && matches(row, this.filter);
  }

  #refilter(): void {
    const rows = this.#book.rows.filter((row) => this.#belongs(row));
    this.#shown = new Set(rows);
    // The list shows the last first, so what is pinned stands at the end.
    this.rows = [
      ...rows.filter((row) => !this.pinned.has(row.key)),
      ...rows.filter((row) => this.pinned.has(row.key)),
    ];
    this.version++;
  }

  #set(part: Partial<Filter>): void {
    this.filter = { ...this.filter, ...part };
    this.#refilter();
    this.#remember();
  }

  #remember(): void {
    history.replaceState(null, '', addressOf(this.filter, this.detail?.id));
  }

  #values(part: 'vendor' | 'site' | 'event'): string[] {
    const values = new Set(
      this.#book.rows.filter((row) => part !== 'event' || row.vendor).map((row) => row[part]),
    );
    if (this.filter[part]) {
      values.add(this.filter[part] as FilterPart);
    }
    values.delete('');
    return [...values].sort();
  }

  #choose(row: Row): void {
    this.#unchoose();
    this.chosen = row;
    if (row.kind === 'hit') {
      void this.#load(row.id);
    }
    this.toggleAttribute('reading', true);
    if (NARROW.matches) {
      this.readingView.focus();
    }
  }

  /** Nothing is chosen; whatever was asked for and has not come is of no interest any more. */
  #unchoose(): void {
    this.#asked++;
    this.#wanted = 0;
    this.chosen = undefined;
    this.detail = undefined;
    this.problem = '';
  }

  async #load(id: number): Promise<void> {
    const asked = ++this.#asked;
    try {
      const response = await fetch(`${this.api}/events/${id}`);
      const event = response.ok ? ((await response.json()) as WholeEvent) : undefined;
      if (asked !== this.#asked) {
        return;
      }
      if (event) {
        if (event.kind !== 'hit') {
          // A planted pixel, for example: its row says what became of it.
          this.chosen = this.#book.rows.find((row) => row.key === `e${id}` || row.id === id) ?? this.chosen;
          return;
        }
        this.detail = event;
        this.problem = '';
        this.#remember();
      } else {
        this.problem = 'This hit is gone: it was erased, or it was too old.';
      }
    } catch {
      if (asked === this.#asked) {
        this.problem = 'The lab does not answer. Is it still running?';
      }
    }
  }

  #show(id: number): void {
    const row = this.#book.rows.findLast((candidate) => candidate.id === id);
    if (row) {
      this.#choose(row);
    } else {
      this.#unchoose();
      void this.#load(id);
      this.toggleAttribute('reading', true);
    }
  }

  #openDetail(): void {
    if (this.chosen) {
      this.toggleAttribute('reading', true);
      this.readingView.focus();
    }
  }

  #closeDetail(): void {
    this.toggleAttribute('reading', false);
    void this.updateComplete.then(() => this.list?.focus());
  }

  #pin(): void {
    if (!this.chosen) {
      return;
    }
    const pinned = new Set(this.pinned);
    if (!pinned.delete(this.chosen.key)) {
      pinned.add(this.chosen.key);
    }
    this.pinned = pinned;
    this.#refilter();
  }

  #pause(): void {
    this.paused = !this.paused;
    if (!this.paused) {
      for (const event of this.#held) {
        this.#add(event);
      }
      this.#held = [];
      this.waiting = 0;
      this.#schedule();
    }
  }

  #clear(): void {
    this.cleared = { floor: this.#floor };
    this.#floor = this.#book.rows.reduce((most, row) => Math.max(most, row.id), 0);
    this.#refilter();
    this.#unchoose();
  }

  #undoClear(): void {
    this.#floor = this.cleared?.floor ?? 0;
    this.cleared = undefined;
    this.#refilter();
  }

  async #erase(): Promise<void> {
    try {
      const response = await fetch(this.api, { method: 'DELETE' });
      if (!response.ok) {
        this.problem = 'The lab could not erase the events. Nothing was deleted.';
      }
    } catch {
      this.problem = 'The lab does not answer, so nothing was erased. Is it still running?';
    }
  }

  #reset(floor: number): void {
    this.#book.clear();
    this.#floor = floor;
    this.#changed.clear();
    this.#shown.clear();
    this.rows = [];
    this.#arrived = 0;
    this.#unchoose();
    this.cleared = undefined;
    this.pinned = new Set();
    this.toggleAttribute('reading', false);
    this.#judgeSoon();
  }

  #judgeSoon(): void {
    this.#jarTimer ||= window.setTimeout(() => {
      this.#jarTimer = 0;
      void this.#judge();
    }, 400);
  }

  async #judge(): Promise<void> {
    try {
      const response = await fetch(`${this.api}/cookie-jar`);
      this.jar = response.ok ? ((await response.json()) as CookieJar) : undefined;
    } catch {
      // The verdict stays as it was; the connection's state says that the lab is away.
    }
  }

  #arrivedWords(): string {
    const arrived = this.#arrived;
    this.#arrived = 0;
    // The sum makes each announcement differ from the last; the same words again would not be read out.
    return `${arrived === 1 ? 'One new hit' : `${arrived} new hits`}, ${this.rows.length} rows in all`;
  }

  #nothingWords(): string {
    if (active(this.filter).length > 0) {
      return 'Nothing matches the filter. Take a part of it off above.';
    }
    return this.#book.rows.length > 0
      ? 'The view is clear. What comes next shows here.'
      : 'Nothing yet. Open a page of the shop.';
  }

  #chooseTheme(chosen: Theme): void {
    this.theme = chosen;
    chooseTheme(chosen);
  }

  readonly #key = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0];
    const typing =
      target instanceof HTMLInputElement ||
      target instanceof HTMLSelectElement ||
      target instanceof HTMLTextAreaElement;
    if (event.ctrlKey || event.metaKey || event.altKey || this.keysDialog.open || this.eraseDialog.open) {
      return;
    }
    if (event.key === 'Escape') {
      if (typing) {
        (target as HTMLElement).blur();
      }
      this.#closeDetail();
      return;
    }
    if (typing) {
      return;
    }
    const does: Record<string, () => void> = {
      '?': () => this.keysDialog.showModal(),
      '/': () => this.searchBox.focus(),
      p: () => this.#pause(),
      v: () => this.#set({ everything: !this.filter.everything }),
      x: () => this.#pin(),
      c: () => this.#clear(),
      j: () => this.list?.move(1),
      k: () => this.list?.move(-1),
    };
    const action = does[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  };
}
