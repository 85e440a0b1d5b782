import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../../../Client/Kit/Styles/shared';
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
        Extra traffic${traffic ? html` · <span class="live">simulated people are walking</span>` : ''}
      </summary>
      <p>
        Invented people walk through the town beside your students: real requests, in a seat of their own that
        is called “Simulated people”. The room’s reports count them or leave them out, as you choose there.
        They go when the room ends.
      </p>
      ${
        traffic
          ? html`<p>
                ${traffic.people} people, at most ${traffic.perSecond} requests a second, until
                ${hourAndMinute(Date.parse(traffic.until))} at the latest.
              </p>
              <p><button @click=${() => void this.control.stopTraffic()}>Stop them</button></p>`
          : html`<form @submit=${(event: Event) => void this.#start(event)}>
              <label>
                People <input name="people" type="number" min="1" max="50" value="20" required />
              </label>
              <label>
                Requests a second
                <input name="perSecond" type="number" min="1" max="10" value="4" required />
              </label>
              <label>
                Minutes <input name="minutes" type="number" min="1" max="30" value="15" required />
              </label>
              <button>Let them walk</button>
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
