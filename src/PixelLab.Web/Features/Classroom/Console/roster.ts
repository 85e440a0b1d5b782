import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { shared } from '../../../Client/Kit/Styles/shared';
import { consoleWords as words } from '../../../Client/Kit/Words/console';
import { consoleStyles } from './console-styles';
import type { RoomControl } from './room-control';
import type { Seen } from './room-feed';
import type { ConsoleView, RoomProgress, StudentLine } from '../wire';

/** A student who was not seen for so long is not active. */
const ACTIVE = 60_000;

/** Who is in the room, how each was seen last, and how far each is. Choosing a student shows their hits alone. */
@customElement('room-roster')
export class RoomRoster extends LitElement {
  @property({ attribute: false }) room!: ConsoleView;
  @property({ attribute: false }) control!: RoomControl;
  @property({ attribute: false }) names!: ReadonlyMap<string, string>;
  @property({ attribute: false }) seen!: ReadonlyMap<string, Seen>;
  @property({ attribute: false }) progress: RoomProgress | undefined;
  /** Grows whenever somebody was seen. */
  @property({ type: Number }) version = 0;
  /** The seat whose hits are shown alone; empty for all. */
  @property() only = '';
  @property({ type: Boolean, reflect: true }) projected = false;
  @query('dialog.one') private removeDialog!: HTMLDialogElement;
  @query('dialog.absent') private absentDialog!: HTMLDialogElement;
  #clock = 0;

  static override styles = [
    ...shared,
    consoleStyles,
    css`
      button.absent {
        margin-block-start: 0.75rem;
      }
      ul.roster {
        display: grid;
        max-block-size: 60dvh;
        overflow-y: auto;
      }
      .roster > li {
        display: grid;
        grid-template-columns: 0.7rem 1fr auto;
        gap: 0.1rem 0.6rem;
        align-items: center;
        padding-block: 0.45rem;
        border-block-end: 1px solid var(--lab-line);
      }
      .dot {
        inline-size: 0.6rem;
        block-size: 0.6rem;
        border: 2px solid var(--lab-soft);
        border-radius: 50%;
      }
      [data-active] .dot {
        border-color: var(--lab-hit);
        background: var(--lab-hit);
      }
      button {
        justify-self: start;
        min-block-size: 1.9rem;
        font-weight: 600;
      }
      .remove {
        grid-column: 2;
        font-weight: 400;
      }
      .where {
        grid-column: 2 / -1;
        color: var(--lab-soft);
        font-size: 0.875rem;
        overflow-wrap: anywhere;
      }
      .marks {
        display: flex;
        gap: 0.25rem;
        align-items: center;
        font-size: 0.875rem;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .mark {
        inline-size: 0.75rem;
        block-size: 0.75rem;
        border: 2px solid var(--lab-soft);
        border-radius: 3px;
      }
      .mark[data-done] {
        border-color: var(--lab-hit);
        background: var(--lab-hit);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    // “20 s ago” grows also while nothing comes.
    this.#clock = window.setInterval(() => this.requestUpdate(), 10_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
  }

  protected override render(): TemplateResult {
    const { students } = this.room;
    return html`<section class="card" aria-labelledby="roster">
      <h2 id="roster">${words.say('whoIsHere')}</h2>
      ${
        students.length === 0
          ? html`<p>${words.say('nobodyYet')}</p>`
          : html`<ul class="roster" tabindex="0" aria-labelledby="roster">
              ${students.map((student) => this.#student(student))}
            </ul>`
      }
      ${
        !this.projected && students.some((student) => !student.hasCome && !student.isSimulated)
          ? html`<button class="absent" @click=${() => this.absentDialog.showModal()}>
              ${words.say('removeAbsent')}
            </button>`
          : nothing
      }
      <dialog class="absent" aria-label=${words.say('removeAbsentName')}>
        <p>${words.say('removeAbsentSure')}</p>
        <div class="row">
          <button @click=${() => this.absentDialog.close()}>${words.say('cancel')}</button>
          <button class="danger" @click=${() => void this.#removeAbsent()}>${words.say('removeThem')}</button>
        </div>
      </dialog>
      <dialog class="one" aria-label=${words.say('removeName')}>
        <p>${words.say('removeSure', { name: this.names.get(this.only) ?? '' })}</p>
        <div class="row">
          <button @click=${() => this.removeDialog.close()}>${words.say('cancel')}</button>
          <button class="danger" @click=${() => void this.#remove()}>${words.say('removeAndErase')}</button>
        </div>
      </dialog>
    </section>`;
  }

  /** One visitor can join many times over, and fill the room. */
  async #removeAbsent(): Promise<void> {
    this.absentDialog.close();
    await this.control.act({ do: 'remove_absent' }, words.say('absentRemoved'));
  }

  /** Somebody who joined twice, or has gone home, would be missing in every count. */
  async #remove(): Promise<void> {
    this.removeDialog.close();
    const seat = this.only;
    if (await this.control.act({ do: 'remove', seat }, words.say('removed'))) {
      this.dispatchEvent(new CustomEvent('only', { detail: '' }));
    }
  }

  #student(student: StudentLine): TemplateResult {
    const { seat, isSimulated } = student;
    const seen = this.seen.get(seat);
    const since = seen ? Date.now() - seen.at : Infinity;
    return html`<li ?data-active=${since < ACTIVE}>
      <span class="dot" aria-hidden="true"></span>
      <button
        aria-pressed=${this.only === seat}
        @click=${() => this.dispatchEvent(new CustomEvent('only', { detail: this.only === seat ? '' : seat }))}
      >
        ${this.names.get(seat)}
      </button>
      ${isSimulated ? nothing : this.#marks(seat)}
      ${
        this.only === seat && !isSimulated && !this.projected
          ? html`<button class="remove" @click=${() => this.removeDialog.showModal()}>
              ${words.say('remove')}
            </button>`
          : nothing
      }
      <span class="where">
        ${
          seen
            ? words.say('seen', { page: seen.page || words.say('inLab'), hits: seen.hits, ago: ago(since) })
            : words.say(student.hasCome ? 'noSite' : 'noPage')
        }
      </span>
    </li>`;
  }

  /** A small square for each task, and how many are done. */
  #marks(seat: string): TemplateResult | typeof nothing {
    const { progress } = this;
    if (!progress || progress.tasks.length === 0) {
      return nothing;
    }
    const done = progress.students.find((student) => student.seat === seat)?.done ?? [];
    return html`<span class="marks">
      ${progress.tasks.map((task, index) => {
        const what = this.projected ? words.say('taskShort', { number: index + 1 }) : task.words;
        return html`<span
          class="mark"
          role="img"
          ?data-done=${done.includes(task.id)}
          title=${what}
          aria-label="${what} ${words.say(done.includes(task.id) ? 'done' : 'notDone')}"
        ></span>`;
      })}
      <span>${words.say('tasksDone', { done: done.length, all: progress.tasks.length })}</span>
    </span>`;
  }
}

function ago(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  return seconds < 10
    ? words.say('justNow')
    : seconds < 90
      ? words.say('secondsAgo', { seconds })
      : words.say('minutesAgo', { minutes: Math.round(seconds / 60) });
}
