import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../styles/shared';
import { consoleStyles } from './console-styles';
import type { RoomDesk } from './desk';
import { people } from './names';
import type { ConsoleView } from './wire';

const REGIMES: readonly (readonly [value: string, title: string])[] = [
  ['none', 'none'],
  ['notice', 'a notice only'],
  ['opt_in', 'opt-in'],
  ['manipulative', 'manipulative'],
  ['opt_out', 'opt-out link'],
];

/** What can be done to all screens, and the key. */
@customElement('room-tools')
export class RoomTools extends LitElement {
  @property({ attribute: false }) room!: ConsoleView;
  @property({ attribute: false }) desk!: RoomDesk;
  /** The places one can send to: `shop=Fernweh Outdoor;…`. */
  @property() hosts = '';

  static override styles = [
    ...shared,
    consoleStyles,
    css`
      form {
        margin-block-start: 0.9rem;
      }
      p {
        margin-block-start: 1rem;
        overflow-wrap: anywhere;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { room } = this;
    const places = this.hosts.split(';').map((pair) => pair.split('='));
    return html`<details class="card tools">
      <summary>Send, ask, switch, key</summary>
      <form @submit=${(event: Event) => void this.desk.submit(event, 'send', 'Sent.')}>
        <label>
          Send everyone to
          <select name="host">
            ${places.map(([name, title]) => html`<option value=${name ?? ''}>${title}</option>`)}
          </select>
        </label>
        <label>page <input name="path" value="/" required maxlength="500" /></label>
        <button>Send</button>
        ${room.followed === undefined ? nothing : html`<span>${room.followed} of ${people(room).length} have followed.</span>`}
      </form>
      <form @submit=${(event: Event) => void this.#askRoom(event)}>
        <label
          >Ask <input name="question" required maxlength="300" placeholder="How many companies heard of it?"
        /></label>
        <label>answers, one a line <textarea name="options" rows="3" required></textarea></label>
        <button>Ask the room</button>
      </form>
      ${this.#switch('regime.all', 'Banner on every site', REGIMES)}
      ${this.#switch('blocker', 'The lab’s blocker', [
        ['on', 'on'],
        ['off', 'off'],
      ])}
      <p>
        Your key, to come back from another browser: <code>${this.desk.key}</code>. Keep it to yourself:
        whoever has it has the room.
        <button @click=${() => void this.desk.export()}>Take everything away as a file</button>
      </p>
    </details>`;
  }

  #switch(name: string, title: string, values: readonly (readonly [string, string])[]): TemplateResult {
    return html`<form
      @submit=${(event: Event) => void this.desk.submit(event, 'switch', 'Switched for everyone.')}
    >
      <input type="hidden" name="name" value=${name} />
      <label>
        ${title}
        <select name="value">
          ${values.map(([value, words]) => html`<option value=${value}>${words}</option>`)}
        </select>
      </label>
      <button>Switch for all</button>
    </form>`;
  }

  async #askRoom(event: Event): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    const options = String(data.get('options') ?? '').split('\n');
    if (await this.desk.act({ do: 'ask', question: data.get('question'), options }, 'Asked.')) {
      form.reset();
    }
  }
}
