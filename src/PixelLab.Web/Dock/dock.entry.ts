import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../Client/Kit/Hits/hit-list';
import '../Client/Kit/Live/store-strip';
import { Announcer } from '../Client/Kit/Page/announcer';
import { ChosenHit } from '../Client/Kit/Hits/chosen-hit';
import { aboutPixel } from './about-pixel';
import { defenceStyles } from '../Client/Kit/Hits/defences';
import { layout } from './layout';
import { elementOf } from './pixel-dots';
import './told-card';
import { areDotsWanted, hasRoom, keepOpen, letRoom, readOpen } from './place';
import { LiveFeed } from '../Client/Kit/Live/live-feed';
import { storeNews } from '../Client/Kit/Live/store-news';
import type { Connection } from '../Client/Kit/Live/stream';
import { tellingTab } from '../Client/Kit/Page/tabs';
import { PageWatch, type PlantedPixel } from './page-watch';
import { hitsOf, type Row, RowBook } from '../Client/Kit/Hits/rows';
import { shared } from '../Client/Kit/Styles/shared';
import type { DockState, LabEvent } from '../Client/Kit/Wire/wire';
import { connectionInWords } from '../Client/Kit/Words/words';
import { rowWordsIn } from '../Client/Kit/Words/rows';
import { keepTimesLocal } from '../Client/Kit/Words/time';
import { dockWords as words } from '../Client/Kit/Words/dock';

/** The lab's window on a sample page: drawn apart from the page, and plainly not part of it. */
@customElement('lab-dock')
export class LabDock extends LitElement {
  @property() seat = 'me';
  @property() api = '';
  @property() hub = '/live';
  @property() panel = '';
  @property() known = '';
  /** The company whose card is shown while no row is chosen. */
  @property() card = '';
  @property() pageview = '';
  @property() planted = '[]';
  @property() missing = '';
  @property() probe = '/built/probe.gif';
  /** Whether the pixels are drawn: `on`, `off`, or empty while nobody has chosen. */
  @property() dots = '';
  /** Whether what the drawn pixels are needs to be said no more. */
  @property({ type: Boolean }) dotsknown = false;
  /** Whether it has shown itself on a narrow screen before. */
  @property({ type: Boolean }) shown = false;
  /** Whether nothing is noted any more: the seat's room is over. */
  @property({ type: Boolean }) over = false;
  /** The cursor before this page's first event. */
  @property() since = '';

  @state() private open = true;
  @state() private areDotsShown = false;
  /** The row whose pixel or whose dot is pointed at. */
  @state() private lit = '';
  @state() private connection: Connection = 'connecting';
  @state() private rows: Row[] = [];
  @state() private version = 0;
  @state() private said = '';
  @state() private isNewLog = false;

  @query('hit-list') private readonly list!: HTMLElement | null;
  @query('.toggle') private readonly toggle!: HTMLElement;

  readonly #book = new RowBook();
  #chosen!: ChosenHit;
  #planted: PlantedPixel[] = [];
  #feed: LiveFeed | undefined;
  #watch: PageWatch | undefined;
  #frame = 0;
  #isDotsKnownKept = false;
  readonly #announcer = new Announcer((words) => {
    this.said = words;
  });

  static override styles = [...shared, defenceStyles, layout];

  override connectedCallback(): void {
    super.connectedCallback();
    // Beside the dock's own times, the inbox would be told by another clock.
    keepTimesLocal();
    // A landmark of its own, so that a screen reader tells it from the page as plainly as the eye does.
    this.role = 'complementary';
    this.ariaLabel = words.say('name');
    this.open = readOpen();
    this.areDotsShown = areDotsWanted(this.dots);
    this.#planted = parsePlanted(this.planted);
    this.#chosen = new ChosenHit(this.api, () => this.requestUpdate());
    this.#watch = new PageWatch(this.#planted, this.missing, this.probe);
    this.#feed = new LiveFeed(
      this.hub,
      this.seat,
      this.since,
      (event) => this.#take(event),
      (connection) => {
        this.connection = connection;
      },
    );
    this.#feed.start();
    this.#watch.start();
    storeNews.addEventListener('change', this.#news);
    letRoom(this.open);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#feed?.stop();
    this.#announcer.stop();
    this.#watch?.stop();
    storeNews.removeEventListener('change', this.#news);
    letRoom(false);
  }

  protected override updated(): void {
    // Over a narrow page it stands on the first one alone, so that it covers no other.
    if (this.renderRoot.querySelector('.note .meaning')) {
      this.#keepDotsKnown();
    }
  }

  protected override willUpdate(): void {
    this.toggleAttribute('open', this.open);
    this.#tellStep();
  }

  protected override render(): TemplateResult {
    const hits = this.#sent();
    if (!this.open) {
      return html`${this.#dots()}${this.#step()}
        <div class="note" role="status">${hits > 0 ? this.#meaning() : nothing}</div>
        <button class="toggle badge" aria-expanded="false" @click=${() => this.#setOpen(true)}>
          ${storeNews.refuses ? words.say('badgeRefuses') : words.say('badge', { count: hits })}
        </button>`;
    }
    const missing = this.#missing();
    return html`${this.#dots()}
      <div class="head">
        <p>PixelLab</p>
        <small>${words.say('apart')}</small>
        <button class="toggle" aria-expanded="true" @click=${() => this.#setOpen(false)}>
          ${words.say('hide')}
        </button>
      </div>
      ${this.#step()}
      <div class="summary">
        <span
          >${words.parts(missing > 0 ? 'summaryMissing' : 'summary', { hits: html`<b>${words.say('requests', { count: hits })}</b>`, missing: html`<b>${words.say('missing', { count: missing })}</b>` })}</span
        >
        <label
          ><input
            type="checkbox"
            aria-describedby="dots"
            .checked=${this.areDotsShown}
            @change=${(event: Event) => this.#setDots((event.target as HTMLInputElement).checked)}
          />
          ${words.say('dots')}</label
        >
        ${this.connection === 'live' ? nothing : html`<span class="lost" role="status">${connectionInWords(this.connection)}</span>`}
      </div>
      ${this.#meaning()}
      <span class="unseen" id="dots">${this.#dotsInWords()}</span>
      <store-strip></store-strip>
      ${this.isNewLog ? html`<p class="quiet hint" role="status">${rowWordsIn.say('newLog')}</p>` : nothing}
      ${
        this.rows.length > 0
          ? html`<hit-list
              narrow
              .rows=${this.rows}
              version=${this.version}
              chosen=${this.#chosen.row?.key ?? ''}
              lit=${this.lit}
              @point=${this.#point}
              @choose=${(event: CustomEvent<Row>) => this.#choose(event.detail)}
            ></hit-list>`
          : html`<p class="quiet list">${words.say(this.over ? 'over' : 'nothing')}</p>`
      }
      ${
        this.rows.length > 0 && !this.#chosen.row
          ? html`<p class="quiet hint">${words.say('choose')}</p>`
          : aboutPixel(this.#chosen, this.panel, () => this.#closeDetail())
      }
      <told-card
        api=${this.api}
        vendor=${this.#chosen.row?.vendor || this.card}
        version=${this.version}
      ></told-card>
      <div class="actions foot">
        <a class="button" href=${this.panel} target=${tellingTab()}>${words.say('openPanel')}</a>
        <a class="button" href=${this.known} target=${tellingTab()}>${words.say('known')}</a>
        <slot name="foot"></slot>
      </div>
      <p class="unseen" role="status">${this.said}</p>`;
  }

  /** What is left of the dock where it is put away says it too. */
  readonly #news = (): void => this.requestUpdate();

  #take(event: LabEvent): void {
    if (event.kind === 'erased') {
      this.#book.clear();
      this.#chosen.drop();
      this.isNewLog = event.newLog === true;
    } else if (event.kind !== 'visit') {
      if (event.kind === 'hit' && event.plant) {
        this.#watch?.saw(event.plant);
      }
      this.#book.add(event);
    }
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#show();
    });
  }

  #show(): void {
    const own = this.pageview.split(' ');
    this.rows = this.#book.rows.filter((row) => own.includes(row.pageView) && row.kind !== 'note');
    this.version++;
    this.dispatchEvent(new Event('news'));
    const { id, row } = this.#chosen;
    if (row?.kind === 'hit' && id !== row.id) {
      // The pixel that was chosen while it was on its way has arrived.
      void this.#chosen.read(row.id);
    }
    this.#announcer.soon(() => this.#sentWords());
    this.#showOnce();
  }

  /** On a phone the dock shows itself at a first hit, once; the focus stays where it is. */
  #showOnce(): void {
    if (!this.shown && this.#sent() > 0 && hasRoom()) {
      this.shown = true;
      this.#comeUp();
      this.#keep({ shown: true });
    }
  }

  /** Comes up as something new: a badge that grew into a sheet would be a shift of the layout to the browser (Layout Instability, 2.1). */
  #comeUp(): void {
    this.style.display = 'none';
    this.getBoundingClientRect();
    this.open = true;
    letRoom(true);
    void this.updateComplete.then(() => this.style.removeProperty('display'));
  }

  #sentWords(): string {
    const drawn = this.#dotsInWords();
    return drawn
      ? `${this.dotsknown ? '' : words.say('dotsMean')} ${drawn}`
      : words.say('said', { count: this.#sent() });
  }

  /** What the dots show, for who does not see them; nothing while none are drawn. */
  #dotsInWords(): string {
    const missing = this.#missing();
    const waiting = this.rows.filter((row) => row.kind === 'waiting').length;
    return this.areDotsShown ? words.say('dotsDrawn', { count: this.#sent(), missing, waiting }) : '';
  }

  #missing(): number {
    return this.rows.filter((row) => row.kind === 'missing').length;
  }

  #sent(): number {
    return this.rows.reduce((sum, row) => sum + hitsOf(row), 0);
  }

  #choose(row: Row): void {
    this.#chosen.choose(row);
    this.requestUpdate();
  }

  readonly #point = (event: CustomEvent<string>): void => {
    this.lit = event.detail;
  };

  /** What a dot is, until somebody has understood it. */
  #meaning(): TemplateResult | typeof nothing {
    return this.areDotsShown && !this.dotsknown && this.#planted.some(elementOf)
      ? html`<p class="meaning">
          <span>${words.say('dotsMean')}</span>
          <button @click=${() => this.#understood()}>${words.say('dotsUnderstood')}</button>
        </p>`
      : nothing;
  }

  #understood(): void {
    this.#keepDotsKnown();
    this.dotsknown = true;
  }

  #keepDotsKnown(): void {
    if (!this.dotsknown && !this.#isDotsKnownKept) {
      this.#isDotsKnownKept = true;
      this.#keep({ dotsKnown: true });
    }
  }

  /** A pressed dot opens its row, and the dock with it where that is put away. */
  #press(key: string): void {
    const row = this.rows.find((one) => one.key === key);
    if (row) {
      this.#understood();
      this.open = true;
      letRoom(true);
      this.#choose(row);
    }
  }

  #closeDetail(): void {
    this.#chosen.drop();
    this.requestUpdate();
    this.list?.focus();
  }

  #dots(): TemplateResult | typeof nothing {
    return this.areDotsShown
      ? html`<pixel-dots
          .planted=${this.#planted}
          .rows=${this.rows}
          version=${this.version}
          chosen=${this.#chosen.row?.key ?? ''}
          lit=${this.lit}
          @point=${this.#point}
          @press=${(event: CustomEvent<string>) => this.#press(event.detail)}
        ></pixel-dots>`
      : nothing;
  }

  /** The place of the open lesson's step, which lies at the foot of the page while the dock is put away. */
  #step(): TemplateResult {
    return html`<slot name="step" @slotchange=${() => this.#tellStep()}></slot>`;
  }

  /** It folds by how the dock stands (`Features/Lessons/Steps/folding.ts`). */
  #tellStep(): void {
    const step = this.querySelector('[slot=step]');
    step?.toggleAttribute('docked', this.open);
    step?.toggleAttribute('row', this.#chosen.row !== undefined);
  }

  #setDots(shown: boolean): void {
    this.areDotsShown = shown;
    this.#keep({ dots: shown });
  }

  #keep(state: DockState): void {
    void fetch(`${this.api}/dock`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(state),
      keepalive: true,
    }).catch(() => undefined);
  }

  #setOpen(open: boolean): void {
    this.open = open;
    keepOpen(open);
    letRoom(open);
    void this.updateComplete.then(() => this.toggle.focus());
  }
}

function parsePlanted(json: string): PlantedPixel[] {
  try {
    return JSON.parse(json) as PlantedPixel[];
  } catch {
    return [];
  }
}
