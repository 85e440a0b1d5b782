import { css, html, type TemplateResult } from 'lit';
import { active, addressOf } from '../../Client/Kit/Hits/filter';
import { wasCleared } from '../../Client/Kit/Page/clearing';
import type { PanelStore } from './store';
import { panelWords as words } from '../../Client/Kit/Words/panel';
import { rowWordsIn } from '../../Client/Kit/Words/rows';

/** Filters, search, and what can be done with the list. */
export function toolbar(store: PanelStore, labUrl: string): TemplateResult {
  const { filter, rows } = store.shown;
  return html`<div class="bar" role="search" ?data-open=${store.showsFilters}>
    <button
      class="fold"
      aria-expanded=${store.showsFilters}
      @click=${() => store.showFilters(!store.showsFilters)}
    >
      ${words.say('filter')}
    </button>
    ${choice(store, 'vendor')} ${choice(store, 'site')} ${choice(store, 'event')}
    <input
      id="text"
      type="search"
      placeholder=${words.say('search')}
      aria-label=${words.say('searchIn')}
      maxlength="200"
      .value=${filter.text}
      @input=${(event: Event) => store.set({ text: (event.target as HTMLInputElement).value })}
    />
    <button aria-pressed=${filter.everything} @click=${() => store.set({ everything: !filter.everything })}>
      ${words.say('pagesToo')}
    </button>
    <button aria-pressed=${store.paused} @click=${() => store.pause()}>
      ${words.say(store.paused ? 'goOn' : 'pause')}
    </button>
    <button @click=${() => store.clear()} ?disabled=${rows.length === 0}>${words.say('clear')}</button>
    <a class="button" href=${`${labUrl}replay${addressOf(filter).slice(location.pathname.length)}`}
      >${words.say('export')}</a
    >
    <span class="chips">
      ${active(filter).map(
        (part) =>
          html`<button
            @click=${() => store.set({ [part]: '' })}
            aria-label=${words.say('takeOff', { part: words.say(`part.${part}`), value: filter[part] })}
          >
            ${words.say(`part.${part}`)}: ${filter[part]} <span aria-hidden="true">×</span>
          </button>`,
      )}
    </span>
  </div>`;
}

function choice(store: PanelStore, part: 'vendor' | 'site' | 'event'): TemplateResult {
  const all = words.say(`all.${part}`);
  const chosen = store.shown.filter[part];
  return html`<label
    ><span class="unseen">${all}</span>
    <select @change=${(event: Event) => store.set({ [part]: (event.target as HTMLSelectElement).value })}>
      <option value="" .selected=${chosen === ''}>${all}</option>
      ${store.shown.values(part).map((value) => html`<option .selected=${chosen === value}>${value}</option>`)}
    </select></label
  >`;
}

/** What stands above the list while it is held or cleared. */
export function notices(store: PanelStore): TemplateResult[] {
  const all: TemplateResult[] = [];
  if (store.paused) {
    all.push(
      html`<div class="note">
        <span
          >${store.waiting === 0 ? words.say('pausedNone') : words.say('paused', { count: store.waiting })}</span
        >
        <button @click=${() => store.pause()}>${words.say('goOn')}</button>
      </div>`,
    );
  }
  if (store.isNewLog) {
    all.push(html`<div class="note"><span>${rowWordsIn.say('newLog')}</span></div>`);
  }
  if (wasCleared) {
    all.push(html`<div class="note" role="status"><span>${words.say('erasedAndForgotten')}</span></div>`);
  }
  if (store.shown.isCleared) {
    all.push(
      html`<div class="note">
        <span>${words.say('cleared')}</span>
        <button @click=${() => store.undoClear()}>${words.say('undo')}</button>
      </div>`,
    );
  }
  return all;
}

export const toolbarStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: center;
    padding: 0.45rem clamp(1rem, 3vw, 2rem);
    border-block-end: 1px solid var(--lab-line);
    background: var(--lab-bg);
  }
  select,
  input[type='search'] {
    min-block-size: 2.25rem;
    padding: 0.3rem 0.6rem;
    border: 1px solid var(--lab-line);
    border-radius: 8px;
    background: var(--lab-surface);
  }
  input[type='search'] {
    flex: 1 1 9rem;
    min-inline-size: 6rem;
    max-inline-size: 22rem;
  }
  .fold {
    display: none;
  }
  .chips {
    display: contents;
  }
  .chips button {
    min-block-size: 1.9rem;
    border-color: var(--lab-accent);
    border-radius: 999px;
    background: var(--lab-accent-wash);
  }
  @media (max-width: 52rem) {
    .bar {
      gap: 0.5rem;
    }
    .fold {
      display: inline-flex;
    }
    .bar:not([data-open]) > :is(label, a) {
      display: none;
    }
    .bar > label {
      flex: 1 1 40%;
    }
    .bar > input[type='search'] {
      flex-basis: 60%;
      max-inline-size: none;
    }
    .bar select {
      inline-size: 100%;
    }
    .bar :is(button, select, input, .button) {
      min-block-size: 2.75rem;
    }
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
    justify-content: space-between;
    padding: 0.5rem 0.9rem;
    border-block-end: 1px solid var(--lab-line);
    background: var(--lab-missing-wash);
  }
`;
