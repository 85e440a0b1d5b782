import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { fieldOf } from '../../../Client/Kit/Page/field';
import { shared } from '../../../Client/Kit/Styles/shared';
import { consoleWords as words } from '../../../Client/Kit/Words/console';
import { consoleStyles } from './console-styles';
import type { RoomControl } from './room-control';
import './switches';
import { people } from './names';
import type { ConsoleView, Prediction, RoomLesson, RoomSwitch } from '../wire';

/** What can be done to all screens, and the key. */
@customElement('room-tools')
export class RoomTools extends LitElement {
  @property({ attribute: false }) room!: ConsoleView;
  @property({ attribute: false }) control!: RoomControl;
  @property({ attribute: false }) switches: readonly RoomSwitch[] = [];
  /** The lesson of the room, whose questions can be asked. */
  @property({ attribute: false }) lesson: RoomLesson | undefined;
  /** The places one can send to: `shop=Fernweh Outdoor;…`. */
  @property() hosts = '';

  static override styles = [
    ...shared,
    consoleStyles,
    css`
      .all {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
        gap: 1.5rem 2rem;
        margin-block-start: 1rem;
      }
      h2 {
        margin-block-end: 0.6rem;
        font-size: 1rem;
      }
      form {
        display: grid;
        justify-items: start;
      }
      form label,
      form input,
      form textarea,
      form select {
        inline-size: 100%;
      }
      .predictions {
        display: grid;
        gap: 0.5rem;
        margin-block-end: 1rem;
      }
      .predictions button {
        justify-content: start;
        inline-size: 100%;
        text-align: start;
        white-space: normal;
      }
      p {
        overflow-wrap: anywhere;
      }
      .key {
        display: block;
        margin-block: 0.4rem;
        padding: 0.4rem 0.6rem;
        border-radius: 6px;
        background: var(--lab-raised);
        user-select: all;
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<details class="card tools">
      <summary>${words.say('tools')}</summary>
      <div class="all">
        ${this.#send()} ${this.#ask()}
        <section aria-labelledby="switch">
          <h2 id="switch">${words.say('switchForAll')}</h2>
          <room-switches
            .switches=${this.switches}
            .switched=${this.room.switched}
            .control=${this.control}
          ></room-switches>
        </section>
        <section aria-labelledby="key">
          <h2 id="key">${words.say('yourKey')}</h2>
          <p>${words.say('keepKey')}</p>
          <code class="key">${this.control.key}</code>
          <button @click=${() => void this.control.export()}>${words.say('takeAway')}</button>
        </section>
      </div>
    </details>`;
  }

  #send(): TemplateResult {
    const { room } = this;
    const places = this.hosts.split(';').map((pair) => pair.split('='));
    return html`<section aria-labelledby="send">
      <h2 id="send">${words.say('sendEveryone')}</h2>
      <form @submit=${(event: Event) => void this.control.submit(event, 'send', words.say('sent'))}>
        <label>
          ${words.say('sendTo')}
          <select name="host">
            ${places.map(([name, title]) => html`<option value=${name ?? ''}>${title}</option>`)}
          </select>
        </label>
        <label>${words.say('page')} <input name="path" value="/" required maxlength="500" /></label>
        <button>${words.say('send')}</button>
        ${room.followed === undefined ? nothing : html`<span role="status">${words.say('followed', { followed: room.followed, all: people(room).length })}</span>`}
      </form>
    </section>`;
  }

  #ask(): TemplateResult {
    const predictions = this.lesson?.predictions ?? [];
    return html`<section aria-labelledby="ask">
      <h2 id="ask">${words.say('askRoom')}</h2>
      ${
        predictions.length > 0
          ? html`<div class="predictions">
              <p>${words.say('fromLesson')}</p>
              ${predictions.map(
                (one) =>
                  html`<button @click=${() => void this.#askPrediction(one)} title=${one.options.join(' · ')}>
                    ${one.question}
                  </button>`,
              )}
            </div>`
          : nothing
      }
      <form @submit=${(event: Event) => void this.#askRoom(event)}>
        <label
          >${words.say('ask')}
          <input name="question" required maxlength="300" placeholder=${words.say('questionExample')}
        /></label>
        <label>${words.say('answersToGive')} <textarea name="options" rows="3" required></textarea></label>
        <button>${words.say('askRoom')}</button>
      </form>
    </section>`;
  }

  async #askPrediction(prediction: Prediction): Promise<void> {
    await this.control.act(
      { do: 'ask', lesson: this.lesson?.slug, prediction: prediction.id },
      words.say('asked'),
    );
  }

  async #askRoom(event: Event): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const question = fieldOf(event, 'question');
    const options = fieldOf(event, 'options').split('\n');
    if (await this.control.act({ do: 'ask', question, options }, words.say('asked'))) {
      form.reset();
    }
  }
}
