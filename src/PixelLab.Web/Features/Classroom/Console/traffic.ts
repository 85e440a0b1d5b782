import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../../../Client/Kit/Styles/shared';
import { consoleWords as words } from '../../../Client/Kit/Words/console';
import { hourAndMinute } from '../../../Client/Kit/Words/time';
import { consoleStyles } from './console-styles';
import type { RoomControl } from './room-control';
import type { ConsoleView } from '../wire';

/** Simulated people who walk through the town beside the students: begun and stopped here. */
@customElement('room-traffic')
export class RoomTraffic extends LitElement {
  @property({ attribute: false }) room!: ConsoleView;
  @property({ attribute: false }) control!: RoomControl;

  static override styles = [
    ...shared,
    consoleStyles,
    css`
      p {
        margin-block-start: 0.75rem;
        max-inline-size: 44rem;
      }
      form {
        margin-block-start: 0.9rem;
      }
      input {
        inline-size: 7rem;
      }
      .live {
        color: var(--lab-hit);
        font-weight: 600;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { traffic } = this.room;
    return html`<details class="card">
      <summary>
        ${words.say('traffic')}${traffic ? html` · <span class="live">${words.say('walking')}</span>` : ''}
      </summary>
      <p>${words.say('trafficMeans')}</p>
      ${
        traffic
          ? html`<p>
                ${words.say('trafficNow', {
                  people: traffic.people,
                  perSecond: traffic.perSecond,
                  time: hourAndMinute(Date.parse(traffic.until)),
                })}
              </p>
              <p>
                <button @click=${() => void this.control.stopTraffic()}>${words.say('stopThem')}</button>
              </p>`
          : html`<form @submit=${(event: Event) => void this.#start(event)}>
              <label>
                ${words.say('people')}
                <input name="people" type="number" min="1" max="50" value="20" required />
              </label>
              <label>
                ${words.say('perSecond')}
                <input name="perSecond" type="number" min="1" max="10" value="4" required />
              </label>
              <label>
                ${words.say('minutes')}
                <input name="minutes" type="number" min="1" max="30" value="15" required />
              </label>
              <button>${words.say('letWalk')}</button>
            </form>`
      }
    </details>`;
  }

  async #start(event: Event): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    await this.control.startTraffic({
      people: Number(data.get('people')),
      perSecond: Number(data.get('perSecond')),
      minutes: Number(data.get('minutes')),
    });
  }
}
