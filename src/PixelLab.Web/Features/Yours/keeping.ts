import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { listed } from '../../Client/Kit/Words/say';
import { yoursWords as words } from '../../Client/Kit/Words/yours';
import { findKept, keep, letGo, type KeptThing } from './kept';

/** What this browser keeps in the seat: found when the page opens, kept and let go by a press. */
export class Keeping {
  #inSeat: readonly KeptThing[] = [];
  /** What became of what was kept. */
  #said = '';
  /** Why the last try to keep something failed. */
  #not = '';
  #isKeeping = false;

  constructor(
    /** It has the address where things are kept in the seat, and the most bytes of them, packed. */
    private readonly host: LitElement & { readonly kept: string; readonly mostKept: number },
    /** What can be kept: all that was read. */
    private readonly toKeep: () => KeptThing[],
  ) {}

  get keepsNothing(): boolean {
    return this.#inSeat.length === 0;
  }

  /** What is kept; what was said of it stays when it is gone. */
  render(): TemplateResult | typeof nothing {
    return this.keepsNothing && !this.#said
      ? nothing
      : html`<section class="on-screen" aria-labelledby="kept">
          <h2 id="kept">${words.say('keptTitle')}</h2>
          <p role="status">${this.#said}</p>
          ${
            this.keepsNothing
              ? nothing
              : html`<p>
                    ${words.say('keptThings', { things: listed(this.#inSeat.map(({ name }) => name)) })}
                  </p>
                  <p class="work">
                    <button @click=${() => void this.letGo()}>${words.say('letGo')}</button>
                  </p>`
          }
        </section>`;
  }

  button(): TemplateResult {
    return html`<button
      ?disabled=${this.#isKeeping || this.toKeep().length === 0}
      @click=${() => void this.#keep()}
    >
      ${words.say('keep')}
    </button>`;
  }

  help(): TemplateResult {
    return html`<p role="status">${this.#not ? html`<span class="fault">${this.#not}</span>` : nothing}</p>
      <p class="soft">${words.say('keepHelp', { limit: Math.floor(this.host.mostKept / 1024) })}</p>`;
  }

  /** What was kept. */
  async find(): Promise<readonly KeptThing[]> {
    this.#inSeat = await findKept(this.host.kept);
    this.host.requestUpdate();
    return this.#inSeat;
  }

  async letGo(): Promise<void> {
    this.unsay();
    if (await letGo(this.host.kept)) {
      this.#inSeat = [];
      this.#said = words.say('letGoNow');
      this.host.requestUpdate();
    }
  }

  /** What was said of keeping is of no use after the next act. */
  unsay(): void {
    this.#not = '';
    this.#said = '';
    this.host.requestUpdate();
  }

  async #keep(): Promise<void> {
    const things = this.toKeep();
    this.unsay();
    this.#isKeeping = true;
    this.#not = await keep(this.host.kept, this.host.mostKept, things);
    this.#isKeeping = false;
    if (!this.#not) {
      this.#inSeat = things;
      this.#said = words.say('keptNow');
    }
    this.host.requestUpdate();
  }
}
