import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fieldOf } from '../../../Client/Kit/Page/field';
import { shared } from '../../../Client/Kit/Styles/shared';
import { doorWords as words } from '../../../Client/Kit/Words/door';
import { hourAndMinute } from '../../../Client/Kit/Words/time';
import { ask } from '../../../Client/Kit/Page/ask';
import { clearBrowser } from '../../../Client/Kit/Page/clearing';
import { dropPlace, keepPlace, type PlaceInRoom, placeIn } from '../../../Client/Kit/Rooms/places';
import type { RoomDoor, StudentMade } from '../wire';

/** Lets a student in: first the code, then what is recorded, then a name. */
@customElement('lab-join-room')
export class JoinRoom extends LitElement {
  @property() api = '';
  @property() code = '';
  /** The address of the API of seats. */
  @property() seats = '';
  @state() private door: RoomDoor | undefined;
  @state() private student: StudentMade | undefined;
  @state() private fault = '';
  @state() private comesBack = false;
  private hasBegun = false;
  /** Who joined the room in this browser before, until somebody else wants to. */
  @state() private place: PlaceInRoom | undefined;

  static override styles = [
    ...shared,
    css`
      :host {
        display: block;
      }
      form,
      .box {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.9rem;
        justify-items: start;
        padding: 1.25rem;
        border: 1px solid var(--lab-line);
        border-radius: var(--lab-radius);
        background: var(--lab-surface);
      }
      label {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.3rem;
        inline-size: min(100%, 20rem);
        font-weight: 600;
      }
      input {
        box-sizing: border-box;
        inline-size: 100%;
        min-block-size: 3rem;
        padding-inline: 0.8rem;
        border: 1px solid var(--lab-soft);
        border-radius: 8px;
        background: var(--lab-bg);
        font: 1.5rem var(--lab-mono);
        letter-spacing: 0.12em;
      }
      input[name='code'] {
        text-transform: uppercase;
      }
      input[name='words'] {
        font-size: 1.0625rem;
        letter-spacing: 0;
      }
      ul {
        display: grid;
        gap: 0.4rem;
        padding-inline-start: 1.2rem;
        list-style: disc;
      }
      .primary {
        min-block-size: 3rem;
        padding-inline: 1.4rem;
        font-size: 1.0625rem;
      }
      .name {
        font-size: 1.75rem;
        font-weight: 700;
      }
      code {
        padding: 0.25rem 0.5rem;
        border-radius: 6px;
        background: var(--lab-raised);
        font: 1.0625rem var(--lab-mono);
        user-select: all;
      }
      [role='alert'] {
        margin-block-end: 1rem;
        padding: 0.6rem 0.9rem;
        border-inline-start: 4px solid var(--lab-danger);
        background: var(--lab-raised);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.code) {
      void this.#look(this.code);
    }
  }

  protected override render(): TemplateResult {
    return html`
      ${this.fault ? html`<p role="alert">${this.fault}</p>` : nothing}
      ${this.student ? this.#welcome(this.student) : this.door ? this.#entry(this.door) : this.#askCode()}
    `;
  }

  #askCode(): TemplateResult {
    return html`<form
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.#look(fieldOf(event, 'code'));
      }}
    >
      <label>
        ${words.say('codeOnBoard')}
        <input
          name="code"
          required
          maxlength="12"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
        />
      </label>
      <button class="primary">${words.say('goOn')}</button>
    </form>`;
  }

  #entry(door: RoomDoor): TemplateResult {
    return this.place ? this.#again(door, this.place) : this.#door(door);
  }

  #again(door: RoomDoor, place: PlaceInRoom): TemplateResult {
    return html`<div class="box">
      <p>${words.say('wasJoined', { code: door.code })}</p>
      <p class="name">${place.name}</p>
      <button class="primary" @click=${() => void this.#comeBack(door, place.recovery)}>
        ${words.say('goOnAs', { name: place.name })}
      </button>
      <button
        @click=${() => {
          this.place = undefined;
        }}
      >
        ${words.say('somebodyElse')}
      </button>
    </div>`;
  }

  #door(door: RoomDoor): TemplateResult {
    if (door.isClosed || door.isFull) {
      return html`<div class="box">
        <p>${words.say(door.isFull ? 'full' : 'closed')}</p>
        ${this.#backForm(door)}
      </div>`;
    }
    return html`<div class="box">
      <p><b>${words.say('before', { code: door.code })}</b></p>
      <ul>
        <li>${words.say('noName')}</li>
        <li>${words.say('recorded')}</li>
        <li>${words.say('whoSees')}</li>
        <li>${words.say('erased', { time: hourAndMinute(Date.parse(door.ends)) })}</li>
      </ul>
      <button class="primary" @click=${() => void this.#join(door)}>${words.say('join')}</button>
      ${this.#backForm(door)}
    </div>`;
  }

  #backForm(door: RoomDoor): TemplateResult {
    return this.comesBack
      ? html`<form
          @submit=${(event: Event) => {
            event.preventDefault();
            void this.#comeBack(door, fieldOf(event, 'words'));
          }}
        >
          <label>
            ${words.say('yourWords')}
            <input name="words" required maxlength="100" autocomplete="off" spellcheck="false" />
          </label>
          <button>${words.say('comeBack')}</button>
        </form>`
      : html`<button
          @click=${() => {
            this.comesBack = true;
          }}
        >
          ${words.say('wasHere')}
        </button>`;
  }

  #welcome(student: StudentMade): TemplateResult {
    return html`<div class="box" role="status">
      <p>${words.say('youAre')}</p>
      <p class="name">${student.name}</p>
      ${
        student.recovery
          ? html`<p>${words.say('noteWords')}</p>
              <p><code>${student.recovery}</code></p>`
          : nothing
      }
      ${this.place ? nothing : html`<p>${words.say('forgets')}</p>`}
      <a class="button primary" href=${student.lab} @click=${(event: Event) => this.#start(event, student)}
        >${words.say('start')}</a
      >
    </div>`;
  }

  /** Who begins in this browser begins as a stranger; who only comes back to it goes on as they were. */
  #start(event: Event, student: StudentMade): void {
    if (!this.place && !this.hasBegun) {
      // Whoever is stopped on that way, as by a network that lets no more than one port through, gets in by a second press.
      this.hasBegun = true;
      event.preventDefault();
      void clearBrowser(`${this.seats}/${student.seat}`, student.lab).then((fault) => {
        this.fault = fault;
      });
    }
  }

  async #look(code: string): Promise<void> {
    const answer = await ask<RoomDoor>(`${this.api}/${encodeURIComponent(code.trim() || '-')}`);
    this.fault = answer.fault ?? '';
    this.door = answer.value;
    this.place = answer.value && placeIn(answer.value.code);
  }

  async #join(door: RoomDoor): Promise<void> {
    const answer = await ask<StudentMade>(`${this.api}/${door.code}/students`, { method: 'POST' });
    this.fault = answer.fault ?? '';
    this.student = answer.value;
    if (answer.value?.recovery) {
      keepPlace(door.code, { name: answer.value.name, recovery: answer.value.recovery });
    }
  }

  async #comeBack(door: RoomDoor, recovery: string): Promise<void> {
    const answer = await ask<StudentMade>(
      `${this.api}/${door.code}/students/back`,
      { method: 'POST' },
      { recovery },
    );
    this.student = answer.value;
    if (answer.fault === undefined) {
      keepPlace(door.code, { name: answer.value.name, recovery });
      this.fault = '';
    } else if (this.place && answer.status === 404) {
      // They have left the room since, or the instructor took them out.
      dropPlace(door.code);
      this.fault = words.say('hasLeft', { name: this.place.name });
      this.place = undefined;
    } else {
      this.fault = answer.fault;
    }
  }
}
