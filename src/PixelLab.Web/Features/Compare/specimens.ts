import { html, nothing, type TemplateResult } from 'lit';
import { compareWords as words } from '../../Client/Kit/Words/compare';
import { hitLink } from './names';
import type { Walker } from './truth';
import type { Comparison, CookieSpecimen } from './wire';

/** What pixel and cookie are, as they are in this browser now. */
export function specimens(
  state: Comparison,
  panel: string,
  shopUrl: string,
  gif: string,
  walker: Walker,
): TemplateResult {
  const whose = walker === 'you' ? 'you' : 'others';
  return html`<div class="two">
    <article class="card" aria-labelledby="the-pixel">
      <h3 id="the-pixel">${words.say('pixel')}</h3>
      <div class="picture">
        <svg viewBox="0 0 140 84" width="140" height="84" aria-hidden="true" focusable="false">
          <rect class="dots" x="35" y="7" width="70" height="70" />
          <path
            class="edge"
            d="M35 7h70v70H35z M49 7v70 M63 7v70 M77 7v70 M91 7v70 M35 21h70 M35 35h70 M35 49h70 M35 63h70"
          />
          <rect class="one" x="63" y="35" width="14" height="14" />
        </svg>
        <p>${words.say('pixelDrawn')}</p>
      </div>
      <dl>
        ${fact(words.say('pixelIs'), words.say('pixelIsImage'))}
        ${fact(words.say('pixelBytes'), html`<code>${gif}</code>`)}
        ${fact(words.say('sends'), words.say('pixelSends'))}
        ${fact(words.say('stays'), words.say('staysNothing'))}
        ${fact(
          words.say('soFar'),
          state.image === undefined
            ? words.parts(`pixelNone.${whose}`, { open: link(shopUrl, words.say('pixelNoneOpen')) })
            : words.parts('pixelSoFar', { count: state.hits, hit: hitLink(panel, state.image) }),
        )}
      </dl>
    </article>
    <article class="card" aria-labelledby="the-cookie">
      <h3 id="the-cookie">${words.say('cookie')}</h3>
      ${
        state.tracking
          ? cookie(state.tracking, panel, walker)
          : html`<p>
              ${words.parts(`cookieNone.${whose}`, { open: link(shopUrl, words.say('cookieNoneOpen')) })}
            </p>`
      }
      <h4>${words.say('harmless')}</h4>
      <p>
        ${
          state.preference
            ? html`${words.parts(`harmlessIs.${whose}`, { cookie: pair(state.preference) })}
              ${words.say('harmlessCarried', { count: state.preference.carried })}
              ${words.say('harmlessSends')}`
            : words.parts(`harmlessNone.${whose}`, { shop: link(shopUrl, words.say('harmlessNoneShop')) })
        }
      </p>
    </article>
  </div>`;
}

function cookie(specimen: CookieSpecimen, panel: string, walker: Walker): TemplateResult {
  return html`<dl>
    ${fact(words.say('cookieIs'), pair(specimen))}
    ${fact(words.say('cookieOwner'), words.say('cookieOwnerOnly', { owner: specimen.owner }))}
    ${fact(words.say('cookieLifetime'), specimen.lifetime ?? words.say('cookieLifetimeUnknown'))}
    ${
      specimen.attributes.length > 0
        ? fact(words.say('cookieAttributes'), html`<code>${specimen.attributes.join('; ')}</code>`)
        : nothing
    }
    ${fact(words.say('sends'), words.say('cookieSends'))}
    ${fact(
      words.say('soFar'),
      specimen.lastCarried === undefined
        ? html`${specimen.set === undefined ? words.say('cookieSet') : words.parts('cookieSetBy', { hit: hitLink(panel, specimen.set) })}
          ${walker === 'you' ? words.say('cookieRefused') : nothing}`
        : words.parts('cookieSoFar', { count: specimen.carried, hit: hitLink(panel, specimen.lastCarried) }),
    )}
  </dl>`;
}

function link(address: string, text: string): TemplateResult {
  return html`<a href=${address}>${text}</a>`;
}

function pair({ name, value }: CookieSpecimen): TemplateResult {
  return html`<code>${`${name}=${value}`}</code>`;
}

function fact(name: string, value: unknown): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}
