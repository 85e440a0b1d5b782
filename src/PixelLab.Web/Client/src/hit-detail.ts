import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { asCurl } from './curl';
import { sharedElement } from './element';
import { shared } from './styles/shared';
import type { ExplainedField, GifPart, NameValue, Reply, WholeEvent } from './wire';
import { SOURCE_ORDER } from './words';
import { detailWords as words } from './words/detail';

/** One hit, whole: what the tracker learned, each field, the request as sent, the reply byte for byte. */
@sharedElement('hit-detail')
export class HitDetail extends LitElement {
  @property({ attribute: false }) event: WholeEvent | undefined;
  /** The address under which this hit can be opened again; empty for none. */
  @property() permalink = '';
  @property({ type: Boolean }) pinned = false;
  /** A field that is being talked about. */
  @property() highlight = '';
  /** Whether a field can be chosen to be talked about; then a click on one says `field`. */
  @property({ type: Boolean, attribute: 'can-choose' }) canChoose = false;
  /** The address at which this hit stands beside a pinned one; empty where none is pinned. */
  @property() beside = '';
  @state() private copied = '';
  @state() private chosenPart = -1;

  static override styles = [
    ...shared,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
      .sentence {
        padding: 1.1rem 1.25rem;
        border-inline-start: 4px solid var(--lab-accent);
        border-radius: 0 var(--lab-radius) var(--lab-radius) 0;
        background: var(--lab-accent-wash);
        font-size: 1.1875rem;
        line-height: 1.5;
        text-wrap: pretty;
        overflow-wrap: anywhere;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        margin-block: 0.9rem 0;
      }
      section {
        margin-block-start: 1.9rem;
      }
      h2 {
        margin-block-end: 0.35rem;
        font-size: 1.125rem;
      }
      h3 {
        margin-block: 1.1rem 0.4rem;
        color: var(--lab-soft);
        font-size: 0.875rem;
        font-weight: 600;
      }
      .fields {
        display: grid;
        gap: 1px;
        overflow: hidden;
        border: 1px solid var(--lab-line);
        border-radius: var(--lab-radius);
        background: var(--lab-line);
      }
      .field {
        display: grid;
        grid-template-columns: minmax(9rem, 2fr) 3fr;
        gap: 0.25rem 1.25rem;
        padding: 0.75rem 1rem;
        background: var(--lab-surface);
      }
      .field[data-talked-about] {
        outline: 3px solid var(--lab-accent);
        outline-offset: -3px;
        background: var(--lab-accent-wash);
      }
      :host([can-choose]) .field {
        cursor: pointer;
      }
      :host([can-choose]) .field:hover {
        background: var(--lab-raised);
      }
      .name button {
        min-block-size: 1.75rem;
        padding: 0.1rem 0.5rem;
        border-radius: 6px;
        color: inherit;
        font: inherit;
        overflow-wrap: anywhere;
        white-space: normal;
        text-align: start;
      }
      .name {
        color: var(--lab-soft);
        font: 600 0.8125rem var(--lab-mono);
        overflow-wrap: anywhere;
      }
      .value {
        font: 0.875rem/1.45 var(--lab-mono);
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      .control {
        margin-block-start: 0.25rem;
        color: var(--lab-soft);
        font-size: 0.875rem;
      }
      .control b {
        font-weight: 600;
      }
      pre {
        max-block-size: 26rem;
        margin: 0;
        padding: 0.9rem 1rem;
        overflow: auto;
        border: 1px solid var(--lab-line);
        border-radius: var(--lab-radius);
        background: var(--lab-surface);
        font: 0.8125rem/1.55 var(--lab-mono);
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      .labs {
        border-radius: 3px;
        background: var(--lab-raised);
        color: var(--lab-soft);
        text-decoration: underline dotted;
      }
      .aside {
        margin-block-start: 0.4rem;
        color: var(--lab-soft);
        font-size: 0.875rem;
      }
      .bytes {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem;
        padding: 0.9rem;
        border: 1px solid var(--lab-line);
        border-radius: var(--lab-radius);
        background: var(--lab-surface);
      }
      .bytes button {
        min-block-size: 1.9rem;
        padding: 0.1rem 0.45rem;
        border-radius: 5px;
        background: var(--lab-raised);
        font: 0.8125rem var(--lab-mono);
      }
      .bytes button[aria-pressed='true'] {
        background: var(--lab-accent);
        color: var(--lab-on-accent);
      }
      .meaning {
        min-block-size: 3.2rem;
        margin-block-start: 0.6rem;
      }
      @container (max-width: 34rem) {
        .field {
          grid-template-columns: 1fr;
        }
        .sentence {
          font-size: 1.0625rem;
        }
      }
    `,
  ];

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('event')) {
      this.chosenPart = -1;
      this.copied = '';
    }
  }

  protected override render() {
    const event = this.event;
    if (!event) {
      return nothing;
    }
    return html`
      <p class="sentence">${event.sentence}</p>
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
      ${event.notesInWords?.map((note) => html`<p class="aside">${note}</p>`)}
      ${this.#fields(event.explained ?? [])} ${this.#cookies(event)} ${this.#request(event)}
      ${event.reply ? this.#reply(event.reply) : nothing}
    `;
  }

  #fields(fields: ExplainedField[]): TemplateResult {
    return html`<section aria-labelledby="fields">
      <h2 id="fields">${words.say('fields')}</h2>
      ${SOURCE_ORDER.map((source) => {
        const group = fields.filter((field) => field.source === source);
        return group.length === 0
          ? nothing
          : html`<h3>${words.say(`source.${source}`)}</h3>
              <div class="fields">${group.map((field) => this.#field(field))}</div>`;
      })}
    </section>`;
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

  #cookies(event: WholeEvent): TemplateResult {
    const sent = event.cookies ?? [];
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

  #request(event: WholeEvent): TemplateResult {
    const head = event.head ?? '';
    const seat = /\/~[a-z0-9]+/.exec(
      head.slice(0, head.indexOf('\r\n') < 0 ? undefined : head.indexOf('\r\n')),
    );
    return html`<section>
      <h2 id="request">${words.say('request')}</h2>
      <pre tabindex="0" role="region" aria-labelledby="request">
${
          seat
            ? html`${head.slice(0, seat.index)}<span class="labs" title=${words.say('labsOwn')}
                  >${seat[0]}</span
                >${head.slice(seat.index + seat[0].length)}`
            : head
        }${event.body ? `\r\n\r\n${event.body}` : ''}</pre>
      <p class="aside">
        ${words.say(event.bodyBytes ? 'headAndBody' : 'head', {
          protocol: event.protocol ?? '',
          bytes: event.headBytes ?? 0,
          body: event.bodyBytes ?? 0,
        })}
        ${seat ? words.parts('greyed', { seat: html`<code>${seat[0]}</code>` }) : nothing}
      </p>
    </section>`;
  }

  #reply(reply: Reply): TemplateResult {
    const text = [
      words.say('status', { status: String(reply.status) }),
      ...reply.headers.map((header: NameValue) => `${header.name}: ${header.value}`),
    ].join('\n');
    const chosen = reply.parts[this.chosenPart];
    return html`<section>
      <h2 id="reply">${words.say('reply')}</h2>
      <pre tabindex="0" role="region" aria-labelledby="reply">${text}</pre>
      ${
        reply.parts.length > 0
          ? html`<h3>${words.say('picture', { bytes: size(reply.parts) })}</h3>
              <div class="bytes">
                ${reply.parts.map(
                  (part, index) =>
                    html`<button
                      aria-pressed=${index === this.chosenPart}
                      aria-label=${words.say('part', { name: part.name, hex: part.hex })}
                      @click=${() => {
                        this.chosenPart = index;
                      }}
                      @mouseenter=${() => {
                        this.chosenPart = index;
                      }}
                    >
                      ${part.hex}
                    </button>`,
                )}
              </div>
              <p class="meaning" aria-live="polite">
                ${chosen ? words.parts('partMeans', { name: html`<b>${chosen.name}</b>`, offset: chosen.offset, meaning: chosen.meaning }) : nothing}
              </p>`
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

function size(parts: GifPart[]): number {
  return parts.reduce((sum, part) => sum + part.hex.split(' ').length, 0);
}
