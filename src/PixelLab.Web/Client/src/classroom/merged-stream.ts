import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Row } from '../rows';
import { shared } from '../styles/shared';
import { timeOfDay } from '../words';
import { consoleStyles } from './console-styles';

/** The most rows that are drawn. */
const MOST_DRAWN = 200;

/** The hits of all seats as they come, newest first, with whose each is. */
@customElement('merged-stream')
export class MergedStream extends LitElement {
  /** Oldest first. */
  @property({ attribute: false }) rows: readonly Row[] = [];
  @property({ attribute: false }) names!: ReadonlyMap<string, string>;
  /** The seat whose hits are shown alone; empty for all. */
  @property() only = '';
  @state() private words = '';

  static override styles = [
    ...shared,
    consoleStyles,
    css`
      .stream {
        border-block-start: 1px solid var(--lab-line);
      }
      li {
        border-block-end: 1px solid var(--lab-line);
      }
      li button {
        display: grid;
        grid-template-columns: auto 9rem 1fr;
        gap: 0.1rem 0.8rem;
        inline-size: 100%;
        padding: 0.4rem 0.5rem;
        border: 0;
        border-radius: 0;
        background: none;
        text-align: start;
        white-space: normal;
      }
      time {
        color: var(--lab-soft);
        font-family: var(--lab-mono);
        font-size: 0.875rem;
      }
      small {
        grid-column: 3;
        color: var(--lab-soft);
        overflow-wrap: anywhere;
      }
      [data-kind='missing'] {
        background: var(--lab-missing-wash);
      }
      @media (max-width: 48rem) {
        li button {
          grid-template-columns: auto 1fr;
        }
        li button > span,
        small {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    const shown = this.#shown();
    return html`<section aria-labelledby="stream">
      <h2 id="stream">What arrives</h2>
      <p>
        <label>
          <span class="unseen">Search</span>
          <input
            type="search"
            placeholder="Search"
            @input=${(event: Event) => {
              this.words = (event.target as HTMLInputElement).value;
            }}
          />
        </label>
      </p>
      ${
        shown.length === 0
          ? html`<p>Nothing yet.</p>`
          : html`<ol class="stream">
              ${shown.map((row) => this.#row(row))}
            </ol>`
      }
    </section>`;
  }

  #row(row: Row): TemplateResult {
    return html`<li data-kind=${row.kind}>
      <button @click=${() => this.dispatchEvent(new CustomEvent<Row>('choose', { detail: row }))}>
        <time>${timeOfDay(row.at)}</time>
        <b>${this.names.get(row.seat) ?? 'gone'}</b>
        <span><span class="vendor" data-vendor=${row.vendor}>${row.vendor}</span>: ${row.words}</span>
        <small
          >${row.title || row.page}${row.site ? ` on ${row.site}` : ''}
          ${row.kind === 'missing' ? row.reason : ''}</small
        >
      </button>
    </li>`;
  }

  #shown(): readonly Row[] {
    const words = this.words.toLowerCase();
    return this.rows
      .filter(
        (row) =>
          (row.kind === 'hit' || row.kind === 'missing') &&
          (!this.only || row.seat === this.only) &&
          (!words ||
            `${row.vendor} ${row.words} ${row.title} ${row.site} ${row.page}`.toLowerCase().includes(words)),
      )
      .slice(-MOST_DRAWN)
      .reverse();
  }
}
