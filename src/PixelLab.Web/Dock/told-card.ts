import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../Client/Kit/Styles/shared';
import { titleOf } from '../Client/Kit/Styles/vendors';
import type { KnownCompany, KnownView } from '../Client/Kit/Wire/wire';
import { dockWords as words } from '../Client/Kit/Words/dock';
import { cardStyles } from './told-card-styles';

/** What arrives comes in bursts, in milliseconds. */
const BURST = 800;

/** How many things the card shows, the most telling first; the page of all cards has the rest. */
const MOST_FACTS = 12;

/** What a company was told, or where it was told nothing the one that was told the most: a fact comes up as it arrives. Nothing is asked for while it is folded. */
@customElement('told-card')
export class ToldCard extends LitElement {
  /** The address of the seat’s API. */
  @property() api = '';
  /** The company. */
  @property() vendor = '';
  /** Grows with whatever arrives. */
  @property({ type: Number }) version = 0;
  @state() private companies: readonly KnownCompany[] = [];
  @state() private isOpen = false;
  #timer = 0;

  static override styles = [...shared, cardStyles];

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (this.isOpen && changed.has('version')) {
      this.#timer ||= window.setTimeout(() => {
        this.#timer = 0;
        void this.#read();
      }, BURST);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  protected override render(): TemplateResult {
    const company = this.#company();
    return html`<details @toggle=${(event: Event) => this.#toggle(event)}>
      <summary>${words.say('card', { company: titleOf(company?.vendor ?? this.vendor) })}</summary>
      ${this.#facts(company)}
    </details>`;
  }

  #facts(company: KnownCompany | undefined): TemplateResult | typeof nothing {
    return company
      ? html`<ul>
          ${company.facts
            .slice(0, MOST_FACTS)
            .map((fact) => html`<li><span class="kind">${fact.what}</span> ${fact.value}</li>`)}
        </ul>`
      : this.isOpen
        ? html`<p>${words.say('cardNone')}</p>`
        : nothing;
  }

  #company(): KnownCompany | undefined {
    return (
      this.companies.find((one) => one.vendor === this.vendor) ??
      [...this.companies].sort((one, other) => other.facts.length - one.facts.length)[0]
    );
  }

  #toggle(event: Event): void {
    this.isOpen = (event.target as HTMLDetailsElement).open;
    if (this.isOpen) {
      void this.#read();
    }
  }

  async #read(): Promise<void> {
    const reply = await fetch(`${this.api}/known`).catch(() => undefined);
    if (reply?.ok) {
      this.companies = ((await reply.json()) as KnownView).companies;
    }
  }
}
