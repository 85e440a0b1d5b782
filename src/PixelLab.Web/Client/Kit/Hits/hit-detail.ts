import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { asCurl } from './curl';
import { defencesOf, defenceStyles } from './defences';
import './hit-reply';
import { requestAsSent } from './request-as-sent';
import { sharedElement } from '../Page/element';
import { detailParts, hitDetailStyles } from './hit-detail-styles';
import { shared } from '../Styles/shared';
import type { ShownRequest } from './shown-request';
import type { ExplainedField } from '../Wire/wire';
import { sentenceOf, SOURCE_ORDER } from '../Words/words';
import { detailWords as words } from '../Words/detail';

/** One hit, or one request that somebody brought, whole: what the tracker learned, each field, the request as sent, the reply byte for byte. */
@sharedElement('hit-detail')
export class HitDetail extends LitElement {
  @property({ attribute: false }) event: ShownRequest | undefined;
  /** What the tracker learned, where no account of the lab's says it. */
  @property() sentence = '';
  /** The address under which this hit can be opened again; empty for none. */
  @property() permalink = '';
  @property({ type: Boolean }) pinned = false;
  /** A field that is being talked about. */
  @property() highlight = '';
  /** Whether a field can be chosen to be talked about; then a click on one says `field`. */
  @property({ type: Boolean, attribute: 'can-choose' }) canChoose = false;
  /** The address at which this hit stands beside a pinned one; empty where none is pinned. */
  @property() beside = '';
  /** Whether it is only to be read, and not taken away. */
  @property({ type: Boolean, attribute: 'read-only' }) readOnly = false;
  /** Fields that wait behind one press, where the list need not say them each time; then the request as sent waits too. */
  @property({ attribute: false }) folded: ReadonlySet<ExplainedField> | undefined;
  @state() private copied = '';

  static override styles = [...shared, detailParts, hitDetailStyles, defenceStyles];

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('event')) {
      this.copied = '';
    }
  }

  /** Scrolls to the field that is being talked about. */
  async bringHighlighted(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector('[data-talked-about]')?.scrollIntoView({ block: 'center' });
  }

  protected override render() {
    const event = this.event;
    if (!event) {
      return nothing;
    }
    return html`
      <p class="sentence">${this.sentence || sentenceOf(event)}</p>
      <slot></slot>
      ${this.readOnly ? nothing : this.#actions(event)}
      ${event.notesInWords?.map((note) => html`<p class="aside">${note}</p>`)} ${defencesOf(event)}
      ${this.#fields(event.explained ?? [])} ${this.#cookies(event)} ${this.#asSent(event)}
      ${event.reply ? html`<hit-reply .reply=${event.reply}></hit-reply>` : nothing}
    `;
  }

  #actions(event: ShownRequest): TemplateResult {
    return html`
      <div class="actions">
        <button @click=${() => this.#copy(asCurl(event), words.say('curlCopied'))}>
          ${words.say('copyCurl')}
        </button>
        <button @click=${() => this.#copy(JSON.stringify(event, null, 2), words.say('jsonCopied'))}>
          ${words.say('copyJson')}
        </button>
        ${
          this.permalink
            ? html`<button @click=${() => this.#copy(this.permalink, words.say('linkCopied'))}>
                  ${words.say('copyLink')}
                </button>
                <button
                  aria-pressed=${this.pinned}
                  @click=${() => this.dispatchEvent(new CustomEvent('pin'))}
                >
                  ${words.say(this.pinned ? 'pinned' : 'pin')}
                </button>
                ${this.beside ? html`<a class="button" href=${this.beside}>${words.say('beside')}</a>` : nothing}`
            : nothing
        }
        <span role="status" class="aside">${this.copied}</span>
      </div>
    `;
  }

  #fields(fields: ExplainedField[]): TemplateResult {
    const folded = fields.filter((field) => this.folded?.has(field));
    return html`<section aria-labelledby="fields">
      <h2 id="fields">${words.say('fields')}</h2>
      ${this.#groups(fields.filter((field) => !this.folded?.has(field)))}
      ${
        folded.length === 0
          ? nothing
          : html`<details>
              <summary>${words.say('folded', { count: folded.length })}</summary>
              ${this.#groups(folded)}
            </details>`
      }
    </section>`;
  }

  #groups(fields: ExplainedField[]): (TemplateResult | typeof nothing)[] {
    return SOURCE_ORDER.map((source) => {
      const group = fields.filter((field) => field.source === source);
      return group.length === 0
        ? nothing
        : html`<h3>${words.say(`source.${source}`)}</h3>
            <div class="fields">${group.map((field) => this.#field(field))}</div>`;
    });
  }

  #asSent(event: ShownRequest): TemplateResult {
    return this.folded
      ? html`<details class="as-sent">
          <summary>${words.say('request')}</summary>
          ${requestAsSent(event)}
        </details>`
      : requestAsSent(event);
  }

  #field(field: ExplainedField): TemplateResult {
    return html`<div
      class="field"
      data-field=${field.field}
      ?data-talked-about=${field.field === this.highlight}
      @click=${() => this.#choose(field.field)}
    >
      <div>
        <div class="name">${this.canChoose ? this.#chooser(field.field) : field.field}</div>
        <div class="value">${field.value === '' ? html`<i>${words.say('empty')}</i>` : field.value}</div>
      </div>
      <div>
        <p>${field.meaning}</p>
        <p class="control"><b>${words.say('stops')}</b> ${field.control}</p>
      </div>
    </div>`;
  }

  /** The field's name as a button, for whoever has no mouse; the whole row can be clicked. */
  #chooser(field: string): TemplateResult {
    return html`<button
      aria-pressed=${field === this.highlight}
      aria-label=${words.say('talkAbout', { field })}
    >
      ${field}
    </button>`;
  }

  #choose(field: string): void {
    // Who marks a part of a row to copy it does not choose the row.
    if (this.canChoose && getSelection()?.isCollapsed !== false) {
      this.dispatchEvent(new CustomEvent('field', { detail: field === this.highlight ? '' : field }));
    }
  }

  #cookies(event: ShownRequest): TemplateResult | typeof nothing {
    const sent = event.cookies;
    if (!sent) {
      return nothing;
    }
    const set = event.cookiesSet ?? [];
    return html`<section aria-labelledby="cookies">
      <h2 id="cookies">${words.say('cookies')}</h2>
      <p>
        ${sent.length === 0 ? words.say('cookiesSentNone') : words.say('cookiesSent', { count: sent.length })}
        ${set.length === 0 ? words.say('cookiesSetNone') : words.say('cookiesSet', { count: set.length })}
      </p>
      ${
        set.length > 0
          ? html`<h3>${words.say('setInReply')}</h3>
              <div class="fields">${set.map((field) => this.#field(field))}</div>`
          : nothing
      }
    </section>`;
  }

  async #copy(text: string, said: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.copied = said;
    } catch {
      this.copied = words.say('notCopied');
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hit-detail': HitDetail;
  }
}
