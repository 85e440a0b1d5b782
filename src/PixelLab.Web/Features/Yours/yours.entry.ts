import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../Client/Kit/Hits/hit-list';
import './brought-letter';
import './whole-picture';
import type { HitList } from '../../Client/Kit/Hits/hit-list';
import type { Row } from '../../Client/Kit/Hits/rows';
import { shared } from '../../Client/Kit/Styles/shared';
import { yoursWords as words } from '../../Client/Kit/Words/yours';
import { paneStyles } from '../Panel/panes';
import { toolbarStyles } from '../Panel/toolbar';
import { BringBox, type Bring } from './bring-box';
import { Brought, type Thing } from './brought';
import { progressOf, ruleList, thingList } from './brought-things';
import { Choosing } from './choosing';
import { Keeping } from './keeping';
import { Reading } from './reading';
import { requestBar } from './request-bar';
import { requestsInWords, toldInShort } from './totals';
import { NARROW, titleStyles, yoursStyles } from './yours-styles';

/** Your own web: what somebody brings, explained as the town is. */
@customElement('lab-yours')
export class LabYours extends LitElement {
  /** Where the lab explains. */
  @property() api = '';
  /** Where the lab's pages lie. */
  @property({ attribute: 'lab-url' }) labUrl = '/';
  /** The most megabytes of one thing that the lab reads. */
  @property({ type: Number, attribute: 'most-megabytes' }) mostMegabytes = 0;
  /** Where things are kept in the seat, and the most bytes of them, packed. */
  @property() kept = '';
  @property({ type: Number, attribute: 'most-kept' }) mostKept = 0;
  /** Drawn once a frame: requests come by the thousand. */
  #frame = 0;
  /** What is found in the seat comes by itself, and the page stays where it is. */
  #isFinding = false;

  readonly #brought = new Brought(
    () => {
      this.#frame ||= requestAnimationFrame(() => {
        this.#frame = 0;
        this.requestUpdate();
      });
    },
    () => ({ api: this.api, mostMegabytes: this.mostMegabytes }),
    (first) => void this.#showResult(first),
  );
  readonly #choosing = new Choosing(this);
  readonly #box = new BringBox(this, (things) => this.#bring(things));
  readonly #keeping = new Keeping(this, () =>
    this.#brought.things.filter(({ fault }) => !fault).map(({ name, what }) => ({ name, what })),
  );
  readonly #reading = new Reading(this.#brought, this.#choosing, () => this.labUrl);

  static override styles = [...shared, titleStyles, paneStyles, toolbarStyles, yoursStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#bringKept();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#brought.stop();
  }

  protected override render(): TemplateResult {
    return html`${this.#box.render()} ${progressOf(this.#brought)}
      <p class="unseen" role="status">${this.#brought.said}</p>
      ${this.#keeping.render()}
      ${this.#brought.isEmpty ? html`<p class="quiet on-screen">${words.say('empty')}</p>` : this.#answer()}`;
  }

  #answer(): TemplateResult {
    const { picture, rows, things, whole } = this.#brought;
    const isRead = rows.length > 0 && whole > 0;
    return html`<div class="result">${isRead ? this.#sum() : nothing} ${this.#things()}</div>
      ${ruleList(this.#brought)} ${rows.length > 0 ? this.#requests() : nothing}
      ${this.#letters(things.filter(({ kind }) => kind === 'mail'))}
      ${isRead ? html`<whole-picture .picture=${picture} version=${whole}></whole-picture>` : nothing}`;
  }

  /** The most telling of it, before all else. */
  #sum(): TemplateResult {
    const { picture } = this.#brought;
    const told = toldInShort(picture);
    return html`<section class="on-screen" aria-labelledby="sum">
      <h2 id="sum">${words.say('result')}</h2>
      <p class="sum">${requestsInWords(picture)}</p>
      ${told ? html`<p>${told}</p>` : nothing}
      <p class="work">
        <button @click=${() => this.#part('whole-picture')?.scrollIntoView()}>
          ${words.say('toPicture')}
        </button>
      </p>
    </section>`;
  }

  #things(): TemplateResult {
    return html`<section class="things" aria-labelledby="brought">
      <h2 id="brought" tabindex="-1">${words.say('brought')}</h2>
      ${thingList(this.#brought, (thing) => this.#drop(thing))}
      <p class="work">
        <button @click=${() => this.#forget()}>${words.say('forget')}</button>
        ${this.#keeping.button()}
      </p>
      ${this.#keeping.help()}
    </section>`;
  }

  #requests(): TemplateResult {
    const { listed, shown, version } = this.#brought;
    const [id = 0] = this.#choosing.chosen;
    return html`<section aria-labelledby="requests">
      <h2 id="requests" class="on-screen">${words.say('requests')}</h2>
      <div class="browser">
        ${requestBar(this.#brought)}
        <div class="panes" ?data-reading=${id > 0}>
          <div class="list">
            ${
              shown.length > 0
                ? html`<hit-list
                    in-order
                    name=${words.say('list')}
                    .rows=${shown}
                    version=${version}
                    chosen=${id ? `r${id}` : ''}
                    @choose=${(event: CustomEvent<Row>) => this.#choosing.choose(event.detail.id)}
                    @open=${() => this.#part('.reading')?.focus()}
                  ></hit-list>`
                : html`<p class="quiet">${words.say(listed === 0 ? 'onlyOwn' : 'noMatch')}</p>`
            }
          </div>
          <div class="reading" tabindex="-1" role="region" aria-label=${words.say('request')}>
            <button class="back" @click=${() => this.#choosing.back()}>
              <span aria-hidden="true">←</span> ${words.say('back')}
            </button>
            ${this.#reading.render()}
          </div>
        </div>
      </div>
    </section>`;
  }

  #letters(letters: readonly Thing[]): TemplateResult | typeof nothing {
    return letters.length === 0
      ? nothing
      : html`<div class="on-screen" @click=${this.#choosing.pressed}>
          ${letters.map((letter) => html`<brought-letter .letter=${letter} .brought=${this.#brought}></brought-letter>`)}
          <slot name="mail-programs"></slot>
        </div>`;
  }

  /** What was kept is there again. */
  async #bringKept(): Promise<void> {
    const kept = await this.#keeping.find();
    this.#isFinding = kept.length > 0;
    this.#brought.bring(kept.map(({ what, name }) => [what, name]));
  }

  /** Takes what somebody brings. */
  #bring(things: Bring): void {
    this.#keeping.unsay();
    this.#isFinding = false;
    this.#brought.bring(things);
  }

  /** Brings what was read into view, and opens its first request beside the list; where that would cover the list, the list is shown. */
  async #showResult(first: number | undefined): Promise<void> {
    if (this.#isFinding) {
      this.#isFinding = false;
      return;
    }
    if (first !== undefined) {
      this.#brought.uncover(first);
      if (!NARROW.matches) {
        this.#choosing.choose(first);
      } else if (this.#choosing.chosen.length > 0) {
        this.#choosing.close();
      }
    }
    this.requestUpdate();
    await this.updateComplete;
    const list = this.#part<HitList>('hit-list');
    await list?.updateComplete;
    list?.bringChosen();
    this.#part('.result')?.scrollIntoView();
  }

  #drop(thing: Thing): void {
    this.#keeping.unsay();
    this.#brought.drop(thing);
    if (this.#choosing.chosen.some((id) => !this.#brought.find(id))) {
      this.#choosing.close();
    }
    if (!this.#brought.find(this.#choosing.pinned)) {
      this.#choosing.pin(0);
    }
    this.#part('#brought')?.focus();
  }

  #forget(): void {
    this.#choosing.pin(0);
    this.#reading.forget();
    this.#keeping.unsay();
    this.#choosing.close();
    this.#brought.forget();
    if (!this.#keeping.keepsNothing) {
      void this.#keeping.letGo();
    }
    this.#box.focus();
  }

  #part<Part extends HTMLElement>(selector: string): Part | null {
    return this.renderRoot.querySelector<Part>(selector);
  }
}
