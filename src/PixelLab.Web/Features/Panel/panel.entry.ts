import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import '../../Client/Kit/Hits/hit-detail';
import '../../Client/Kit/Hits/hit-list';
import '../../Client/Kit/Live/store-strip';
import './erase-dialog';
import './jar-verdict';
import './key-help';
import { active } from '../../Client/Kit/Hits/filter';
import type { HitList } from '../../Client/Kit/Hits/hit-list';
import { aboutRow, plainStyles, welcome } from './about-row';
import type { EraseDialog } from './erase-dialog';
import type { KeyHelp } from './key-help';
import { howToRead, howToReadStyles } from './how-to-read';
import { type KeyActions, obeyKey } from './keys';
import { layout } from './layout';
import { paneStyles } from './panes';
import { PanelStore } from './store';
import { notices, toolbar, toolbarStyles } from './toolbar';
import { NARROW } from './way-back';
import type { Row } from '../../Client/Kit/Hits/rows';
import { shared } from '../../Client/Kit/Styles/shared';
import type { Hit } from '../../Client/Kit/Wire/wire';
import { markStyles } from '../../Client/Kit/Hits/vendor-mark';
import { connectionInWords } from '../../Client/Kit/Words/words';
import { panelWords as words } from '../../Client/Kit/Words/panel';

/** The panel: everything a seat's pixels sent, as it happens. */
@customElement('lab-panel')
export class LabPanel extends LitElement {
  @property() seat = 'me';
  @property() api = '';
  @property() hub = '/live';
  @property({ attribute: 'shop-url' }) shopUrl = '';
  @property({ attribute: 'news-url' }) newsUrl = '';
  @property({ attribute: 'lab-url' }) labUrl = '/';

  @query('hit-list') private readonly list!: HitList | null;
  @query('.reading') private readonly readingView!: HTMLElement;
  @query('#text') private readonly searchBox!: HTMLInputElement;
  @query('key-help') private readonly keyHelp!: KeyHelp;
  @query('erase-dialog') private readonly eraseDialog!: EraseDialog;

  #store!: PanelStore;
  #wasReading = false;

  static override styles = [
    ...shared,
    paneStyles,
    layout,
    toolbarStyles,
    plainStyles,
    markStyles,
    howToReadStyles,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    const api = this.api || `/api/seats/${this.seat}`;
    this.#store = new PanelStore({ seat: this.seat, api, hub: this.hub }, () => this.requestUpdate());
    this.#store.start();
    this.#wasReading = this.#store.isReading;
    document.addEventListener('keydown', this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#store.stop();
    document.removeEventListener('keydown', this.#key);
  }

  protected override willUpdate(): void {
    const { connection, isReading, paused, shown } = this.#store;
    this.toggleAttribute('reading', isReading);
    // Before anything can have come, nobody is told that nothing has.
    this.toggleAttribute('empty', connection !== 'connecting' && shown.all.length === 0 && !paused);
  }

  /** Where one covers the other, the focus goes along, whatever has opened or closed the hit: what is hidden keeps none. */
  protected override updated(): void {
    const { isReading } = this.#store;
    if (isReading !== this.#wasReading && NARROW.matches) {
      if (isReading) {
        this.readingView.focus();
      } else {
        this.list?.focus();
      }
    }
    this.#wasReading = isReading;
  }

  protected override render(): TemplateResult {
    const { chosen, said, shown } = this.#store;
    return html`${this.#header()}<store-strip></store-strip> ${toolbar(this.#store, this.labUrl)}
      <main>
        <div class="list">
          ${notices(this.#store)}
          ${
            shown.rows.length > 0
              ? html`<hit-list
                  .rows=${shown.rows}
                  version=${shown.version}
                  chosen=${chosen.row?.key ?? ''}
                  .pinned=${shown.pinned}
                  @choose=${(event: CustomEvent<Row>) => this.#store.choose(event.detail)}
                  @open=${() => this.#openReading()}
                ></hit-list>`
              : html`<p class="quiet">${this.#nothingWords()}</p>`
          }
          <p class="unseen" role="status">${said}</p>
        </div>
        <div class="reading" tabindex="-1">
          <button class="back" @click=${() => this.#back()}>
            <span aria-hidden="true">←</span> ${words.say('back')}
          </button>
          ${this.#reading()}
        </div>
      </main>
      <key-help></key-help>
      <erase-dialog
        seat=${this.seat}
        @erase=${(event: CustomEvent<boolean>) => void this.#store.erase(event.detail)}
      ></erase-dialog>`;
  }

  #header(): TemplateResult {
    const { connection, cookies } = this.#store;
    return html`<section class="top" aria-labelledby="title">
      <h1 id="title">
        ${this.seat === 'me' ? words.say('title') : words.say('titleOfSeat', { seat: this.seat })}
      </h1>
      <span class="state" data-state=${connection} role="status">${connectionInWords(connection)}</span>
      <jar-verdict
        .jar=${cookies.jar}
        @show=${(event: CustomEvent<number>) => this.#store.show(event.detail)}
      ></jar-verdict>
      <button @click=${() => this.keyHelp.open()} aria-label=${words.say('keys')}>
        <span aria-hidden="true">?</span>
      </button>
      <button class="danger" @click=${() => this.eraseDialog.open()}>${words.say('erase')}</button>
    </section>`;
  }

  #reading(): TemplateResult {
    const { chosen, fault, shown } = this.#store;
    if (fault || chosen.problem) {
      return html`<p class="quiet">${fault || words.say(chosen.problem ?? 'away')}</p>`;
    }
    if (chosen.event) {
      return this.#hit(chosen.event);
    }
    if (chosen.row) {
      return aboutRow(chosen.row);
    }
    return shown.all.length === 0
      ? welcome(this.shopUrl, this.newsUrl)
      : howToRead(shown, (newest) => this.#chooseFromWords(newest));
  }

  #hit(event: Hit): TemplateResult {
    const { chosen, shown } = this.#store;
    const other = shown.pinnedBeside(event.id);
    return html`<hit-detail
      .event=${event}
      permalink=${`${location.origin}${location.pathname}?hit=${event.id}`}
      ?pinned=${chosen.row ? shown.pinned.has(chosen.row.key) : false}
      beside=${other ? `${this.labUrl}compare/hits?a=${other.id}&b=${event.id}` : ''}
      @pin=${() => this.#store.pin()}
    ></hit-detail>`;
  }

  #nothingWords(): string {
    const { connection, shown } = this.#store;
    if (connection === 'connecting') {
      return '';
    }
    if (active(shown.filter).length > 0) {
      return words.say('noMatch');
    }
    return words.say(shown.all.length > 0 ? 'isClear' : 'nothingYet');
  }

  /** The button that was pressed is gone then, so the focus goes to the list, where the arrow keys walk on. */
  #chooseFromWords(row: Row): void {
    this.#store.choose(row);
    if (!NARROW.matches) {
      void this.updateComplete.then(() => this.list?.focus());
    }
  }

  #openReading(): void {
    if (this.#store.chosen.row) {
      this.#store.setReading(true);
      this.#focusReading();
    }
  }

  /** Once it is drawn: what is hidden takes no focus. */
  #focusReading(): void {
    void this.updateComplete.then(() => this.readingView.focus());
  }

  #back(): void {
    this.#store.setReading(false);
    void this.updateComplete.then(() => this.list?.focus());
  }

  readonly #actions: KeyActions = {
    help: () => this.keyHelp.open(),
    search: () => this.searchBox.focus(),
    pause: () => this.#store.pause(),
    showEverything: () => this.#store.set({ everything: !this.#store.shown.filter.everything }),
    pin: () => this.#store.pin(),
    clear: () => this.#store.clear(),
    move: (by) => this.list?.move(by),
    back: () => this.#back(),
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (!this.keyHelp.isOpen && !this.eraseDialog.isOpen) {
      obeyKey(event, this.#actions);
    }
  };
}
