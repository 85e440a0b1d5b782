import { html, nothing, type TemplateResult } from 'lit';
import { yoursWords as words } from '../../Client/Kit/Words/yours';
import { NOT_NARROWED, type Brought } from './brought';

/** What the list of requests can be narrowed by. */
export function requestBar(brought: Brought): TemplateResult {
  const { narrowed, listed: all, shown } = brought;
  const isNarrowed = Object.values(narrowed).some(Boolean);
  return html`<div class="bar" role="search" data-open>
    ${siteOrCompany(brought, 'vendor')} ${siteOrCompany(brought, 'site')}
    ${brought.list ? ruled(brought) : nothing}
    <input
      type="search"
      placeholder=${words.say('search')}
      aria-label=${words.say('searchIn')}
      maxlength="200"
      .value=${narrowed.text}
      @input=${(event: Event) => brought.narrow({ text: (event.target as HTMLInputElement).value })}
    />
    ${
      isNarrowed
        ? html`<span class="soft">${words.say('shown', { shown: shown.length, all })}</span>
            <button @click=${() => brought.narrow(NOT_NARROWED)}>${words.say('takeOff')}</button>`
        : nothing
    }
    ${ownSwitch(brought)}
  </div>`;
}

function siteOrCompany(brought: Brought, part: 'vendor' | 'site'): TemplateResult {
  return choice(
    brought,
    part,
    brought.values(part).map((value) => [value, value]),
  );
}

function ruled(brought: Brought): TemplateResult {
  return choice(
    brought,
    'rule',
    (['stopped', 'through'] as const).map((one) => [one, words.say(`rule.${one}`)]),
  );
}

/** A choice of values, each with its words; none of them is chosen at first. */
function choice(
  brought: Brought,
  part: 'vendor' | 'site' | 'rule',
  values: (readonly [value: string, shown: string])[],
): TemplateResult {
  const chosen = brought.narrowed[part];
  const all = words.say(`all.${part}`);
  return html`<label
    ><span class="unseen">${all}</span>
    <select
      @change=${(event: Event) => brought.narrow({ [part]: (event.target as HTMLSelectElement).value })}
    >
      <option value="" .selected=${chosen === ''}>${all}</option>
      ${values.map(([value, shown]) => html`<option value=${value} .selected=${chosen === value}>${shown}</option>`)}
    </select></label
  >`;
}

/** What a page fetches of its own tells nobody else anything, and is listed by a press. */
function ownSwitch(brought: Brought): TemplateResult | typeof nothing {
  const { ownFiles, showsOwn } = brought;
  return ownFiles === 0
    ? nothing
    : html`<label class="own">
        <input
          type="checkbox"
          .checked=${showsOwn}
          @change=${(event: Event) => brought.showOwn((event.target as HTMLInputElement).checked)}
        />
        ${words.say('ownFiles', { count: ownFiles })}
      </label>`;
}
