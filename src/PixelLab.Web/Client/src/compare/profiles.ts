import { html, nothing, type TemplateResult } from 'lit';
import { COLOURS, count, hitUrl, LENS_TITLE, LENS_WAY, letters } from './names';
import type { Comparison, LensView, VisitorProfile } from './wire';

/** How many visitors of a tracker are shown before one asks for more. */
const AT_ONCE = 6;

/** What each tracker holds about the visitors it believes to have had. */
export function profiles(state: Comparison, panel: string): TemplateResult {
  return html`<div class="three">${state.lenses.map((view) => lens(view, panel))}</div>`;
}

function lens(view: LensView, panel: string): TemplateResult {
  return html`<article class="card" data-lens=${view.lens}>
    <h3>${LENS_TITLE[view.lens]}</h3>
    <p class="small">${LENS_WAY[view.lens]}</p>
    <p class="big"><b>${view.count.toLocaleString('en')}</b> ${view.count === 1 ? 'visitor' : 'visitors'}</p>
    ${view.count > view.visitors.length ? html`<p class="small">The newest of them:</p>` : nothing}
    ${
      view.visitors.length === 0
        ? html`<p class="small">It has seen nobody yet.</p>`
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
        <summary class="small">${visitors.length} before ${visitors.length === 1 ? 'that' : 'these'}</summary>
        <ul>
          ${visitors.map((visitor) => profile(visitor, panel))}
        </ul>
      </details>`;
}

function profile(visitor: VisitorProfile, panel: string): TemplateResult {
  return html`<li>
    <span class="letter" data-colour=${(visitor.number - 1) % COLOURS}>${letters(visitor.number)}</span>
    <div>
      <p>
        ${visitor.person ? html`<b>${visitor.person}</b>, ` : nothing}<a href=${hitUrl(panel, visitor.last)}
          >${count(visitor.hits, 'hit')}</a
        >
        ${visitor.sites.length > 0 ? html`on ${visitor.sites.join(', ')}` : nothing}
      </p>
      ${visitor.interests.length > 0 ? html`<p class="small">Interested in ${visitor.interests.join(', ')}</p>` : nothing}
      ${visitor.purchases.length > 0 ? html`<p class="small">Bought for ${visitor.purchases.join(', ')}</p>` : nothing}
      ${visitor.opens > 0 ? html`<p class="small">Opened ${count(visitor.opens, 'message')}</p>` : nothing}
    </div>
  </li>`;
}
