import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../../Client/Kit/Styles/shared';
import { shorten } from '../../Client/Kit/Words/words';
import { yoursWords as words } from '../../Client/Kit/Words/yours';
import type { Brought, Thing } from './brought';
import { companyOf } from './company';
import { tableStyles } from './table-styles';
import { wayOf } from './ways';
import type { Explained, Link } from './wire';
import { titleStyles } from './yours-styles';

/** The most characters of an address that a table shows. */
const SHOWN_ADDRESS = 90;

/** The most lines of a table; all of them stand in the list. */
const MOST_LINES = 100;

/** A letter: what opening it asks for, where its links lead, and through whom. */
@customElement('brought-letter')
export class BroughtLetter extends LitElement {
  @property({ attribute: false }) letter!: Thing;
  @property({ attribute: false }) brought!: Brought;
  #requests: readonly { id: number; request: Explained }[] = [];

  static override styles = [
    ...shared,
    titleStyles,
    tableStyles,
    css`
      :host {
        container-type: inline-size;
      }
    `,
  ];

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('letter')) {
      this.#requests = [...this.brought.requestsOf(this.letter)];
    }
  }

  protected override render(): TemplateResult {
    const { name, links } = this.letter;
    return html`<section aria-labelledby="letter">
      <h2 id="letter">${words.say('letter', { name })}</h2>
      <p>${this.#service()}</p>
      ${this.#requests.length > 0 ? this.#opening() : html`<p>${words.say('letterAsksNobody')}</p>`}
      ${links.length > 0 ? this.#links(links) : nothing}
    </section>`;
  }

  /** Who sent it for whoever wrote it, as far as its own requests tell. */
  #service(): string {
    const service = this.#requests.find(
      ({ request: { category, vendor } }) => category === 'email' && vendor,
    );
    return service
      ? words.say('service', { company: companyOf(service.request) })
      : words.say('serviceUnknown');
  }

  #opening(): TemplateResult {
    return html`<h3>${words.say('opening')}</h3>
      <table>
        <caption>
          ${words.say('openingCaption')}
        </caption>
        <thead>
          <tr>
            <th scope="col">${words.say('company')}</th>
            <th scope="col">${words.say('way')}</th>
            <th scope="col">${words.say('wasTold')}</th>
          </tr>
        </thead>
        <tbody>
          ${this.#requests.slice(0, MOST_LINES).map(
            ({ id, request }) =>
              html`<tr>
                <th scope="row"><a href=${`#${id}`}>${companyOf(request)}</a></th>
                <td data-label=${words.say('way')}>
                  ${words.say(`way.${wayOf(request)}`)}<small>${request.where}</small>
                </td>
                <td data-label=${words.say('wasTold')}>${whoseIn(request)}</td>
              </tr>`,
          )}
        </tbody>
      </table>`;
  }

  #links(links: readonly Link[]): TemplateResult {
    return html`<h3>${words.say('links')}</h3>
      <table>
        <caption>
          ${words.say('linksCaption')}
        </caption>
        <thead>
          <tr>
            <th scope="col">${words.say('link')}</th>
            <th scope="col">${words.say('leadsTo')}</th>
            <th scope="col">${words.say('through')}</th>
            <th scope="col">${words.say('carries')}</th>
          </tr>
        </thead>
        <tbody>
          ${links.slice(0, MOST_LINES).map(
            (link) =>
              html`<tr>
                <th scope="row">${link.text || words.say('linkWithout')}</th>
                <td data-label=${words.say('leadsTo')}>${leadsTo(link)}</td>
                <td data-label=${words.say('through')}>${link.through ?? words.say('straight')}</td>
                <td data-label=${words.say('carries')}>${this.#carries(link)}</td>
              </tr>`,
          )}
        </tbody>
      </table>`;
  }

  #carries({ carries }: Link): TemplateResult | string {
    const parts = carries.filter(({ field }) => field !== 'host' && field !== 'path');
    return parts.length === 0
      ? words.say('carriesNothing')
      : html`<details>
          <summary>${words.say('parts', { count: parts.length })}</summary>
          <ul>
            ${parts.map(({ field, meaning }) => html`<li><code>${field}</code> ${meaning}</li>`)}
          </ul>
        </details>`;
  }
}

function leadsTo({ target, through, url }: Link): string {
  return target || !through ? shorten(target ?? url, SHOWN_ADDRESS) : words.say('leadsUnknown');
}

/** What of a request says whose letter it is; else that it tells only when it was opened. */
function whoseIn({ told }: Explained): string {
  const letter = told.find(({ what }) => what === 'letter' || what === 'person');
  return letter ? words.say('tellsWhose', { field: letter.field }) : words.say('tellsWhen');
}
