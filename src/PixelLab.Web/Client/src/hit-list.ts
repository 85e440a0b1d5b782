import { VirtualizerController } from '@tanstack/lit-virtual';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Row } from './rows';
import { shared } from './styles/shared';
import { shorten, timeOfDay } from './words';

const ROW_HEIGHT = 60;

/** The rows, newest first. Only those in view are in the document, so the list may be very long. */
@customElement('hit-list')
export class HitList extends LitElement {
  /** Oldest first; shown the other way round. */
  @property({ attribute: false }) rows: readonly Row[] = [];
  /** Grows whenever a row changed in place. */
  @property({ type: Number }) version = 0;
  /** The key of the chosen row. */
  @property() chosen = '';
  @property({ attribute: false }) pinned: ReadonlySet<string> = new Set();
  /** What each seat is called, where rows of many stand together. */
  @property({ attribute: false }) names: ReadonlyMap<string, string> | undefined;

  readonly #scroller = createRef<HTMLElement>();
  readonly #virtual = new VirtualizerController<HTMLElement, HTMLElement>(this, {
    getScrollElement: () => this.#scroller.value ?? null,
    count: 0,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  #shown = 0;
  #newest = '';

  static override styles = [
    ...shared,
    css`
      :host {
        display: block;
        min-block-size: 0;
        overflow: hidden;
        container-type: inline-size;
      }
      .scroller {
        block-size: 100%;
        overflow-y: auto;
        overscroll-behavior: contain;
        outline-offset: -3px;
      }
      .all {
        position: relative;
      }
      .row {
        position: absolute;
        inset-inline: 0;
        inset-block-start: 0;
        display: grid;
        grid-template-columns: 0.6rem 4.6rem 1fr auto;
        gap: 0 0.75rem;
        align-items: center;
        block-size: ${ROW_HEIGHT}px;
        padding-inline: 0.9rem;
        border-block-end: 1px solid var(--lab-line);
        cursor: pointer;
      }
      .row:hover {
        background: var(--lab-raised);
      }
      .row[aria-selected='true'] {
        background: var(--lab-accent-wash);
        box-shadow: inset 3px 0 0 var(--lab-accent);
      }
      .dot {
        inline-size: 0.6rem;
        block-size: 0.6rem;
        border: 2px solid var(--lab-soft);
        border-radius: 50%;
      }
      .row[data-kind='hit'] .dot {
        border-color: var(--lab-hit);
        background: var(--lab-hit);
      }
      .row[data-kind='missing'] .dot,
      .row[data-kind='refused'] .dot {
        border-color: var(--lab-missing);
        border-radius: 2px;
        rotate: 45deg;
      }
      .row[data-kind='waiting'] .dot {
        border-style: dashed;
      }
      .row[data-kind='visit'] .dot,
      .row[data-kind='note'] .dot {
        border-radius: 2px;
        border-color: var(--lab-line);
        background: var(--lab-line);
      }
      time,
      .size {
        color: var(--lab-soft);
        font: 0.8125rem var(--lab-mono);
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .what {
        min-inline-size: 0;
      }
      .what > * {
        display: block;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .where {
        color: var(--lab-soft);
        font-size: 0.8125rem;
      }
      .row[data-kind='missing'] .where {
        color: var(--lab-missing);
      }
      .row[data-kind='missing'] .words,
      .row[data-kind='waiting'] .words {
        color: var(--lab-soft);
      }
      .whose {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .row:has(.whose) {
        grid-template-columns: 0.6rem 4.6rem 10rem 1fr auto;
      }
      @container (max-width: 38rem) {
        .row:has(.whose) {
          grid-template-columns: 0.6rem 6.5rem 1fr;
        }
        .row:has(.whose) :is(time, .size) {
          display: none;
        }
      }
      .pin {
        color: var(--lab-accent);
      }
      :host([narrow]) .row {
        grid-template-columns: 0.6rem 1fr auto;
        padding-inline: 0.75rem;
      }
      :host([narrow]) time {
        display: none;
      }
    `,
  ];

  protected override willUpdate(): void {
    const virtual = this.#virtual.getVirtualizer();
    if (this.rows.length !== virtual.options.count) {
      virtual.setOptions({ ...virtual.options, count: this.rows.length });
    }
  }

  protected override updated(): void {
    const newest = this.rows.at(-1)?.key ?? '';
    const added = this.rows.length - this.#shown;
    const scroller = this.#scroller.value;
    // Whoever is reading further down keeps their place when rows come in above.
    if (scroller && added > 0 && newest !== this.#newest && scroller.scrollTop > ROW_HEIGHT / 2) {
      scroller.scrollTop += added * ROW_HEIGHT;
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
    this.#virtual.getVirtualizer().scrollToIndex(next, { align: 'auto' });
  }

  override focus(): void {
    this.#scroller.value?.focus();
  }

  protected override render() {
    const virtual = this.#virtual.getVirtualizer();
    const chosen = this.#indexOf(this.chosen);
    return html`<div
      class="scroller"
      ${ref(this.#scroller)}
      role="listbox"
      tabindex="0"
      aria-label="Pixels, newest first"
      aria-activedescendant=${chosen >= 0 ? `row-${this.chosen}` : nothing}
      @keydown=${this.#key}
    >
      <div class="all" role="presentation" .style=${`block-size:${virtual.getTotalSize()}px`}>
        ${repeat(
          virtual.getVirtualItems(),
          (item) => this.#at(item.index)?.key ?? item.key,
          (item) => this.#row(item.index, item.start),
        )}
      </div>
    </div>`;
  }

  #row(index: number, start: number) {
    const row = this.#at(index);
    if (!row) {
      return nothing;
    }
    return html`<div
      class="row"
      role="option"
      id="row-${row.key}"
      data-kind=${row.kind}
      data-id=${row.id}
      aria-selected=${row.key === this.chosen}
      aria-setsize=${this.rows.length}
      aria-posinset=${index + 1}
      .style=${`transform:translateY(${start}px)`}
      @click=${() => this.#choose(index)}
    >
      <span class="dot" aria-hidden="true"></span>
      <time datetime=${new Date(row.at).toISOString()}>${timeOfDay(row.at)}</time>
      ${this.names ? html`<b class="whose">${this.names.get(row.seat) ?? 'gone'}</b>` : nothing}
      <span class="what">
        <span class="words">
          ${this.pinned.has(row.key) ? html`<span class="pin">Pinned · </span>` : nothing}
          ${row.vendor ? html`<span class="vendor" data-vendor=${row.vendor}>${row.vendor}</span>` : html`<span class="vendor">${row.site || 'lab'}</span>`}
          ${row.words}
        </span>
        <span class="where">${whereOf(row)}</span>
      </span>
      <span class="size">${sizeOf(row)}</span>
    </div>`;
  }

  #at(index: number): Row | undefined {
    return this.rows[this.rows.length - 1 - index];
  }

  #indexOf(key: string): number {
    if (!key) {
      return -1;
    }
    const at = this.rows.findLastIndex((row) => row.key === key);
    return at < 0 ? -1 : this.rows.length - 1 - at;
  }

  #choose(index: number): void {
    const row = this.#at(index);
    if (row) {
      this.dispatchEvent(new CustomEvent<Row>('choose', { detail: row }));
    }
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

function whereOf(row: Row): string {
  if (row.kind === 'missing') {
    return `missing: ${row.reason}`;
  }
  const place = [row.title ? shorten(row.title, 80) : shorten(row.page, 80), row.site && `on ${row.site}`]
    .filter(Boolean)
    .join(' ');
  return row.kind === 'waiting' ? `planted, not arrived yet · ${place}` : place;
}

function sizeOf(row: Row): string {
  return row.kind === 'hit' ? `${row.size.toLocaleString('en')} B` : '';
}
