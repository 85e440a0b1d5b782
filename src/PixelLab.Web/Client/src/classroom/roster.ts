import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../styles/shared';
import { consoleStyles } from './console-styles';
import type { Seen } from './room-feed';
import type { ConsoleView } from './wire';

/** Who is in the room, and how each was seen last. Choosing a student shows their hits alone. */
@customElement('room-roster')
export class RoomRoster extends LitElement {
  @property({ attribute: false }) room!: ConsoleView;
  @property({ attribute: false }) names!: ReadonlyMap<string, string>;
  @property({ attribute: false }) seen!: ReadonlyMap<string, Seen>;
  /** Grows whenever somebody was seen. */
  @property({ type: Number }) version = 0;
  /** The seat whose hits are shown alone; empty for all. */
  @property() only = '';

  static override styles = [
    ...shared,
    consoleStyles,
    css`
      li {
        display: grid;
        gap: 0.15rem;
        padding-block: 0.4rem;
        border-block-end: 1px solid var(--lab-line);
        justify-items: start;
      }
      span {
        color: var(--lab-soft);
        font-size: 0.875rem;
        overflow-wrap: anywhere;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const now = Date.now();
    const { students } = this.room;
    return html`<section aria-labelledby="roster">
      <h2 id="roster">Who is here</h2>
      ${
        students.length === 0
          ? html`<p>Nobody yet. Project the code above.</p>`
          : html`<ul class="roster">
              ${students.map(({ seat }) => {
                const seen = this.seen.get(seat);
                return html`<li>
                  <button
                    aria-pressed=${this.only === seat}
                    @click=${() => this.dispatchEvent(new CustomEvent('only', { detail: this.only === seat ? '' : seat }))}
                  >
                    ${this.names.get(seat)}
                  </button>
                  <span>
                    ${seen ? html`${seen.page || 'in the lab'} · ${seen.hits} hits · ${ago(now - seen.at)}` : 'has not opened a page yet'}
                  </span>
                </li>`;
              })}
            </ul>`
      }
    </section>`;
  }
}

function ago(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  return seconds < 10
    ? 'just now'
    : seconds < 90
      ? `${seconds} s ago`
      : `${Math.round(seconds / 60)} min ago`;
}
