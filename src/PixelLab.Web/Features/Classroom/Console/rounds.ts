import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../../../Client/Kit/Styles/shared';
import { consoleWords as words } from '../../../Client/Kit/Words/console';
import { consoleStyles } from './console-styles';
import type { RoomControl } from './room-control';
import type { QuestionsChoice, RoundsView } from '../wire';

/** How many of the class knew what before the lessons and after. */
@customElement('room-rounds')
export class RoomRounds extends LitElement {
  @property({ attribute: false }) questions!: QuestionsChoice;
  @property({ attribute: false }) rounds: RoundsView | undefined;
  @property({ attribute: false }) control!: RoomControl;
  @property({ type: Boolean, reflect: true }) projected = false;

  static override styles = [
    ...shared,
    consoleStyles,
    css`
      table {
        inline-size: 100%;
        border-collapse: collapse;
        font-size: 0.9375rem;
      }
      th,
      td {
        padding: 0.3rem 0.5rem 0.3rem 0;
        border-block-end: 1px solid var(--lab-line);
        text-align: start;
        vertical-align: top;
      }
      tbody th {
        font-weight: 400;
      }
      td {
        white-space: nowrap;
      }
      button {
        margin-block-start: 0.8rem;
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<section class="card" aria-labelledby="rounds">
      <h2 id="rounds">${words.say('rounds')}</h2>
      ${this.rounds ? this.#counts(this.rounds) : html`<p>${words.say('roundsNone')}</p>`}
      ${
        this.projected
          ? nothing
          : html`<button
              @click=${() => void this.control.act({ do: 'send', host: 'lab', path: `/lessons/${this.questions.slug}` }, words.say('sent'))}
            >
              ${words.say('sendToQuestions')}
            </button>`
      }
    </section>`;
  }

  #counts({ before, after, compared, improved }: RoundsView): TemplateResult {
    const cell = (one: RoundsView['before'][number] | undefined): string =>
      one && one.of > 0 ? words.say('roundsRight', { right: one.right, of: one.of }) : '–';
    return html`${compared > 0 ? html`<p><b>${words.say('roundsMore', { improved, compared })}</b></p>` : nothing}
      <p>${words.say('roundsTold')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">${words.say('question')}</th>
            <th scope="col">${words.say('before')}</th>
            <th scope="col">${words.say('now')}</th>
          </tr>
        </thead>
        <tbody>
          ${this.questions.questions.map((question, index) => {
            const [first, second] = [before[index], after[index]];
            return (first?.of ?? 0) + (second?.of ?? 0) > 0
              ? html`<tr>
                  <th scope="row">${question}</th>
                  <td>${cell(first)}</td>
                  <td>${cell(second)}</td>
                </tr>`
              : nothing;
          })}
        </tbody>
      </table>`;
  }
}
