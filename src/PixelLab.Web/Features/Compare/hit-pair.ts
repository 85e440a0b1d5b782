import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { inLanguage } from '../../Client/Kit/Page/in-language';
import { shared } from '../../Client/Kit/Styles/shared';
import { answerWords } from '../../Client/Kit/Words/answer';
import { pairWords as words } from '../../Client/Kit/Words/pair';
import { hitUrl } from './hit-url';
import type { PairedPart, PairSide, PairView } from './wire';

/** The kinds of parts, in the order in which they are shown. */
const KINDS: readonly PairedPart['kind'][] = ['cookie', 'network', 'header', 'request', 'query'];

const SIGNS: Record<PairedPart['verdict'], string> = { same: '=', different: '≠', left: '◧', right: '◨' };

/** Two requests side by side, with their differences marked: two of a seat's events, or those that it is given. */
@customElement('hit-pair')
export class HitPair extends LitElement {
  /** The address of the seat’s API. */
  @property() api = '';
  /** The address of the panel. */
  @property() panel = '';
  @property({ type: Number }) left = 0;
  @property({ type: Number }) right = 0;
  /** The two, where they are no events of a seat. */
  @property({ attribute: false }) view: PairView | undefined;
  @state() private problem = '';
  @state() private everything = false;
  #asked = '';

  static override styles = [
    ...shared,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1.5rem;
        align-items: center;
        justify-content: space-between;
        margin-block-end: 0.6rem;
      }
      .bar p {
        color: var(--lab-soft);
      }
      .scroll {
        overflow-x: auto;
        border: 1px solid var(--lab-line);
        border-radius: var(--lab-radius);
        background: var(--lab-surface);
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
        table-layout: fixed;
      }
      th,
      td {
        padding: 0.5rem 0.75rem;
        border-block-end: 1px solid var(--lab-line);
        text-align: start;
        vertical-align: top;
      }
      thead th {
        font-weight: 600;
      }
      thead small {
        display: block;
        color: var(--lab-soft);
        font-weight: 400;
      }
      tbody th {
        color: var(--lab-soft);
        font: 600 0.8125rem var(--lab-mono);
        overflow-wrap: anywhere;
      }
      .kind th {
        padding-block-start: 1rem;
        color: var(--lab-ink);
        font: 600 0.875rem var(--lab-sans);
      }
      td {
        font: 0.8125rem/1.45 var(--lab-mono);
        overflow-wrap: anywhere;
      }
      .mark {
        inline-size: 6rem;
      }
      td.mark {
        font: 0.8125rem var(--lab-sans);
        color: var(--lab-soft);
      }
      tr[data-verdict='different'],
      tr[data-verdict='left'],
      tr[data-verdict='right'] {
        background: var(--lab-accent-wash);
      }
      tr[data-verdict='different'] .mark,
      tr[data-verdict='left'] .mark,
      tr[data-verdict='right'] .mark {
        color: var(--lab-ink);
        font-weight: 600;
      }
      tr[data-verdict='left'] td:nth-of-type(1),
      tr[data-verdict='right'] td:nth-of-type(2) {
        box-shadow: inset 3px 0 var(--lab-accent);
        font-weight: 600;
      }
      mark {
        border-radius: 3px;
        background: var(--lab-missing-wash);
        color: var(--lab-missing);
        font-weight: 600;
      }
      .none {
        color: var(--lab-soft);
        font-family: var(--lab-sans);
        font-style: italic;
      }
      @container (max-width: 40rem) {
        thead {
          position: absolute;
          clip-path: inset(50%);
        }
        tr,
        th,
        td {
          display: block;
          border: 0;
        }
        tbody tr {
          padding-block: 0.5rem;
          border-block-end: 1px solid var(--lab-line);
        }
        th,
        td {
          padding-block: 0.15rem;
        }
        td[data-side]::before {
          display: block;
          color: var(--lab-soft);
          font: 0.75rem var(--lab-sans);
          content: attr(data-side);
        }
        .mark {
          inline-size: auto;
        }
      }
    `,
  ];

  protected override updated(): void {
    const asked = `${this.left}:${this.right}`;
    if (this.left > 0 && this.right > 0 && asked !== this.#asked) {
      this.#asked = asked;
      void this.#load(asked);
    }
  }

  async #load(asked: string): Promise<void> {
    try {
      const response = await fetch(inLanguage(`${this.api}/pairs?a=${this.left}&b=${this.right}`));
      if (asked !== this.#asked) {
        return;
      }
      this.view = response.ok ? ((await response.json()) as PairView) : undefined;
      this.problem = response.ok ? '' : words.say('gone');
    } catch {
      this.problem = answerWords.say('away');
    }
  }

  protected override render(): TemplateResult {
    if (this.problem) {
      return html`<p role="status">${this.problem}</p>`;
    }
    if (!this.view) {
      return html`<p role="status">${words.say('reading')}</p>`;
    }
    const { left, right, parts } = this.view;
    const differing = parts.filter((part) => part.verdict !== 'same');
    const shown = this.everything ? parts : differing;
    return html`
      <div class="bar">
        <p>${words.say('differ', { count: differing.length, all: parts.length })}</p>
        <button
          aria-pressed=${this.everything}
          @click=${() => {
            this.everything = !this.everything;
          }}
        >
          ${words.say('everything')}
        </button>
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label=${words.say('table')}>
        <table>
          <thead>
            <tr>
              <th scope="col">${words.say('part')}</th>
              <th scope="col">${this.#head(left)}</th>
              <th scope="col">${this.#head(right)}</th>
              <th scope="col" class="mark">${words.say('result')}</th>
            </tr>
          </thead>
          <tbody>
            ${KINDS.map((kind) => this.#group(kind, shown, left, right))}
          </tbody>
        </table>
      </div>
      ${this.view.leftOut > 0 ? html`<p>${words.say('leftOut', { count: this.view.leftOut })}</p>` : nothing}
    `;
  }

  #head(side: PairSide): TemplateResult {
    return html`<a href=${this.panel ? hitUrl(this.panel, side.id) : `#${side.id}`}>${side.words}</a
      ><small>${side.headBytes > 0 ? words.say('head', { count: side.headBytes }) : side.who}</small>`;
  }

  #group(
    kind: PairedPart['kind'],
    parts: PairedPart[],
    left: PairSide,
    right: PairSide,
  ): TemplateResult | typeof nothing {
    const own = parts.filter((part) => part.kind === kind);
    return own.length === 0
      ? nothing
      : html`<tr class="kind">
            <th colspan="4" scope="colgroup">${words.say(`kind.${kind}`)}</th>
          </tr>
          ${own.map(
            (part) =>
              html`<tr data-verdict=${part.verdict}>
                <th scope="row">${part.name}</th>
                ${this.#value(part.left, part.right, left)}${this.#value(part.right, part.left, right)}
                <td class="mark">
                  <span aria-hidden="true">${SIGNS[part.verdict]}</span>
                  ${words.say(`verdict.${part.verdict}`)}
                </td>
              </tr>`,
          )}`;
  }

  #value(value: string | undefined, other: string | undefined, side: PairSide): TemplateResult {
    return html`<td data-side=${side.who}>
      ${value === undefined ? html`<span class="none">${words.say('notSent')}</span>` : value === '' ? html`<span class="none">${words.say('empty')}</span>` : marked(value, other)}
    </td>`;
  }
}

/** A value with the part marked in which it differs from the other side’s: what lies between the same start and the same end. */
function marked(value: string, other: string | undefined): unknown {
  if (!other || value === other) {
    return value;
  }
  const shorter = Math.min(value.length, other.length);
  let start = 0;
  while (start < shorter && value[start] === other[start]) {
    start++;
  }
  let end = 0;
  while (end < shorter - start && value.at(-1 - end) === other.at(-1 - end)) {
    end++;
  }
  const until = value.length - end;
  return start < until
    ? html`${value.slice(0, start)}<mark>${value.slice(start, until)}</mark>${value.slice(until)}`
    : value;
}
