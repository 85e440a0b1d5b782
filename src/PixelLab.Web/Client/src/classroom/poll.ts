import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../styles/shared';
import { consoleStyles } from './console-styles';
import type { RoomDesk } from './desk';
import type { PollView } from './wire';

/** The question that stands open, with the answers as they come. */
@customElement('room-poll')
export class RoomPoll extends LitElement {
  @property({ attribute: false }) poll!: PollView;
  @property({ attribute: false }) desk!: RoomDesk;

  static override styles = [
    ...shared,
    consoleStyles,
    css`
      .bars li {
        display: grid;
        grid-template-columns: minmax(6rem, 1fr) 3fr 2rem;
        gap: 0.75rem;
        align-items: center;
      }
      meter {
        inline-size: 100%;
        block-size: 1.25rem;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { poll, desk } = this;
    const most = Math.max(1, ...(poll.counts ?? []));
    return html`<section class="card" aria-label="The question to the room">
      <h2>${poll.question}</h2>
      <ul class="bars">
        ${poll.options.map((option, index) => {
          const votes = poll.counts?.[index] ?? 0;
          return html`<li>
            <span>${option}</span><meter min="0" max=${most} value=${votes} aria-label=${option}></meter
            ><b>${votes}</b>
          </li>`;
        })}
      </ul>
      <p>
        <button @click=${() => void desk.act({ do: 'show_answers' })}>Show the answers to all</button>
        <button @click=${() => void desk.act({ do: 'end_poll' })}>End the question</button>
      </p>
    </section>`;
  }
}
