import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { hitsOf, type Row } from './rows';
import { hitListStyles, NARROW, ROW_HEIGHT, TALL_ROW_HEIGHT } from './hit-list-styles';
import { shared } from '../Styles/shared';
import { titleOf } from '../Styles/vendors';
import { markStyles, vendorMark } from './vendor-mark';
import { timeOfDay } from '../Words/time';
import { rowSentence, shorten } from '../Words/words';
import { rowWordsIn as words } from '../Words/rows';

/** How many rows are drawn before and after those in view, so that scrolling shows no gaps. */
const MARGIN = 8;

/** The rows, newest first or in their order. Only those in view are in the document, so the list may be very long. */
@customElement('hit-list')
export class HitList extends LitElement {
  /** Oldest first; shown the other way round, where nothing else is said. */
  @property({ attribute: false }) rows: readonly Row[] = [];
  /** Whether the rows are shown in their order: what has no time has no newest. */
  @property({ type: Boolean, attribute: 'in-order' }) inOrder = false;
  /** What the list is called, where it is not the usual. */
  @property() name = '';
  /** Grows whenever a row changed in place. */
  @property({ type: Number }) version = 0;
  /** The key of the chosen row. */
  @property() chosen = '';
  /** The key of the row whose pixel is pointed at elsewhere. */
  @property() lit = '';
  @property({ attribute: false }) pinned: ReadonlyMap<string, Row> = new Map();

  /** What each seat is called, where rows of many stand together. */
  @property({ attribute: false }) names: ReadonlyMap<string, string> | undefined;

  readonly #scroller = createRef<HTMLElement>();
  /** The rows that are in the document: from this one on, so many. */
  @state() private first = 0;
  @state() private count = 4 * MARGIN;
  /** In a narrow list what a row says takes two lines. */
  @state() private rowHeight = ROW_HEIGHT;
  readonly #resized = new ResizeObserver(() => this.#look());
  /** How far down the list is. Asking the element would make the browser lay it out at once. */
  #top = 0;
  #shown = 0;
  #newest = '';

  static override styles = [...shared, markStyles, hitListStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    // Measured before the first row is drawn, or all would move.
    this.rowHeight = this.clientWidth < NARROW ? TALL_ROW_HEIGHT : ROW_HEIGHT;
    this.#resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  protected override updated(): void {
    const newest = this.rows.at(-1)?.key ?? '';
    const added = this.rows.length - this.#shown;
    const scroller = this.#scroller.value;
    // Whoever is reading further down keeps their place when rows come in above.
    if (!this.inOrder && scroller && added > 0 && newest !== this.#newest && this.#top > this.rowHeight / 2) {
      scroller.scrollTop += added * this.rowHeight;
    }
    this.#shown = this.rows.length;
    this.#newest = newest;
  }

  /** Moves the choice by so many rows; the far ends with plus or minus infinity. */
  move(by: number): void {
    if (this.rows.length === 0) {
      return;
    }
    const at = this.#indexOf(this.chosen);
    const next = Math.min(Math.max((at < 0 ? -1 : at) + by, 0), this.rows.length - 1);
    this.#choose(next);
    this.#reveal(next);
  }

  /** Brings the chosen row to the top. */
  bringChosen(): void {
    const scroller = this.#scroller.value;
    if (scroller && this.chosen) {
      scroller.scrollTop = Math.max(0, this.#indexOf(this.chosen)) * this.rowHeight;
    }
  }

  override focus(): void {
    this.#scroller.value?.focus();
  }

  protected override render() {
    const last = Math.min(this.first + this.count, this.rows.length);
    const inView = Array.from({ length: Math.max(0, last - this.first) }, (_, at) => this.first + at);
    const chosen = this.#indexOf(this.chosen);
    return html`<div
      class="scroller"
      .style=${`--row:${this.rowHeight}px`}
      ${ref(this.#scroller)}
      role="listbox"
      tabindex="0"
      aria-label=${this.name || words.say('list')}
      aria-activedescendant=${chosen >= 0 ? `row-${this.chosen}` : nothing}
      @keydown=${this.#key}
      @scroll=${this.#look}
    >
      <div class="all" role="presentation" .style=${`block-size:${this.rows.length * this.rowHeight}px`}>
        ${repeat(
          inView,
          // A pixel that arrives is drawn anew: what it says can take a line more, and would push the rest down.
          (index) => `${this.#at(index)?.key} ${this.#at(index)?.kind}`,
          (index) => this.#row(index),
        )}
      </div>
    </div>`;
  }

  #row(index: number) {
    const row = this.#at(index);
    if (!row) {
      return nothing;
    }
    return html`<div
      class="row ${row.key === this.lit ? 'lit' : ''}"
      role="option"
      id="row-${row.key}"
      data-kind=${row.kind}
      data-id=${row.id}
      aria-selected=${row.key === this.chosen}
      aria-setsize=${this.rows.length}
      aria-posinset=${index + 1}
      .style=${`transform:translateY(${index * this.rowHeight}px)`}
      @click=${() => this.#choose(index)}
      @pointerenter=${() => this.#point(row.key)}
      @pointerleave=${() => this.#point('')}
    >
      ${vendorMark(row.vendor)}
      ${this.names ? html`<b class="whose">${this.names.get(row.seat) ?? words.say('gone')}</b>` : nothing}
      <span class="what">
        <span class="words">
          ${this.pinned.has(row.key) ? html`<span class="pin">${words.say('pinned')}</span>` : nothing}
          ${this.#what(row)}
        </span>
        <span class="where"
          >${row.badges.map((badge) => html`<b class="badge" data-badge=${badge}>${words.lookUp(`badge.${badge}`)}</b> `)}${whereOf(row)}</span
        >
      </span>
      <span class="when">
        ${row.at === undefined ? nothing : html`<time datetime=${new Date(row.at).toISOString()}>${timeOfDay(row.at)}</time>`}
        <span class="size">${row.place ?? sizeOf(row)}</span>
      </span>
    </div>`;
  }

  /** What somebody did, and which company was told; among many people's rows each stands beside a name, and needs no other. */
  #what(row: Row) {
    return isOfPixel(row)
      ? html`${rowSentence({ who: this.names ? '' : row.who, words: row.words })}
          <span class="vendor told" data-vendor=${row.vendor}>${titleOf(row.vendor)}</span>`
      : html`<span class="vendor">${titleOf(row.vendor) || row.site || words.say('lab')}</span> ${row.words}`;
  }

  /** Draws the rows that are in view now. */
  #look(): void {
    const scroller = this.#scroller.value;
    if (scroller) {
      this.#top = scroller.scrollTop;
      this.rowHeight = scroller.clientWidth < NARROW ? TALL_ROW_HEIGHT : ROW_HEIGHT;
      this.first = Math.max(0, Math.floor(this.#top / this.rowHeight) - MARGIN);
      this.count = Math.ceil(scroller.clientHeight / this.rowHeight) + 2 * MARGIN;
    }
  }

  /** Scrolls no further than it takes to see a row whole. */
  #reveal(index: number): void {
    const scroller = this.#scroller.value;
    if (scroller) {
      const top = index * this.rowHeight;
      const lowest = top + this.rowHeight - scroller.clientHeight;
      scroller.scrollTop = Math.min(Math.max(scroller.scrollTop, lowest), top);
    }
  }

  #at(index: number): Row | undefined {
    return this.rows[this.#turned(index)];
  }

  #indexOf(key: string): number {
    if (!key) {
      return -1;
    }
    const at = this.rows.findLastIndex((row) => row.key === key);
    return at < 0 ? -1 : this.#turned(at);
  }

  /** From a place among the rows to one in the list, and back. */
  #turned(index: number): number {
    return this.inOrder ? index : this.rows.length - 1 - index;
  }

  #choose(index: number): void {
    const row = this.#at(index);
    if (row) {
      this.dispatchEvent(new CustomEvent<Row>('choose', { detail: row }));
    }
  }

  /** Tells which row is pointed at; none with an empty key. */
  #point(key: string): void {
    this.dispatchEvent(new CustomEvent('point', { detail: key }));
  }

  #key(event: KeyboardEvent): void {
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -Infinity,
      End: Infinity,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      this.move(step);
    } else if (event.key === 'Enter') {
      this.dispatchEvent(new CustomEvent('open'));
    }
  }
}

function isOfPixel(row: Row): boolean {
  return row.vendor !== '' && (row.kind === 'hit' || row.kind === 'waiting' || row.kind === 'missing');
}

function whereOf(row: Row): string {
  if (row.kind === 'missing') {
    return words.say('missing', { reason: row.reason });
  }
  // A front page is no page of its own to people.
  const page = shorten(row.title || (row.page === '/' ? '' : row.page), 80);
  const place = row.site ? words.say(page ? 'onSite' : 'onSiteOnly', { page, site: row.site }) : page;
  const hits = hitsOf(row);
  return row.kind === 'waiting'
    ? words.say('waiting', { place })
    : hits > 1
      ? words.say('told', { count: hits, place })
      : place;
}

function sizeOf(row: Row): string {
  return row.kind === 'hit' ? words.say('size', { size: row.size }) : '';
}
