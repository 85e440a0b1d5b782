import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../../../Client/Kit/Styles/shared';
import { doorWords as words } from '../../../Client/Kit/Words/door';
import { ask } from '../../../Client/Kit/Page/ask';
import { keepKey, keptCodes } from '../../../Client/Kit/Rooms/keys';
import type { RoomMade } from '../wire';

/** Opens a room, and finds the way back to rooms that were opened here. */
@customElement('lab-open-room')
export class OpenRoom extends LitElement {
  @property() api = '';
  @property() classroom = '';
  @state() private fault = '';
  @state() private busy = false;

  static override styles = [
    ...shared,
    css`
      :host {
        display: block;
        margin-block: 1.25rem;
      }
      .primary {
        min-block-size: 3.25rem;
        padding-inline: 1.5rem;
        font-size: 1.125rem;
      }
      p {
        margin-block-start: 0.75rem;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const codes = keptCodes();
    return html`
      <button class="primary" ?disabled=${this.busy} @click=${() => void this.#open()}>
        ${words.say('open')}
      </button>
      ${this.fault ? html`<p role="alert">${this.fault}</p>` : nothing}
      ${
        codes.length > 0
          ? html`<p>
              ${words.say('openedBefore')}
              ${codes.map((code) => html`<a href="${this.classroom}/${code}">${code}</a> `)}
            </p>`
          : nothing
      }
    `;
  }

  async #open(): Promise<void> {
    this.busy = true;
    const answer = await ask<RoomMade>(this.api, { method: 'POST' });
    this.busy = false;
    if (answer.fault !== undefined) {
      this.fault = answer.fault;
      return;
    }
    keepKey(answer.value.code, answer.value.key);
    location.assign(`${this.classroom}/${answer.value.code}`);
  }
}
