import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../../Client/Kit/Styles/shared';
import { timeOfDay } from '../../Client/Kit/Words/time';
import { comparePageWords as words } from '../../Client/Kit/Words/compare-page';

/** The longest that playing waits between two events, in milliseconds at speed 1: nobody wants to sit through a lunch break. */
const LONGEST_WAIT = 2_000;
/** The shortest, so that every state is drawn. */
const SHORTEST_WAIT = 40;

/** A slider over a seat’s events. Fires `travel` with the number of events to show, or with `null` for the present. */
@customElement('time-travel')
export class TimeTravel extends LitElement {
  /** How many events there are. */
  @property({ type: Number }) total = 0;
  /** After how many of them the shown state is. */
  @property({ type: Number }) shown = 0;
  /** When the last shown event happened, and the one after it. */
  @property() at = '';
  @property() next = '';
  @property({ type: Boolean }) live = true;
  @state() private speed = 0;
  #timer = 0;
  #speedAtStart = 0;

  static override styles = [
    ...shared,
    css`
      :host {
        display: block;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 0.75rem;
        align-items: center;
      }
      label {
        display: flex;
        flex: 1 1 14rem;
        gap: 0.6rem;
        align-items: center;
        min-inline-size: 12rem;
      }
      input {
        flex: 1;
        min-inline-size: 0;
        block-size: 2.25rem;
        accent-color: var(--lab-accent);
      }
      p {
        color: var(--lab-soft);
        font-size: 0.9375rem;
        font-variant-numeric: tabular-nums;
      }
      button {
        min-inline-size: 2.5rem;
        justify-content: center;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (this.#speedAtStart > 0 && changed.has('shown') && this.shown === 0) {
      this.speed = this.#speedAtStart;
      this.#speedAtStart = 0;
    }
    // The next step waits until this one is drawn, so a slow machine plays slower and skips nothing.
    if (this.speed > 0 && (changed.has('shown') || changed.has('speed'))) {
      this.#schedule();
    }
  }

  protected override render(): TemplateResult {
    return html`<div class="bar">
      <label>
        <span>${words.say('time')}</span>
        <input
          type="range"
          min="0"
          max=${this.total}
          .value=${String(this.shown)}
          aria-valuetext=${words.say('timeOf', { shown: this.shown, total: this.total })}
          @input=${(event: Event) => this.#go(Number((event.target as HTMLInputElement).value))}
        />
      </label>
      <button
        aria-label=${words.say('back')}
        ?disabled=${this.shown === 0}
        @click=${() => this.#go(this.shown - 1)}
      >
        ‹
      </button>
      <button
        aria-label=${words.say('on')}
        ?disabled=${this.shown >= this.total}
        @click=${() => this.#go(this.shown + 1)}
      >
        ›
      </button>
      ${[1, 10].map(
        (speed) =>
          html`<button
            aria-pressed=${this.speed === speed}
            ?disabled=${this.total === 0}
            @click=${() => this.#play(speed)}
          >
            ${this.speed === speed ? words.say('pause') : words.say('play', { speed })}
          </button>`,
      )}
      <button aria-pressed=${this.live} @click=${() => this.#now()}>${words.say('now')}</button>
      <p>${this.#showing()}</p>
    </div>`;
  }

  #showing(): string {
    const { shown, total, at } = this;
    return this.live
      ? words.say('showingNow', { count: total })
      : at
        ? words.say('showingAt', { shown, total, time: timeOfDay(Date.parse(at)) })
        : words.say('showing', { shown, total });
  }

  #play(speed: number): void {
    const wasPlaying = this.speed === speed;
    this.#stop();
    if (!wasPlaying) {
      if (this.shown < this.total) {
        this.speed = speed;
      } else {
        // At the end there is nothing to play: it begins anew, once the start is drawn.
        this.#speedAtStart = speed;
        this.#travel(0);
      }
    }
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.shown >= this.total) {
      this.#stop();
      return;
    }
    const gap = this.at && this.next ? Date.parse(this.next) - Date.parse(this.at) : 0;
    const wait = Math.max(SHORTEST_WAIT, Math.min(gap, LONGEST_WAIT) / this.speed);
    this.#timer = window.setTimeout(() => this.#travel(this.shown + 1), wait);
  }

  #go(events: number): void {
    this.#stop();
    this.#travel(events);
  }

  #now(): void {
    this.#stop();
    this.#travel(null);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.speed = 0;
    this.#speedAtStart = 0;
  }

  #travel(events: number | null): void {
    this.dispatchEvent(new CustomEvent<number | null>('travel', { detail: events }));
  }
}
