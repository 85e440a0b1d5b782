import { css, html, type TemplateResult } from 'lit';
import { active, addressOf } from '../filter';
import type { PanelStore } from './store';

/** Filters, search, and what can be done with the list. */
export function toolbar(store: PanelStore, labUrl: string): TemplateResult {
  const { filter, rows } = store.shown;
  return html`<div class="bar" role="search">
    ${choice(store, 'vendor', 'All vendors')} ${choice(store, 'site', 'All sites')}
    ${choice(store, 'event', 'All events')}
    <input
      id="text"
      type="search"
      placeholder="Search"
      aria-label="Search in everything that was sent"
      maxlength="200"
      .value=${filter.text}
      @input=${(event: Event) => store.set({ text: (event.target as HTMLInputElement).value })}
    />
    <button aria-pressed=${filter.everything} @click=${() => store.set({ everything: !filter.everything })}>
      Pages too
    </button>
    <button aria-pressed=${store.paused} @click=${() => store.pause()}>
      ${store.paused ? 'Go on' : 'Pause'}
    </button>
    <button @click=${() => store.clear()} ?disabled=${rows.length === 0}>Clear view</button>
    <a class="button" href=${`${labUrl}replay${addressOf(filter).slice(location.pathname.length)}`}>Export</a>
    <span class="chips">
      ${active(filter).map(
        (part) =>
          html`<button
            @click=${() => store.set({ [part]: '' })}
            aria-label="Take off the filter ${part}: ${filter[part]}"
          >
            ${part}: ${filter[part]} <span aria-hidden="true">×</span>
          </button>`,
      )}
    </span>
  </div>`;
}

function choice(store: PanelStore, part: 'vendor' | 'site' | 'event', all: string): TemplateResult {
  const chosen = store.shown.filter[part];
  return html`<label
    ><span class="unseen">${all}</span>
    <select @change=${(event: Event) => store.set({ [part]: (event.target as HTMLSelectElement).value })}>
      <option value="">${all}</option>
      ${store.shown.values(part).map((value) => html`<option ?selected=${chosen === value}>${value}</option>`)}
    </select></label
  >`;
}

/** What stands above the list while it is held or cleared. */
export function notices(store: PanelStore): TemplateResult[] {
  const all: TemplateResult[] = [];
  if (store.paused) {
    all.push(
      html`<div class="note">
        <span>Paused. ${store.waiting === 0 ? 'Nothing waits.' : `${store.waiting} waiting.`}</span>
        <button @click=${() => store.pause()}>Go on</button>
      </div>`,
    );
  }
  if (store.shown.isCleared) {
    all.push(
      html`<div class="note">
        <span>The view is cleared; the events are kept.</span>
        <button @click=${() => store.undoClear()}>Undo</button>
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
    padding: 0.65rem 1rem;
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
  .chips {
    display: contents;
  }
  .chips button {
    min-block-size: 1.9rem;
    border-color: var(--lab-accent);
    border-radius: 999px;
    background: var(--lab-accent-wash);
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
