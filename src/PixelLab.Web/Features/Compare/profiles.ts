import { html, nothing, type TemplateResult } from 'lit';
import { compareWords as words } from '../../Client/Kit/Words/compare';
import { listed } from '../../Client/Kit/Words/say';
import { hitUrl } from './hit-url';
import { COLOURS, figure, lensTitle, letters } from './names';
import type { Comparison, LensView, VisitorProfile } from './wire';

/** How many visitors of a tracker are shown before one asks for more. */
const AT_ONCE = 6;

/** What each tracker holds about the visitors it believes to have had. */
export function profiles(state: Comparison, panel: string): TemplateResult {
  return html`<div class="three">${state.lenses.map((view) => lens(view, panel))}</div>`;
}

function lens(view: LensView, panel: string): TemplateResult {
  return html`<article class="card" data-lens=${view.lens}>
    <h3>${lensTitle(view.lens)}</h3>
    <p class="small">${words.say(`way.${view.lens}`)}</p>
    <p class="big">${words.parts('visitors', figure(view.count))}</p>
    ${view.count > view.visitors.length ? html`<p class="small">${words.say('newest')}</p>` : nothing}
    ${
      view.visitors.length === 0
        ? html`<p class="small">${words.say('nobody')}</p>`
        : html`<ul>
              ${view.visitors.slice(-AT_ONCE).map((visitor) => profile(visitor, panel))}
            </ul>
            ${earlier(view.visitors.slice(0, -AT_ONCE), panel)}`
    }
  </article>`;
}

function earlier(visitors: VisitorProfile[], panel: string): TemplateResult | typeof nothing {
  return visitors.length === 0
    ? nothing
    : html`<details>
        <summary class="small">${words.say('before', { count: visitors.length })}</summary>
        <ul>
          ${visitors.map((visitor) => profile(visitor, panel))}
        </ul>
      </details>`;
}

function profile(visitor: VisitorProfile, panel: string): TemplateResult {
  return html`<li>
    <span class="letter" data-colour=${(visitor.number - 1) % COLOURS}>${letters(visitor.number)}</span>
    <div>
      <p>${seen(visitor, panel)}</p>
      ${visitor.interests.length > 0 ? html`<p class="small">${words.say('interests', { interests: listed(visitor.interests) })}</p>` : nothing}
      ${visitor.purchases.length > 0 ? html`<p class="small">${words.say('purchases', { sums: listed(visitor.purchases) })}</p>` : nothing}
      ${visitor.opens > 0 ? html`<p class="small">${words.say('opens', { count: visitor.opens })}</p>` : nothing}
    </div>
  </li>`;
}

/** Who it is, where the tracker knows that, and how often it was seen where. */
function seen(visitor: VisitorProfile, panel: string): unknown {
  const hits = html`<a href=${hitUrl(panel, visitor.last)}>${words.say('hits', { count: visitor.hits })}</a>`;
  const person = html`<b>${visitor.person}</b>`;
  const sites = listed(visitor.sites);
  if (sites) {
    return words.parts(visitor.person ? 'profileNamed' : 'profile', { person, hits, sites });
  }
  return visitor.person ? words.parts('profileNamedOnly', { person, hits }) : hits;
}
