import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../../Client/Kit/Styles/shared';
import type { CookieJar } from '../../Client/Kit/Wire/wire';
import { panelWords as words } from '../../Client/Kit/Words/panel';

/** What the browser's cookie jar does, judged by what really happened; says `show` with a hit's number. */
@customElement('jar-verdict')
export class JarVerdict extends LitElement {
  @property({ attribute: false }) jar: CookieJar | undefined;

  static override styles = [
    ...shared,
    css`
      :host {
        display: contents;
      }
      details {
        position: relative;
        min-inline-size: 0;
      }
      summary {
        padding: 0.3rem 0.75rem;
        border: 1px solid var(--lab-line);
        border-radius: 8px;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        cursor: pointer;
        list-style: none;
      }
      /* The place of what is not known yet: what comes is new, and did not grow under the eye. */
      .awaited {
        visibility: hidden;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      [data-verdict='open'] summary {
        border-color: var(--lab-missing);
        color: var(--lab-missing);
      }
      [data-verdict='blocked'] summary,
      [data-verdict='partitioned'] summary {
        border-color: var(--lab-hit);
        color: var(--lab-hit);
      }
      details > div {
        position: absolute;
        z-index: 3;
        inset-block-start: calc(100% + 0.4rem);
        inset-inline-end: 0;
        display: grid;
        gap: 0.6rem;
        inline-size: min(26rem, calc(100vw - 2rem));
        padding: 1rem;
        border: 1px solid var(--lab-line);
        border-radius: var(--lab-radius);
        background: var(--lab-surface);
        box-shadow: 0 12px 32px rgb(0 0 0 / 25%);
      }
      @media (max-width: 52rem) {
        details > div {
          position: fixed;
          inset-block-start: auto;
          inset-inline: 0.75rem;
          inline-size: auto;
          margin-block-start: 0.4rem;
        }
      }
    `,
  ];

  /** Closed like a menu: by Esc, and by a press elsewhere. */
  readonly #close = (event: Event): void => {
    const details = this.renderRoot.querySelector('details');
    const isElsewhere =
      event instanceof KeyboardEvent ? event.key === 'Escape' : !event.composedPath().includes(this);
    if (details?.open && isElsewhere) {
      details.open = false;
      if (event instanceof KeyboardEvent) {
        event.stopPropagation();
        details.querySelector('summary')?.focus();
      }
    }
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('pointerdown', this.#close);
    addEventListener('keydown', this.#close, { capture: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pointerdown', this.#close);
    removeEventListener('keydown', this.#close, { capture: true });
  }

  protected override render(): TemplateResult {
    const jar = this.jar;
    if (!jar) {
      return html`<details class="awaited"><summary>${words.say('jar.unknown')}</summary></details>`;
    }
    return html`<details class="jar" data-verdict=${jar.verdict}>
      <summary>${words.say(`jar.${jar.verdict}`)}</summary>
      <div>
        <p>${jar.sentence}</p>
        ${jar.next ? html`<p><b>${words.say('jarFindOut')}</b> ${jar.next}</p>` : nothing}
        ${jar.remark ? html`<p>${jar.remark}</p>` : nothing}
        ${jar.browser ? html`<p>${words.say('jarBrowser', { browser: jar.browser })}</p>` : nothing}
        ${
          jar.hits.length > 0
            ? html`<p class="actions">
                ${jar.hits.map((hit) => html`<button @click=${() => this.#show(hit)}>${words.say('jarHit', { hit: String(hit) })}</button>`)}
              </p>`
            : nothing
        }
      </div>
    </details>`;
  }

  #show(hit: number): void {
    this.dispatchEvent(new CustomEvent<number>('show', { detail: hit }));
  }
}
