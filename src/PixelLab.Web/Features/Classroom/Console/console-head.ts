import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Connection } from '../../../Client/Kit/Live/stream';
import { shared } from '../../../Client/Kit/Styles/shared';
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
          <img src=${this.qr} width="148" height="148" alt="The address to join at, for a phone’s camera" />
          <div>
            <p>
              Join at <b>${room.join.replace(/^https?:\/\//, '').replace(/\/[^/]*$/, '')}</b> with the code
            </p>
            <p class="code">${room.spoken}</p>
            <p>
              ${people(room).length} in the room${room.isClosed ? ', nobody more may join' : ''} ·
              <span role="status" ?data-lost=${['lost', 'away'].includes(this.connection)}>
                ${connectionInWords(this.connection)}
              </span>
            </p>
            ${
              isOfThisMachine(room.join)
                ? html`<p class="here">
                    Only this machine reaches this address. For a class, start the lab with <code>--lan</code>
                    and open the console at the address that it prints.
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
            Projector view
          </button>
          <button
            aria-pressed=${room.isFrozen}
            @click=${() => void control.act({ do: room.isFrozen ? 'resume' : 'freeze' })}
          >
            ${room.isFrozen ? 'Let them go on' : 'Hold all pages'}
          </button>
          ${room.spotlight ? html`<button @click=${() => void control.act({ do: 'dim' })}>Take off all screens</button>` : nothing}
          ${this.projected ? nothing : this.#furtherActs()}
        </div>
      </header>
      ${this.#dialogs()}`;
  }

  /** What nobody presses while all look at the wall. */
  #furtherActs(): TemplateResult {
    const { room, control } = this;
    return html`<button @click=${() => void control.act({ do: room.isClosed ? 'open' : 'close' })}>
        ${room.isClosed ? 'Let more in' : 'Let nobody more in'}
      </button>
      <button @click=${() => this.resetDialog.showModal()}>Reset seats …</button>
      <button class="danger" @click=${() => this.endDialog.showModal()}>End the room …</button>`;
  }

  #dialogs(): TemplateResult {
    return html`<dialog class="end" aria-label="End the room">
        <p>End the room? Everything in it is erased at once and for good, for you and for all students.</p>
        <div class="row">
          <button @click=${() => this.endDialog.close()}>Not yet</button>
          <button @click=${() => void this.control.export()}>Take it away first</button>
          <button class="danger" @click=${() => void this.#end()}>End and erase</button>
        </div>
      </dialog>
      <dialog class="reset" aria-label="Reset the seats">
        <p>Erase what every student has done so far? The students stay in the room and begin anew.</p>
        <div class="row">
          <button @click=${() => this.resetDialog.close()}>Cancel</button>
          <button class="danger" @click=${() => void this.#reset()}>Erase and begin anew</button>
        </div>
      </dialog>`;
  }

  async #reset(): Promise<void> {
    this.resetDialog.close();
    await this.control.act({ do: 'reset' }, 'Everybody begins anew.');
  }

  async #end(): Promise<void> {
    this.endDialog.close();
    await this.control.end();
  }
}
