import { html, nothing, type TemplateResult } from 'lit';
import { count, hitUrl } from './names';
import type { Walker } from './truth';
import type { Comparison, CookieSpecimen } from './wire';

/** What the section is called, by whose visits it shows. */
export const SPECIMENS_TITLE: Record<Walker, string> = {
  you: 'What each is, in your browser now',
  replay: 'What each is, as these visits show it',
  town: 'What each is, as these visits show it',
};

/** What pixel and cookie are, as they are in this browser now. */
export function specimens(
  state: Comparison,
  panel: string,
  shopUrl: string,
  gif: string,
  walker: Walker,
): TemplateResult {
  const isOwn = walker === 'you';
  return html`<div class="two">
    <article class="card" aria-labelledby="the-pixel">
      <h3 id="the-pixel">The pixel</h3>
      <div class="picture">
        <svg viewBox="0 0 140 84" width="140" height="84" aria-hidden="true" focusable="false">
          <rect class="dots" x="35" y="7" width="70" height="70" />
          <path
            class="edge"
            d="M35 7h70v70H35z M49 7v70 M63 7v70 M77 7v70 M91 7v70 M35 21h70 M35 35h70 M35 49h70 M35 63h70"
          />
          <rect class="one" x="63" y="35" width="14" height="14" />
        </svg>
        <p>One dot by one dot, transparent, 43 bytes. Here it is drawn large; on a page nobody sees it.</p>
      </div>
      <dl>
        ${fact('What it is', 'An image. The page says where to fetch it.')}
        ${fact('All its bytes', html`<code>${gif}</code>`)}
        ${fact('When it sends', 'The moment the browser fetches it. The request is the message.')}
        ${fact('What stays in the browser', 'Nothing.')}
        ${fact(
          'So far',
          state.image === undefined
            ? isOwn
              ? html`None was fetched yet. <a href=${shopUrl}>Open the shop</a> and see.`
              : 'None was fetched by then.'
            : html`${count(state.hits, 'request')}. The newest:
                <a href=${hitUrl(panel, state.image)}>hit ${state.image}</a>, field by field.`,
        )}
      </dl>
    </article>
    <article class="card" aria-labelledby="the-cookie">
      <h3 id="the-cookie">The cookie</h3>
      ${
        state.tracking
          ? cookie(state.tracking, panel, isOwn)
          : isOwn
            ? html`<p>
                The advertising network has not given your browser a cookie yet.
                <a href=${shopUrl}>Open a page of the shop</a>: its first answer will bring one.
              </p>`
            : html`<p>The advertising network had given nobody a cookie by then.</p>`
      }
      <h4>One that does no tracking</h4>
      ${
        state.preference
          ? html`<p>
              <code>${state.preference.name}=${state.preference.value}</code> belongs to the shop itself and
              holds which colours ${isOwn ? 'you like' : 'somebody likes'}.
              ${count(state.preference.carried, 'request')} for pages of the shop carried it. The cookie
              itself never sends anything: a request has to carry it, and this one goes nowhere but to the
              shop.
            </p>`
          : !isOwn
            ? html`<p>
                A cookie can be useful and harmless, such as one that keeps the colours somebody likes. None
                was used in these visits.
              </p>`
            : html`<p>
                A cookie can be useful and harmless. At the foot of the <a href=${shopUrl}>shop</a> choose the
                day or night colours: the shop then keeps your choice in a cookie of its own.
              </p>`
      }
    </article>
  </div>`;
}

function cookie(specimen: CookieSpecimen, panel: string, isOwn: boolean): TemplateResult {
  return html`<dl>
    ${fact('Name and value', html`<code>${specimen.name}=${specimen.value}</code>`)}
    ${fact('Who owns it', `${specimen.owner}: only requests to ${specimen.owner} carry it.`)}
    ${fact('How long it stays', specimen.lifetime ?? 'Not known: it was set before these events began.')}
    ${
      specimen.attributes.length > 0
        ? fact('What is written beside it', html`<code>${specimen.attributes.join('; ')}</code>`)
        : nothing
    }
    ${fact(
      'When it sends',
      'Never by itself. The browser adds it to requests for its owner, such as the owner’s pixel.',
    )}
    ${fact(
      'So far',
      specimen.lastCarried === undefined
        ? html`Set${link(specimen.set, panel)}, but no request has carried it back yet.
          ${isOwn ? 'Open another page; if it still stays away, your browser refuses it.' : nothing}`
        : html`${count(specimen.carried, 'request')} carried it. The newest:
            <a href=${hitUrl(panel, specimen.lastCarried)}>hit ${specimen.lastCarried}</a>.`,
    )}
  </dl>`;
}

function link(id: number | undefined, panel: string): TemplateResult | typeof nothing {
  return id === undefined ? nothing : html` by the reply to <a href=${hitUrl(panel, id)}>hit ${id}</a>`;
}

function fact(name: string, value: unknown): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}
