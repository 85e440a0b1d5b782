import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../../../Client/Kit/Styles/shared';
import { consoleWords as words } from '../../../Client/Kit/Words/console';
import { consoleStyles } from './console-styles';
import { people } from './names';
import type { RoomControl } from './room-control';
import type { ConsoleView } from '../wire';

/** The beats that a class goes to together, as the lab names them. */
const BEATS = ['led-shoe', 'led-news', 'led-why'] as const;

/** The story of a shoe on all screens: begun here, led from beat to beat or left to each, and ended. */
@customElement('room-story')
export class RoomStory extends LitElement {
  @property({ attribute: false }) room!: ConsoleView;
  @property({ attribute: false }) control!: RoomControl;

  static override styles = [
    ...shared,
    consoleStyles,
    css`
      section {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1.25rem;
        align-items: center;
      }
      h2 {
        margin: 0;
        font-size: 1rem;
      }
      .row {
        margin: 0;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const round = this.room.switched.find((one) => one.name === 'story')?.value;
    return html`<section class="card" aria-labelledby="story">
      <h2 id="story">${words.say('story')}</h2>
      ${round === undefined ? this.#begin() : this.#goOn(round)}
    </section>`;
  }

  #begin(): TemplateResult {
    return html`<div class="row">
      <button class="primary" @click=${() => this.#tell(BEATS[0])}>${words.say('storyInStep')}</button>
      <button @click=${() => this.#tell('walk')}>${words.say('storyFree')}</button>
    </div>`;
  }

  #goOn(round: string): TemplateResult {
    const { room } = this;
    const beat = BEATS.find((one) => one === round);
    const next = beat && BEATS[BEATS.indexOf(beat) + 1];
    return html`<p role="status">
        ${beat ? words.say(`story.${beat}`) : words.say('storyIsFree')}
        ${words.say('followed', { followed: room.followed ?? 0, all: people(room).length })}
      </p>
      <div class="row">
        ${next ? html`<button class="primary" @click=${() => this.#tell(next)}>${words.say(`storyTo.${next}`)}</button>` : ''}
        <button @click=${() => this.#tell('')}>${words.say('storyEnd')}</button>
      </div>`;
  }

  #tell(round: string): void {
    void this.control.act({ do: 'story', round }, words.say(round ? 'sent' : 'storyEnded'));
  }
}
