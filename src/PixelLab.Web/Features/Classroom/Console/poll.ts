import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../../../Client/Kit/Styles/shared';
import { consoleWords as words } from '../../../Client/Kit/Words/console';
import { consoleStyles } from './console-styles';
import type { RoomControl } from './room-control';
import type { PollView } from '../wire';

/** The question that stands open, with the answers as they come; asked again, what was answered before stands beside them. */
@customElement('room-poll')
export class RoomPoll extends LitElement {
  @property({ attribute: false }) poll!: PollView;
  @property({ attribute: false }) control!: RoomControl;
  /** How many could answer. */
  @property({ type: Number }) students = 0;
  @property({ type: Boolean, reflect: true }) projected = false;

  static override styles = [
    ...shared,
    consoleStyles,
    css`
      h2 {
        margin-block-end: 0.2rem;
        text-wrap: balance;
      }
      .count {
        margin-block-end: 0.9rem;
        color: var(--lab-soft);
      }
      .rounds {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
        gap: 1rem 2.5rem;
      }
      h3 {
        margin-block-end: 0.5rem;
        font-size: 1rem;
      }
      .bars {
        display: grid;
        gap: 0.6rem;
      }
      .bars li {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 0.15rem 0.75rem;
      }
      meter {
        grid-column: 1 / -1;
        inline-size: 100%;
        block-size: 1rem;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { poll } = this;
    const counts = poll.counts ?? [];
    return html`<section class="card" aria-label=${words.say('questionToRoom')}>
      <h2>${poll.question}</h2>
      <p class="count" role="status">
        ${words.say('haveAnswered', { answers: sum(counts), students: this.students })}
      </p>
      <div class="rounds">
        ${poll.before ? this.#round(words.say('before'), poll.before) : nothing}
        ${this.#round(poll.before ? words.say('now') : '', counts)}
      </div>
      <div class="row">
        ${
          poll.isShown
            ? html`<button aria-pressed="true" @click=${() => this.#act('hide_answers')}>
                ${words.say('hideAnswers')}
              </button>`
            : html`<button @click=${() => this.#act('show_answers')}>${words.say('showAnswers')}</button>`
        }
        <button @click=${() => this.#act('ask_again')} ?disabled=${sum(counts) === 0}>
          ${words.say('askAgain')}
        </button>
        <button @click=${() => this.#act('end_poll')}>${words.say('endQuestion')}</button>
      </div>
    </section>`;
  }

  #round(title: string, counts: readonly number[]): TemplateResult {
    const all = Math.max(1, sum(counts));
    return html`<div>
      ${title ? html`<h3>${title}</h3>` : nothing}
      <ul class="bars" aria-label=${title || words.say('answers')}>
        ${this.poll.options.map((option, index) => {
          const votes = counts[index] ?? 0;
          return html`<li>
            <span>${option}</span><b>${votes}</b>
            <meter min="0" max=${all} value=${votes} aria-label="${option} ${title}"></meter>
          </li>`;
        })}
      </ul>
    </div>`;
  }

  #act(what: 'ask_again' | 'show_answers' | 'hide_answers' | 'end_poll'): void {
    void this.control.act({ do: what });
  }
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, one) => all + one, 0);
}
