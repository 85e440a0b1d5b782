import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../../Client/Kit/Styles/shared';
import { listed } from '../../Client/Kit/Words/say';
import { shorten } from '../../Client/Kit/Words/words';
import { yoursWords as words } from '../../Client/Kit/Words/yours';
import type { Company, Exchange, LeadTie, OwnSites, Picture, SharedValue, Tie } from './picture';
import { tableStyles } from './table-styles';
import { graphLegend, graphStyles, tieGraph } from './tie-graph';
import { kindsInWords, requestsInWords } from './totals';

/** The most lines of a table; the others are counted. */
const MOST_LINES = 100;

/** What is printed has to fit on one sheet: so many companies, and so many lines of what comes after them. */
const PRINTED_LINES = 10;
const PRINTED_AFTER = 6;
const PRINTED_NUMBERS = 2;

/** The most names of sites in one line. */
const MOST_NAMES = 12;

/** A value is known again by its beginning. */
const SHOWN_VALUE = 40;

/** What all that was brought comes to: who was told what, what went to several, and who sees which sites. It prints as a sheet. */
@customElement('whole-picture')
export class WholePicture extends LitElement {
  @property({ attribute: false }) picture!: Picture;
  /** Grows whenever there is something new in the picture. */
  @property({ type: Number }) version = 0;
  @state() private width = 0;
  readonly #resized = new ResizeObserver(() => {
    this.width = Math.min(this.clientWidth, 900);
  });

  static override styles = [...shared, tableStyles, graphStyles, pictureStyles()];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  protected override render(): TemplateResult {
    const companies = this.picture.companies();
    const [ties, leads] = [this.picture.ties(), this.picture.leads()];
    return html`<section aria-labelledby="picture">
      <div class="title">
        <h2 id="picture">${words.say('picture')}</h2>
        <button class="on-screen" @click=${() => print()}>${words.say('print')}</button>
      </div>
      <p>${requestsInWords(this.picture)}</p>
      ${this.#companies(companies)} ${this.#numbers()} ${this.#shared(this.picture.shared())}
      ${ties.length + leads.length > 0 ? this.#ties(ties, leads) : nothing}
    </section>`;
  }

  #companies(companies: readonly Company[]): TemplateResult {
    const { own, toOthers } = this.picture;
    return html`<table>
        <caption>
          ${words.say('byCompany')}
        </caption>
        <thead>
          <tr>
            <th scope="col">${words.say('company')}</th>
            <th scope="col" class="number">${words.say('count')}</th>
            <th scope="col" class="number">${words.say('share')}</th>
            <th scope="col">${words.say('wasTold')}</th>
          </tr>
        </thead>
        <tbody>
          ${companies.slice(0, MOST_LINES).map(
            ({ name, category, requests, told }) =>
              html`<tr>
                <th scope="row">${name}${category ? html`<small>${category}</small>` : nothing}</th>
                <td class="number" data-label=${words.say('count')}>
                  ${words.say('number', { number: requests })}
                </td>
                <td class="number" data-label=${words.say('share')}>
                  ${words.say('percent', { percent: percent(requests, toOthers) })}
                </td>
                <td data-label=${words.say('wasTold')}>
                  ${told.size > 0 ? toldInWords(told) : words.say('toldNothing')}
                </td>
              </tr>`,
          )}
        </tbody>
        ${own.requests > 0 ? ownLine(own) : nothing}
      </table>
      ${more(companies.length)}`;
  }

  /** By what numbers the companies knew the browser, and whom they told. */
  #numbers(): TemplateResult | typeof nothing {
    const lines = [
      ...this.picture.exchanges().map(exchangeInWords),
      ...this.picture.numbersAtSites().map(({ company, sites, isSame }) =>
        words.say(isSame ? 'numberSame' : 'numberOther', {
          company,
          sites: listed(sites.slice(0, MOST_NAMES)),
        }),
      ),
    ];
    return lines.length === 0
      ? nothing
      : html`<h3 class="on-screen">${words.say('numbersTitle')}</h3>
          <ul class="numbers">
            ${lines.slice(0, MOST_LINES).map((line) => html`<li>${line}</li>`)}
          </ul>
          ${more(lines.length, PRINTED_NUMBERS)}`;
  }

  #shared(values: readonly SharedValue[]): TemplateResult {
    return html`<h3>${words.say('sharedTitle')}</h3>
      ${this.picture.hasCookies ? nothing : html`<p class="soft">${words.say('noCookies')}</p>`}
      ${
        values.length === 0
          ? html`<p class="soft">
              ${words.say(this.picture.exchanges().length > 0 ? 'sharedNoneElse' : 'sharedNone')}
            </p>`
          : html`<table class="after">
                <caption>
                  ${words.say('sharedCaption')}
                </caption>
                <thead>
                  <tr>
                    <th scope="col">${words.say('value')}</th>
                    <th scope="col">${words.say('wentTo')}</th>
                  </tr>
                </thead>
                <tbody>
                  ${values.slice(0, MOST_LINES).map(
                    ({ value, at }) =>
                      html`<tr>
                        <th scope="row"><code>${shorten(value, SHOWN_VALUE)}</code></th>
                        <td data-label=${words.say('wentTo')}>
                          ${listed([...at].map(([company, fields]) => words.say('inField', { company, fields: [...fields].slice(0, 3).join(', ') })))}
                        </td>
                      </tr>`,
                  )}
                </tbody>
              </table>
              ${more(values.length, PRINTED_AFTER)}`
      }`;
  }

  #ties(ties: readonly Tie[], leads: readonly LeadTie[]): TemplateResult {
    return html`<h3>${words.say('tiesTitle')}</h3>
      ${graphLegend(leads.length > 0)} ${this.width > 0 ? tieGraph(ties, leads, this.width) : nothing}
      ${
        this.picture.saysWhoAsked
          ? nothing
          : html`<p class="soft">${words.say(leads.length > 0 ? 'leadsHalfSaid' : 'leadsUnsaid')}</p>`
      }
      ${this.picture.saysWhoAsked && leads.length === 0 ? html`<p class="soft">${words.say('leadsNone')}</p>` : nothing}
      ${leads.length > 0 ? leadTable(leads) : nothing}
      <details class="on-screen">
        <summary>${words.say('tiesTable')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">${words.say('site')}</th>
              <th scope="col">${words.say('company')}</th>
              <th scope="col" class="number">${words.say('count')}</th>
            </tr>
          </thead>
          <tbody>
            ${ties.slice(0, MOST_LINES).map(
              ({ site, company, requests }) =>
                html`<tr>
                  <th scope="row">${site}</th>
                  <td data-label=${words.say('company')}>${company}</td>
                  <td class="number" data-label=${words.say('count')}>
                    ${words.say('number', { number: requests })}
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>
        ${more(ties.length)}
      </details>`;
  }
}

/** What stayed with the sites themselves, apart from the companies. */
function ownLine({ names, products, requests, told }: OwnSites): TemplateResult {
  return html`<tfoot>
    <tr>
      <th scope="row">
        ${words.say('ownSites')}<small>${listed([...names].slice(0, MOST_NAMES))}</small>
        ${products.size > 0 ? html`<small>${words.say('ownProducts', { products: listed([...products]) })}</small>` : nothing}
      </th>
      <td class="number" data-label=${words.say('count')}>${words.say('number', { number: requests })}</td>
      <td></td>
      <td data-label=${words.say('wasTold')}>
        ${told.size > 0 ? toldInWords(told) : words.say('toldNothing')}
      </td>
    </tr>
  </tfoot>`;
}

/** Who led to whom, which the picture draws dashed. */
function leadTable(leads: readonly LeadTie[]): TemplateResult {
  return html`<p class="soft on-paper">
      ${words.say('leadsOnPaper', { leads: listed(leads.slice(0, PRINTED_AFTER).map(({ from, to, how }) => words.say('leadOnPaper', { from, to, how: words.say(`led.${how}`) }))) })}
    </p>
    <table class="on-screen">
      <caption>
        ${words.say('leadsCaption')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.say('company')}</th>
          <th scope="col">${words.say('ledTo')}</th>
          <th scope="col">${words.say('ledBy')}</th>
          <th scope="col" class="number">${words.say('count')}</th>
        </tr>
      </thead>
      <tbody>
        ${leads.slice(0, MOST_LINES).map(
          ({ from, to, how, requests }) =>
            html`<tr>
              <th scope="row">${from}</th>
              <td data-label=${words.say('ledTo')}>${to}</td>
              <td data-label=${words.say('ledBy')}>${words.say(`led.${how}`)}</td>
              <td class="number" data-label=${words.say('count')}>
                ${words.say('number', { number: requests })}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${more(leads.length, PRINTED_AFTER)}`;
}

/** What a company was told, what it was told most often first. */
function toldInWords(told: ReadonlyMap<string, number>): string {
  return kindsInWords([...told].sort(([, one], [, other]) => other - one));
}

/** That a company told another its number, and what becomes of it. */
function exchangeInWords({ from, to, times, numbers }: Exchange): string {
  const told = words.say('exchanged', { from, to, count: times });
  return times === 1
    ? `${told} ${words.say('exchangedOnce')}`
    : `${told} ${words.say(numbers.size === 1 ? 'exchangedSame' : numbers.size === times ? 'exchangedNew' : 'exchangedSome')}`;
}

function percent(part: number, all: number): number {
  return Math.round((1000 * part) / all) / 10;
}

/** How many lines are not there, which on paper are more. */
function more(lines: number, printed = PRINTED_LINES): TemplateResult {
  return html`${lines > MOST_LINES ? html`<p class="soft on-screen">${words.say('more', { count: lines - MOST_LINES })}</p>` : nothing}
  ${lines > printed ? html`<p class="soft on-paper">${words.say('more', { count: lines - printed })}</p>` : nothing}`;
}

function pictureStyles() {
  return css`
    :host {
      display: block;
      container-type: inline-size;
      font-size: 1rem;
      line-height: 1.6;
    }
    .title {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1rem;
      align-items: center;
      justify-content: space-between;
      margin-block: 2.5rem 0.75rem;
    }
    h2 {
      font-size: 1.4rem;
      line-height: 1.2;
    }
    h3 {
      margin-block: 2rem 0.4rem;
      font-size: 1.125rem;
    }
    .soft {
      color: var(--lab-soft);
      font-size: 0.9375rem;
    }
    summary {
      inline-size: fit-content;
      padding-block: 0.5rem;
      font-weight: 600;
      cursor: pointer;
    }
    .numbers {
      padding-inline-start: 1.25rem;
      list-style: disc;
    }
    .numbers li + li {
      margin-block-start: 0.35rem;
    }
    .on-paper {
      display: none;
    }
    @media print {
      .on-paper {
        display: block;
      }
      .title {
        margin-block: 0 0.5rem;
      }
      h3 {
        margin-block-start: 0.75rem;
      }
      .numbers li + li {
        margin-block-start: 0;
      }
      .soft,
      .numbers,
      caption,
      thead th {
        font-size: 8.5pt;
        line-height: 1.35;
      }
      tbody tr:nth-child(n + ${PRINTED_LINES + 1}),
      .after tbody tr:nth-child(n + ${PRINTED_AFTER + 1}),
      .numbers li:nth-child(n + ${PRINTED_NUMBERS + 1}) {
        display: none;
      }
    }
  `;
}
