import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Connection } from '../../../Client/Kit/Live/stream';
import { shared } from '../../../Client/Kit/Styles/shared';
import { consoleWords as words } from '../../../Client/Kit/Words/console';
import { connectionInWords } from '../../../Client/Kit/Words/words';
import { consoleStyles } from './console-styles';
import type { RoomControl } from './room-control';
import { people } from './names';
import './room-links';
import type { ConsoleView } from '../wire';

/** Whether an address means each device itself (RFC 6761, 6.3, and the loopback addresses). */
function isOfThisMachine(address: string): boolean {
  return /^(localhost|.+\.localhost|127\..+|\[::1\])$/.test(new URL(address).hostname);
}

/** The top of the console: how to join, and what concerns the whole room. */
@customElement('console-head')
export class ConsoleHead extends LitElement {
  @property({ attribute: false }) room!: ConsoleView;
  @property({ attribute: false }) control!: RoomControl;
  /** The address of the join address as a picture. */
  @property() qr = '';
  @property() connection: Connection = 'connecting';
  @property({ type: Boolean, reflect: true }) projected = false;
  /** Whether how to join makes room for what is talked about. */
  @property({ type: Boolean, reflect: true }) compact = false;
  @query('dialog.end') private endDialog!: HTMLDialogElement;
  @query('dialog.reset') private resetDialog!: HTMLDialogElement;

  static override styles = [
    ...shared,
    consoleStyles,
    css`
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 1rem 2rem;
        align-items: center;
        justify-content: space-between;
      }
      .join {
        display: flex;
        flex-wrap: wrap;
        gap: 1.25rem;
        align-items: center;
      }
      .join img {
        padding: 6px;
        border-radius: 8px;
        background: #fff;
      }
      .code {
        font: 700 clamp(2.2rem, 7vw, 4rem) / 1.1 var(--lab-mono);
        letter-spacing: 0.06em;
      }
      :host([compact]) .join img {
        display: none;
      }
      :host([compact]) .join div {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1rem;
        align-items: baseline;
      }
      :host([compact]) .code {
        font-size: 2rem;
      }
      [data-lost] {
        color: var(--lab-danger);
        font-weight: 600;
      }
      .here {
        max-inline-size: 34rem;
        color: var(--lab-soft);
        font-size: 0.875rem;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { room, control } = this;
    return html`<header>
        <div class="join">
          <img src=${this.qr} width="148" height="148" alt=${words.say('joinPicture')} />
          <div>
            <p>
              ${words.parts('joinAt', {
                address: html`<b>${room.join.replace(/^https?:\/\//, '').replace(/\/[^/]*$/, '')}</b>`,
              })}
            </p>
            <p class="code">${room.spoken}</p>
            <p>
              ${words.say(room.isClosed ? 'hereAndClosed' : 'here', { count: people(room).length })} ·
              <span role="status" ?data-lost=${['lost', 'away'].includes(this.connection)}>
                ${connectionInWords(this.connection)}
              </span>
            </p>
            ${
              isOfThisMachine(room.join)
                ? html`<p class="here">
                    ${words.parts('onlyThisMachine', { option: html`<code>--lan</code>` })}
                  </p>`
                : nothing
            }
          </div>
        </div>
        <div class="acts">
          <room-links ?projected=${this.projected}></room-links>
          <button
            aria-pressed=${this.projected}
            @click=${() => this.dispatchEvent(new CustomEvent('project'))}
          >
            ${words.say('projector')}
          </button>
          <button
            aria-pressed=${room.isFrozen}
            @click=${() => void control.act({ do: room.isFrozen ? 'resume' : 'freeze' })}
          >
            ${words.say(room.isFrozen ? 'letGoOn' : 'hold')}
          </button>
          ${room.spotlight ? html`<button @click=${() => void control.act({ do: 'dim' })}>${words.say('takeOff')}</button>` : nothing}
          ${this.projected ? nothing : this.#furtherActs()}
        </div>
      </header>
      ${this.#dialogs()}`;
  }

  /** What nobody presses while all look at the wall. */
  #furtherActs(): TemplateResult {
    const { room, control } = this;
    return html`<button @click=${() => void control.act({ do: room.isClosed ? 'open' : 'close' })}>
        ${words.say(room.isClosed ? 'letIn' : 'letNobodyIn')}
      </button>
      <button @click=${() => this.resetDialog.showModal()}>${words.say('resetSeats')}</button>
      <button class="danger" @click=${() => this.endDialog.showModal()}>${words.say('endRoom')}</button>`;
  }

  #dialogs(): TemplateResult {
    return html`<dialog class="end" aria-label=${words.say('end')}>
        <p>${words.say('endSure')}</p>
        <div class="row">
          <button @click=${() => this.endDialog.close()}>${words.say('notYet')}</button>
          <button @click=${() => void this.control.export()}>${words.say('takeAwayFirst')}</button>
          <button class="danger" @click=${() => void this.#end()}>${words.say('endAndErase')}</button>
        </div>
      </dialog>
      <dialog class="reset" aria-label=${words.say('reset')}>
        <p>${words.say('resetSure')}</p>
        <div class="row">
          <button @click=${() => this.resetDialog.close()}>${words.say('cancel')}</button>
          <button class="danger" @click=${() => void this.#reset()}>${words.say('eraseAndBegin')}</button>
        </div>
      </dialog>`;
  }

  async #reset(): Promise<void> {
    this.resetDialog.close();
    await this.control.act({ do: 'reset' }, words.say('begunAnew'));
  }

  async #end(): Promise<void> {
    this.endDialog.close();
    await this.control.end();
  }
}
