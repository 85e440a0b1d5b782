import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { shared } from '../Styles/shared';
import { storeWords as words } from '../Words/store';
import { timeOfDay } from '../Words/time';
import { isRead, markRead } from './recovery-read';
import { storeNews } from './store-news';

/** Says in a line how it is with what the lab keeps its events in, and what that means for whoever reads it; nothing where all is well. */
@customElement('store-strip')
export class StoreStrip extends LitElement {
  @state() private store = storeNews.latest;

  static override styles = [
    ...shared,
    css`
      :host {
        display: block;
      }
      p {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.75rem;
        align-items: center;
        padding: 0.5rem 0.9rem;
        border-block-end: 1px solid var(--lab-line);
        border-inline-start: 4px solid var(--lab-missing);
        background: var(--lab-missing-wash);
        overflow-wrap: anywhere;
      }
      p > span {
        flex: 1 1 12rem;
      }
      [data-kept='no'] {
        border-inline-start-color: var(--lab-danger);
        color: var(--lab-danger);
        font-weight: 600;
      }
      .saved {
        border-inline-start-color: var(--lab-hit);
        background: var(--lab-hit-wash);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    storeNews.addEventListener('change', this.#take);
    this.#take();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    storeNews.removeEventListener('change', this.#take);
  }

  /** The region is there before it says something, or no screen reader would say it. */
  protected override render(): TemplateResult {
    return html`<div role="status" aria-label=${words.say('name')}>
      ${this.#trouble()} ${this.#recovery()}
    </div>`;
  }

  #trouble(): TemplateResult | typeof nothing {
    const store = this.store;
    if (!store || store.state === 'well') {
      return nothing;
    }
    const isKept = store.state === 'behind';
    const cause = words.lookUp(`cause.${store.cause}`) ?? words.say('cause.unknown');
    return html`<p data-kept=${isKept ? 'yes' : 'no'}>
      <span
        >${words.say(isKept ? 'behind' : 'refused', { cause })}
        ${words.say('since', { time: timeOfDay(Date.parse(store.since)) })}</span
      >
    </p>`;
  }

  #recovery(): TemplateResult | typeof nothing {
    const recovery = this.store?.recovery;
    if (!recovery || isRead(recovery.at)) {
      return nothing;
    }
    return html`<p class="saved">
      <span
        >${words.say('recovered', { count: recovery.events })}
        ${recovery.unreadable > 0 ? words.say('unreadable', { count: recovery.unreadable }) : nothing}</span
      >
      <button @click=${() => this.#dismiss(recovery.at)}>${words.say('dismiss')}</button>
    </p>`;
  }

  #dismiss(at: string): void {
    markRead(at);
    this.requestUpdate();
  }

  readonly #take = (): void => {
    this.store = storeNews.latest;
  };
}
