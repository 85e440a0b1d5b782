import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { active } from '../../../Client/Kit/Hits/filter';
import type { HitList } from '../../../Client/Kit/Hits/hit-list';
import '../../../Client/Kit/Hits/hit-list';
import '../../Panel/key-help';
import type { KeyHelp } from '../../Panel/key-help';
import { obeyKey } from '../../Panel/keys';
import { toolbarStyles } from '../../Panel/toolbar';
import type { Row } from '../../../Client/Kit/Hits/rows';
import { shared } from '../../../Client/Kit/Styles/shared';
import { consoleWords as words } from '../../../Client/Kit/Words/console';
import { panelWords } from '../../../Client/Kit/Words/panel';
import { consoleStyles } from './console-styles';
import type { RoomFeed } from './room-feed';
import type { Sort } from './room-rows';

const SORTS: readonly Sort[] = ['arrivals', 'hit', 'missing', 'visit', 'everything'];

/** What comes from all seats, newest first, with whose each row is: filtered, held and cleared as in the panel. */
@customElement('merged-stream')
export class MergedStream extends LitElement {
  @property({ attribute: false }) feed!: RoomFeed;
  @property({ attribute: false }) names!: ReadonlyMap<string, string>;
  /** Grows whenever something has come. */
  @property({ type: Number }) version = 0;
  /** The key of the chosen row. */
  @property() chosen = '';
  @property({ type: Boolean, reflect: true }) projected = false;
  @query('hit-list') private readonly list!: HitList | null;
  @query('input[type="search"]') private readonly search!: HTMLInputElement;
  @query('key-help') private readonly help!: KeyHelp;

  static override styles = [
    ...shared,
    consoleStyles,
    toolbarStyles,
    css`
      section {
        display: flex;
        flex-direction: column;
        block-size: clamp(24rem, 78dvh, 60rem);
        overflow: hidden;
        border: 1px solid var(--lab-line);
        border-radius: var(--lab-radius);
        background: var(--lab-surface);
      }
      .title {
        display: flex;
        gap: 0.75rem;
        align-items: center;
        justify-content: space-between;
        padding: 0.75rem 1rem 0;
      }
      .title h2 {
        margin: 0;
      }
      .bar {
        background: none;
      }
      .bar label {
        display: contents;
      }
      .bar select {
        max-inline-size: 11rem;
      }
      /* On a wall the rows count; whoever narrows them does so before. */
      :host([projected]) .bar select {
        display: none;
      }
      hit-list {
        flex: 1;
      }
      .quiet {
        padding: 1rem;
        color: var(--lab-soft);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#key);
  }

  protected override render(): TemplateResult {
    const { rows } = this.feed;
    return html`<section aria-labelledby="stream">
        <div class="title">
          <h2 id="stream">${words.say('arrives')}</h2>
          <button @click=${() => this.help.open()} aria-label=${panelWords.say('keys')}>
            <span aria-hidden="true">?</span>
          </button>
        </div>
        ${this.#bar()} ${this.#notices()}
        ${
          rows.rows.length > 0
            ? html`<hit-list
                .rows=${rows.rows}
                version=${rows.version}
                chosen=${this.chosen}
                .pinned=${rows.pinned}
                .names=${this.names}
                @choose=${(event: CustomEvent<Row>) => this.#tell('choose', event.detail)}
                @open=${() => this.#tell('read')}
              ></hit-list>`
            : html`<p class="quiet">${this.#nothingWords()}</p>`
        }
      </section>
      <key-help></key-help>`;
  }

  #bar(): TemplateResult {
    const { rows } = this.feed;
    return html`<div class="bar" role="search">
      ${this.#choice(
        words.say('allStudents'),
        [...this.names].map(([seat, name]) => [seat, name]),
        rows.only,
        (only) => rows.narrow({ only }),
      )}
      ${(['vendor', 'site', 'event'] as const).map((part) =>
        this.#choice(
          panelWords.say(`all.${part}`),
          rows.values(part).map((value) => [value, value]),
          rows.filter[part],
          (value) => rows.set({ [part]: value }),
        ),
      )}
      ${this.#choice(
        '',
        SORTS.map((sort) => [sort, words.say(`sort.${sort}`)]),
        rows.sort,
        (sort) => rows.narrow({ sort: sort as Sort }),
        words.say('whatIsShown'),
      )}
      <input
        type="search"
        placeholder=${panelWords.say('search')}
        aria-label=${panelWords.say('searchIn')}
        maxlength="200"
        .value=${rows.filter.text}
        @input=${(event: Event) => this.#do(() => rows.set({ text: (event.target as HTMLInputElement).value }))}
      />
      <button aria-pressed=${this.feed.paused} @click=${() => this.#do(() => this.feed.pause())}>
        ${panelWords.say(this.feed.paused ? 'goOn' : 'pause')}
      </button>
      <button @click=${() => this.#do(() => rows.clear())} ?disabled=${rows.rows.length === 0}>
        ${panelWords.say('clear')}
      </button>
      <span class="chips">
        ${
          rows.only
            ? html`<button @click=${() => this.#do(() => rows.narrow({ only: '' }))}>
                ${this.names.get(rows.only) ?? words.say('gone')} <span aria-hidden="true">×</span>
              </button>`
            : nothing
        }
        ${active(rows.filter).map(
          (part) =>
            html`<button
              @click=${() => this.#do(() => rows.set({ [part]: '' }))}
              aria-label=${panelWords.say('takeOff', { part: panelWords.say(`part.${part}`), value: rows.filter[part] })}
            >
              ${panelWords.say(`part.${part}`)}: ${rows.filter[part]} <span aria-hidden="true">×</span>
            </button>`,
        )}
      </span>
    </div>`;
  }

  /** A list to choose from; `all` is the first entry, which takes the choice back. */
  #choice(
    all: string,
    values: readonly (readonly [value: string, title: string])[],
    chosen: string,
    choose: (value: string) => void,
    label = all,
  ): TemplateResult {
    return html`<label
      ><span class="unseen">${label}</span>
      <select @change=${(event: Event) => this.#do(() => choose((event.target as HTMLSelectElement).value))}>
        ${all ? html`<option value="">${all}</option>` : nothing}
        ${values.map(
          ([value, title]) => html`<option value=${value} .selected=${value === chosen}>${title}</option>`,
        )}
      </select></label
    >`;
  }

  #notices(): TemplateResult {
    const { feed } = this;
    return html`${
      feed.paused
        ? html`<div class="note">
            <span role="status"
              >${feed.waiting === 0 ? panelWords.say('pausedNone') : panelWords.say('paused', { count: feed.waiting })}</span
            >
            <button @click=${() => this.#do(() => feed.pause())}>${panelWords.say('goOn')}</button>
          </div>`
        : nothing
    }${
      feed.rows.isCleared
        ? html`<div class="note">
            <span>${panelWords.say('cleared')}</span>
            <button @click=${() => this.#do(() => feed.rows.undoClear())}>${panelWords.say('undo')}</button>
          </div>`
        : nothing
    }`;
  }

  #nothingWords(): string {
    const { rows } = this.feed;
    if (active(rows.filter).length > 0 || rows.only || rows.sort !== 'arrivals') {
      return words.say('nothingMatches');
    }
    return rows.all.length > 0 ? panelWords.say('isClear') : words.say('nothingYet');
  }

  /** Changes the list, and lets everybody who shows it know. */
  #do(change: () => void): void {
    change();
    this.#tell('change');
    this.requestUpdate();
  }

  #tell(name: string, detail?: Row): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.composedPath().some((target) => target instanceof HTMLDialogElement)) {
      return;
    }
    const { rows } = this.feed;
    obeyKey(event, {
      help: () => this.help.open(),
      search: () => this.search.focus(),
      pause: () => this.#do(() => this.feed.pause()),
      showEverything: () =>
        this.#do(() => rows.narrow({ sort: rows.sort === 'everything' ? 'arrivals' : 'everything' })),
      pin: () => {
        const row = rows.all.find((one) => one.key === this.chosen);
        if (row) {
          this.#do(() => rows.pin(row));
        }
      },
      clear: () => this.#do(() => rows.clear()),
      move: (by) => this.list?.move(by),
      back: () => this.#tell('back'),
    });
  };
}
