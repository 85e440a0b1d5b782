import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { sharedElement } from '../Page/element';
import { detailParts, replyStyles } from './hit-detail-styles';
import { shared } from '../Styles/shared';
import type { GifPart, Reply } from '../Wire/wire';
import { detailWords as words } from '../Words/detail';

/** What the vendor answered: its headers, and the picture byte for byte with the parts of the format named. */
@sharedElement('hit-reply')
export class HitReply extends LitElement {
  @property({ attribute: false }) reply: Reply | undefined;
  /** The part of the picture that is being looked at. */
  @state() private chosen: GifPart | undefined;

  static override styles = [...shared, detailParts, replyStyles];

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('reply')) {
      this.chosen = undefined;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { reply } = this;
    if (!reply) {
      return nothing;
    }
    const text = [
      words.say('status', { status: String(reply.status) }),
      ...reply.headers.map((header) => `${header.name}: ${header.value}`),
    ].join('\n');
    return html`<section>
      <h2 id="reply">${words.say('reply')}</h2>
      <pre tabindex="0" role="region" aria-labelledby="reply">${text}</pre>
      ${reply.parts.length > 0 ? this.#picture(reply.parts) : nothing}
    </section>`;
  }

  #picture(parts: readonly GifPart[]): TemplateResult {
    const { chosen } = this;
    return html`<h3>${words.say('picture', { bytes: size(parts) })}</h3>
      <div class="bytes">${parts.map((part) => this.#bytes(part))}</div>
      <p class="meaning" aria-live="polite">
        ${chosen ? words.parts('partMeans', { name: html`<b>${chosen.name}</b>`, offset: chosen.offset, meaning: chosen.meaning }) : nothing}
      </p>`;
  }

  #bytes(part: GifPart): TemplateResult {
    const choose = (): void => {
      this.chosen = part;
    };
    return html`<button
      aria-pressed=${part === this.chosen}
      aria-label=${words.say('part', { name: part.name, hex: part.hex })}
      @click=${choose}
      @mouseenter=${choose}
    >
      ${part.hex}
    </button>`;
  }
}

function size(parts: readonly GifPart[]): number {
  return parts.reduce((sum, part) => sum + part.hex.split(' ').length, 0);
}
