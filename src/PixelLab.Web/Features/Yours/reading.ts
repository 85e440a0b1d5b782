import { html, nothing, type TemplateResult } from 'lit';
import '../../Client/Kit/Hits/hit-detail';
import '../Compare/hit-pair';
import type { ShownRequest } from '../../Client/Kit/Hits/shown-request';
import { listed } from '../../Client/Kit/Words/say';
import { shorten } from '../../Client/Kit/Words/words';
import { yoursWords as words } from '../../Client/Kit/Words/yours';
import type { Brought, Thing } from './brought';
import type { Choosing } from './choosing';
import { companyOf, ownerOf } from './company';
import { pairOf } from './pairing';
import { tricksOf } from './tricks';
import type { Explained } from './wire';

/** The most characters of the address of whoever led to a request. */
const MOST_OF_LEAD = 120;

/** The chosen request, part by part, or two side by side. */
export class Reading {
  /** The request that is shown, read once: it stays as it is while others come in. */
  #shown: { readonly id: number; readonly request: Explained; readonly event: ShownRequest } | undefined;

  constructor(
    private readonly brought: Brought,
    private readonly choosing: Choosing,
    private readonly labUrl: () => string,
  ) {}

  forget(): void {
    this.#shown = undefined;
  }

  render(): TemplateResult {
    const [id = 0, besideId = 0] = this.choosing.chosen;
    if (id === 0) {
      return html`<p class="quiet">${words.say('choose')}</p>`;
    }
    const found = this.brought.find(id);
    const beside = this.brought.find(besideId);
    if (!found || (besideId > 0 && !beside)) {
      return html`<p class="quiet">${words.say('gone')}</p>`;
    }
    return beside
      ? html`<h3>${words.say('pair')}</h3>
          <hit-pair .view=${pairOf(found.request, id, beside.request, besideId)}></hit-pair>`
      : this.#request(id, found.request, found.of);
  }

  #request(id: number, found: Explained, { name, repeats }: Thing): TemplateResult {
    if (this.#shown?.id !== id) {
      const { body, fields, ...rest } = found;
      this.#shown = { id, request: found, event: { ...rest, body: body ?? undefined, explained: fields } };
    }
    const { event, request } = this.#shown;
    const { pinned } = this.choosing;
    return html`<hit-detail
      .event=${event}
      sentence=${sentenceOf(request)}
      permalink=${`${location.origin}${location.pathname}#${id}`}
      ?pinned=${pinned === id}
      beside=${pinned > 0 && pinned !== id ? `#${pinned}+${id}` : ''}
      .folded=${repeats.of(request)}
      @pin=${() => this.choosing.pin(this.choosing.pinned === id ? 0 : id)}
    >
      <p class="soft">${words.say('where', { name, where: request.where })}</p>
      ${leadInWords(request)} ${this.#ruled(request)}
      ${tricksOf(request).map(
        (trick) =>
          html`<p class="trick">
            ${words.say(`trick.${trick.name}`)}
            <a href=${`${this.labUrl()}lessons/${trick.lesson}`}>${words.say('lesson')}</a>
          </p>`,
      )}
    </hit-detail>`;
  }

  #ruled(request: Explained): TemplateResult | typeof nothing {
    const { list } = this.brought;
    const rule = list?.ruleFor(request);
    return !list
      ? nothing
      : html`<p class="trick">
          ${rule ? html`${words.say('listRule', { list: list.name })} <code>${rule}</code>` : words.say('listThrough', { list: list.name })}
        </p>`;
  }
}

/** Who led to it, where that is another than the page's own site. */
function leadInWords({ ledBy }: Explained): TemplateResult | typeof nothing {
  return !ledBy || ledBy.firstParty
    ? nothing
    : html`<p class="soft">
        ${words.say(`leadsHere.${ledBy.how}`, { company: ownerOf(ledBy) })}
        <code>${shorten(ledBy.url, MOST_OF_LEAD)}</code>
      </p>`;
}

/** Whom a request told, of what, and what they learned by it. */
function sentenceOf(request: Explained): string {
  const { category, did, event, told } = request;
  const company = companyOf(request);
  const named = category ? words.say('category', { company, category }) : company;
  const things = [...new Set(told.map(({ what }) => words.lookUp(`told.${what}`) ?? what))];
  return [
    words.say(event === null ? 'asked' : 'told', { company: named, did }),
    things.length > 0 ? words.say('learned', { things: listed(things) }) : '',
  ].join(' ');
}
