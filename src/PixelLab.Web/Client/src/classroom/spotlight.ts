import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../hit-detail';
import { shared } from '../styles/shared';
import type { WholeEvent } from '../wire';
import { consoleStyles } from './console-styles';
import type { RoomDesk } from './desk';
import type { ConsoleView } from './wire';

/** The hit that the instructor has chosen, and the way to put it on all screens. */
@customElement('room-spotlight')
export class RoomSpotlight extends LitElement {
  @property({ attribute: false }) event!: WholeEvent;
  @property({ attribute: false }) room!: ConsoleView;
  @property({ attribute: false }) desk!: RoomDesk;
  @property({ type: Boolean }) projected = false;

  static override styles = [
    ...shared,
    consoleStyles,
    css`
      .chosen {
        padding: 1rem;
        border: 1px solid var(--lab-accent);
        border-radius: var(--lab-radius);
      }
      form {
        margin-block-end: 1rem;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { event, room } = this;
    return html`<section class="chosen" aria-label="The chosen hit">
      <form @submit=${(submit: Event) => this.#show(submit)}>
        <label>
          Talk about
          <select name="field">
            <option value="">all of it</option>
            ${(event.explained ?? []).map((field) => html`<option>${field.field}</option>`)}
          </select>
        </label>
        <button class="primary">
          ${room.spotlight === event.id ? 'Again on all screens' : 'Put on all screens'}
        </button>
        <button type="button" @click=${() => this.dispatchEvent(new CustomEvent('done'))}>Close</button>
      </form>
      <hit-detail .event=${this.projected ? withoutAddress(event) : event}></hit-detail>
    </section>`;
  }

  #show(submit: Event): void {
    submit.preventDefault();
    const field = String(new FormData(submit.target as HTMLFormElement).get('field') ?? '');
    void this.desk.act(
      { do: 'spotlight', seat: this.event.seat, event: this.event.id, field },
      'On all screens, without the name.',
    );
  }
}

/** The hit with only the beginning of its address left: a wall is seen by everybody. */
function withoutAddress(event: WholeEvent): WholeEvent {
  const address = event.address ?? '';
  const cut = Math.max(address.lastIndexOf('.'), address.lastIndexOf(':')) + 1;
  return cut === 0
    ? event
    : (JSON.parse(JSON.stringify(event).replaceAll(address, `${address.slice(0, cut)}…`)) as WholeEvent);
}
