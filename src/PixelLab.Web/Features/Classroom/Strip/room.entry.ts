import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../../Client/Kit/Hits/hit-detail';
import type { HitDetail } from '../../../Client/Kit/Hits/hit-detail';
import { goOnAlone } from './alone';
import { ask, faultOf } from '../../../Client/Kit/Page/ask';
import { clearBrowser, wasCleared } from '../../../Client/Kit/Page/clearing';
import { inLanguage } from '../../../Client/Kit/Page/in-language';
import type { Hit } from '../../../Client/Kit/Wire/wire';
import { Stream } from '../../../Client/Kit/Live/stream';
import { askInPage, bring, chosenBy } from './page-poll';
import type { PollView, RoundsGiven, StudentView } from '../wire';
import { countInPage } from './page-rounds';
import { keepClear } from '../../../Client/Kit/Page/keep-clear';
import { layout } from './strip-layout';
import { shared } from '../../../Client/Kit/Styles/shared';
import { roomWords as words } from '../../../Client/Kit/Words/room';

/** What a student sees of the room on every page: a strip with the name, and what the instructor does. */
@customElement('lab-room')
export class LabRoom extends LitElement {
  @property() seat = '';
  /** The address of the seat’s API. */
  @property() api = '';
  @property() hub = '';
  @property() lab = '/';
  /** The address of the panel, where a student sees everything that is kept of them. */
  @property() kept = '';
  /** The address at which seats are made. */
  @property() seats = '';
  /** The site that this page is of; empty on the lab’s own pages. */
  @property() site = '';
  /** Whether the room was over before this page was opened. */
  @property({ type: Boolean }) over = false;
  @state() private view: StudentView | undefined;
  @state() private isOver = false;
  /** Whether the browser is about to forget what it keeps of the town: the page goes away, and comes back. */
  @state() private isLeaving = false;
  @state() private fault = '';
  /** The hit on all screens, once it has come. */
  @state() private lit: Hit | undefined;
  /** What was put on all screens last; putting it there again shows it to whoever has closed it. */
  private seen = '';
  /** Where on this page the open question stands, if it is one of the page’s own. */
  @state() private asked: HTMLElement | undefined;
  @query('.strip') private strip!: HTMLElement | null;
  @query('dialog.hold') private holdDialog!: HTMLDialogElement | null;
  @query('dialog.spot') private spotDialog!: HTMLDialogElement | null;
  @query('.spot>hit-detail') private detail!: HitDetail | null;
  @query('dialog.leave') private leaveDialog!: HTMLDialogElement | null;
  #stream: Stream<StudentView> | undefined;
  /** Stops the counting of answers for the class. */
  #uncount: (() => void) | undefined;
  /** The page ends above the strip, whatever the strip has to say. */
  readonly #measured = new ResizeObserver(() => keepClear('room', this.strip?.offsetHeight ?? 0));
  /** The sending that this page is about to follow: the room goes on changing meanwhile, and a page is to be opened once. */
  #following = 0;

  static override styles = [...shared, layout];

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.over) {
      void this.#end(wasCleared);
      return;
    }
    this.#stream = new Stream<StudentView>(
      this.hub,
      'Attend',
      () => [this.seat],
      (view) => this.#take(view),
      () => undefined,
      () => {
        this.view = undefined;
        this.asked = askInPage(undefined, () => undefined);
        this.#uncount?.();
        void this.#end(false);
      },
    );
    this.#stream.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stream?.stop();
    this.#measured.disconnect();
    keepClear('room', 0);
  }

  protected override updated(): void {
    this.#measured.disconnect();
    if (this.strip) {
      this.#measured.observe(this.strip, { box: 'border-box' });
    } else {
      keepClear('room', 0);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.isLeaving) {
      return html`<aside class="strip" aria-label=${words.say('name')}>
        <p role="status">${words.say('clearing')}</p>
      </aside>`;
    }
    if (this.isOver) {
      return html`<aside class="strip" aria-label=${words.say('name')}>
        <p role="status">${words.say('over')} ${wasCleared ? words.say('cleared') : nothing}</p>
        <button class="primary" @click=${() => void this.#goOnAlone()}>${words.say('alone')}</button>
        <a class="button" href=${this.lab}>${words.say('toLab')}</a>
        ${this.fault ? html`<span role="alert">${this.fault}</span>` : nothing}
      </aside>`;
    }
    const { view } = this;
    if (!view) {
      return nothing;
    }
    return html`
      <aside class="strip" aria-label=${words.say('name')}>
        <span>${words.parts('code', { code: html`<b>${view.code}</b>` })}</span>
        <span>${words.parts('you', { name: html`<b>${view.name}</b>` })}</span>
        ${wasCleared ? html`<p role="status">${words.say('cleared')}</p>` : nothing}
        ${this.lit ? html`<button @click=${() => this.spotDialog?.showModal()}>${words.say('onAllScreens')}</button>` : nothing}
        <a href=${this.kept}>${words.say('kept')}</a>
        <button @click=${() => this.leaveDialog?.showModal()}>${words.say('leave')}</button>
        ${
          view.switched.length > 0
            ? html`<p class="switched" role="status">
                ${words.say('switched', {
                  switches: view.switched.reduce((first, second) =>
                    words.say('switchedAlso', { first, second }),
                  ),
                })}
              </p>`
            : nothing
        }
        ${view.poll ? (this.asked ? this.#toQuestion(view.poll, this.asked) : this.#poll(view.poll)) : nothing}
        ${this.fault ? html`<span role="alert">${this.fault}</span>` : nothing}
      </aside>
      <dialog
        class="hold"
        closedby="none"
        aria-label=${words.say('held')}
        @cancel=${(event: Event) => event.preventDefault()}
        @close=${() => this.#hold()}
      >
        <p>${words.say('held')}</p>
        <p class="about">${words.say('heldWhy')}</p>
      </dialog>
      <dialog
        class="spot"
        closedby=${view.isFrozen ? 'none' : 'closerequest'}
        aria-label=${words.say('onAllScreens')}
        @cancel=${(event: Event) => view.isFrozen && event.preventDefault()}
        @close=${() => this.#hold()}
      >
        ${view.isFrozen ? html`<p class="held">${words.say('held')}</p>` : nothing}
        ${view.poll && this.lit ? this.#poll(view.poll) : nothing}
        ${
          view.spotlight && this.lit
            ? html`<p class="about" tabindex="-1" autofocus>
                  ${view.spotlight.field ? words.parts('shownField', { field: html`<b>${view.spotlight.field}</b>` }) : words.say('shown')}
                </p>
                <hit-detail
                  read-only
                  .event=${this.lit}
                  highlight=${view.spotlight.field ?? ''}
                ></hit-detail>`
            : nothing
        }
        ${
          view.isFrozen
            ? nothing
            : html`<div class="row">
                <button @click=${() => this.spotDialog?.close()}>${words.say('close')}</button>
              </div>`
        }
      </dialog>
      <dialog class="leave" aria-label=${words.say('leaveTitle')}>
        <p>${words.say('leaveSure')}</p>
        <div class="row">
          <button @click=${() => this.leaveDialog?.close()}>${words.say('stay')}</button>
          <button class="danger" @click=${() => void this.#leave()}>${words.say('leaveAndErase')}</button>
        </div>
      </dialog>
    `;
  }

  /** The question stands on this page; once it is answered there, the strip makes room. */
  #toQuestion(poll: PollView, asked: HTMLElement): TemplateResult | typeof nothing {
    return poll.own === undefined
      ? html`<p class="asked" role="status">
          ${words.say('askedHere')}
          <button @click=${() => bring(asked)}>${words.say('toQuestion')}</button>
        </p>`
      : nothing;
  }

  #poll(poll: PollView): TemplateResult {
    return html`<div class="poll" role="group" aria-label=${words.say('question')}>
      <b>${poll.question}</b>
      <div>
        ${poll.options.map(
          (option, index) =>
            html`<button aria-pressed=${poll.own === index} @click=${() => void this.#vote(index)}>
              ${option} ${chosenBy(poll, index)}
            </button>`,
        )}
      </div>
    </div>`;
  }

  #take(view: StudentView): void {
    if (this.isLeaving) {
      return;
    }
    if (view.isToClear) {
      void this.#clear();
      return;
    }
    this.view = view;
    this.asked = askInPage(view.poll, (option) => void this.#vote(option));
    this.#uncount ??= countInPage((given) => void this.#count(given));
    void this.updateComplete.then(() => this.#hold());
    void this.#light(view.spotlight);
    if (!view.sent) {
      this.#following = 0;
    } else if (view.sent.number !== this.#following) {
      this.#following = view.sent.number;
      void this.#follow(view.sent);
    }
  }

  /** Shows the hit on all screens, when it is put there. */
  async #light(spotlight: StudentView['spotlight']): Promise<void> {
    const put = spotlight ? `${spotlight.event} ${spotlight.number}` : '';
    const isNew = put !== '' && put !== this.seen;
    this.seen = put;
    if (!spotlight) {
      this.lit = undefined;
    } else if (this.lit?.id !== spotlight.event) {
      const answer = await ask<Hit>(inLanguage(`${this.api}/room/spotlight`));
      if (this.seen !== put) {
        return;
      }
      this.lit = answer.value;
      // Asked for again when the room is told anew.
      this.seen = answer.value ? put : '';
    }
    await this.updateComplete;
    if (isNew || !this.lit) {
      show(this.spotDialog, this.lit !== undefined);
    }
    if (isNew) {
      void this.detail?.bringHighlighted();
    }
    this.#hold();
  }

  /**
   * Holds the page as long as the instructor wants: under the hit where one is open, else under a word of its own. A browser may close a
   * dialog without asking (HTML, close requests: only where the person has done something on the page is a page asked before).
   */
  #hold(): void {
    show(this.holdDialog, this.view?.isFrozen === true && !this.spotDialog?.open);
  }

  /** Goes where everyone is sent: told to the lab first, so that the student can walk on from there. */
  async #follow(sent: { url: string; number: number }): Promise<void> {
    const answer = await ask(`${this.api}/room/followed`, { method: 'POST' }, { number: sent.number });
    if (answer.fault !== undefined) {
      this.#following = 0;
    } else if (location.href !== sent.url) {
      location.assign(sent.url);
    }
  }

  /** The class is over; but first this browser forgets it, so that whoever uses it next is a stranger to the town. */
  async #end(isCleared: boolean): Promise<void> {
    this.isOver = isCleared || !(await this.#clear());
  }

  /** Sends the browser to forget what it keeps of the town, and back to this page; false where that cannot be. */
  async #clear(): Promise<boolean> {
    this.isLeaving = true;
    this.fault = await clearBrowser(this.api);
    this.isLeaving = this.fault === '';
    return this.isLeaving;
  }

  async #vote(option: number): Promise<void> {
    this.fault = faultOf(await ask(`${this.api}/room/vote`, { method: 'POST' }, { option }));
  }

  async #count(given: RoundsGiven): Promise<void> {
    this.fault = faultOf(await ask(`${this.api}/room/answers`, { method: 'POST' }, given));
  }

  async #goOnAlone(): Promise<void> {
    this.fault = await goOnAlone(this.seats, this.seat, this.site);
  }

  async #leave(): Promise<void> {
    this.fault = faultOf(await ask(`${this.api}/room`, { method: 'DELETE' }));
    this.leaveDialog?.close();
  }
}

function show(dialog: HTMLDialogElement | null, isOpen: boolean): void {
  if (isOpen && !dialog?.open) {
    dialog?.showModal();
  } else if (!isOpen) {
    dialog?.close();
  }
}
