import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../../../Client/Kit/Styles/shared';
import { consoleWords as words } from '../../../Client/Kit/Words/console';
import { consoleStyles } from './console-styles';
import type { RoomControl } from './room-control';
import type { RoomCase, RoomSwitch, SwitchedView } from '../wire';

/** Banners and defences, turned for everyone and put back. */
@customElement('room-switches')
export class RoomSwitches extends LitElement {
  @property({ attribute: false }) switches: readonly RoomSwitch[] = [];
  /** What is turned now. */
  @property({ attribute: false }) switched: readonly SwitchedView[] = [];
  @property({ attribute: false }) control!: RoomControl;

  /** How the case went when that was asked last. */
  @state() private case: RoomCase | undefined;

  static override styles = [
    ...shared,
    consoleStyles,
    css`
      ul {
        display: grid;
        gap: 0.75rem;
      }
      li {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 0.4rem;
        align-items: end;
      }
      select,
      input {
        inline-size: 100%;
      }
      .small {
        margin-block-start: 0.9rem;
        color: var(--lab-soft);
        font-size: 0.875rem;
      }
      .small button {
        margin-block-start: 0.4rem;
        text-align: start;
        white-space: normal;
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<ul>
        ${this.switches.map((one) => this.#switch(one))}
      </ul>
      <p class="small">
        ${words.say('browsersOwn')}
        <button
          @click=${() => void this.control.act({ do: 'send', host: 'lab', path: '/switches' }, words.say('sent'))}
        >
          ${words.say('sendToHow')}
        </button>
      </p>
      <p class="small" role="status">
        ${this.case ? this.#counts(this.case) : nothing}
        <button @click=${() => void this.#askForCase()}>${words.say('case.ask')}</button>
      </p>`;
  }

  #switch(one: RoomSwitch): TemplateResult {
    const now = this.switched.find((turned) => turned.name === one.name)?.value ?? '';
    return html`<li>
      <label> ${one.title} ${one.most > 0 ? this.#number(one, now) : this.#choices(one, now)} </label>
      ${
        now
          ? html`<button
              @click=${() => this.#turn(one.name, '')}
              aria-label=${words.say('putBackName', { switch: one.title })}
            >
              ${words.say('putBack')}
            </button>`
          : nothing
      }
    </li>`;
  }

  #choices(one: RoomSwitch, now: string): TemplateResult {
    return html`<select
      @change=${(event: Event) => this.#turn(one.name, (event.target as HTMLSelectElement).value)}
    >
      <option value="" .selected=${now === ''}>${words.say('asStudent')}</option>
      ${one.choices.map(({ value, title }) => html`<option value=${value} .selected=${now === value}>${title}</option>`)}
    </select>`;
  }

  #number(one: RoomSwitch, now: string): TemplateResult {
    return html`<input
      type="number"
      min="1"
      max=${one.most}
      placeholder=${words.say('upTo', { most: one.most })}
      .value=${now}
      @change=${({ target }: Event) => {
        const field = target as HTMLInputElement;
        if (field.reportValidity()) {
          this.#turn(one.name, field.value);
        }
      }}
    />`;
  }

  #counts({ begun, handedIn, thirds: [low = 0, middle = 0, high = 0], stopped }: RoomCase): string {
    return words.say('case.counts', { begun, handedIn, low, middle, high, stopped });
  }

  async #askForCase(): Promise<void> {
    this.case = await this.control.get<RoomCase>('/case');
  }

  #turn(name: string, value: string): void {
    void this.control.act({ do: 'switch', name, value }, words.say(value ? 'switched' : 'hasPutBack'));
  }
}
