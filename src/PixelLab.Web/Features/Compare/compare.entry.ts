import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import './time-travel';
import { afterDrawing, nextTask } from './after-drawing';
import { Drawing } from './drawing';
import { evidenceStyles } from './evidence-table';
import { walkStyles } from './first-walk';
import { glanceStyles } from './glance';
import { iconStyles, whoStyles } from './icons';
import { hitUrl } from './hit-url';
import { cameFromFile } from './came-from-file';
import { type Part, PARTS, section } from './sections';
import { StateWatch } from './state-watch';
import { compareStyles } from './styles';
import { lineStyles } from './time-line';
import { beginExperiment } from './begin-experiment';
import { walkerOf } from './truth';
import type { CompareView, Experiment, SummaryLine } from './wire';
import { inLanguage } from '../../Client/Kit/Page/in-language';
import { LiveFeed } from '../../Client/Kit/Live/live-feed';
import type { Connection } from '../../Client/Kit/Live/stream';
import { shared } from '../../Client/Kit/Styles/shared';
import { applyTheme } from '../../Client/Kit/Page/theme';
import { connectionInWords } from '../../Client/Kit/Words/words';
import { answerWords } from '../../Client/Kit/Words/answer';
import { compareWords } from '../../Client/Kit/Words/compare';
import { comparePageWords as words } from '../../Client/Kit/Words/compare-page';

/** How long events are gathered before the state is fetched anew, in milliseconds. */
const GATHER = 300;

/** Pixel and cookie side by side, over the learner’s own visits, live or at an earlier time. */
@customElement('lab-compare')
export class LabCompare extends LitElement {
  @property() seat = '';
  /** The address of the seat’s API. */
  @property() api = '';
  @property() hub = '';
  @property() panel = '';
  @property({ attribute: 'shop-url' }) shopUrl = '';
  /** A product of the shop, and the newspaper: where a first walk leads. */
  @property({ attribute: 'product-url' }) productUrl = '';
  @property({ attribute: 'news-url' }) newsUrl = '';
  /** The image’s bytes, two digits each. */
  @property() gif = '';
  /** Whether the seat’s events came out of a file, so that nobody knows whose they are. */
  @property({ type: Boolean }) replay = false;
  @state() private view: CompareView | undefined;
  @state() private problem = '';
  @state() private connection: Connection = 'connecting';
  /** After how many events the state is shown; undefined for the present. */
  @state() private events: number | undefined;
  @state() private copied = '';
  @state() private said = '';
  #feed: LiveFeed | undefined;
  #timer = 0;
  #isFromFile = false;
  readonly #states = new StateWatch<CompareView>(
    (events) => this.#ask(events),
    (view) => this.#show(view),
    () => {
      this.problem = answerWords.say('away');
    },
  );
  readonly #drawing = new Drawing<Part, CompareView>(
    PARTS,
    async () => {
      this.requestUpdate();
      await this.updateComplete;
      await afterDrawing();
    },
    (fault) => reportError(fault),
  );

  static override styles = [
    ...shared,
    iconStyles,
    whoStyles,
    compareStyles,
    glanceStyles,
    walkStyles,
    lineStyles,
    evidenceStyles,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#feed?.stop();
  }

  protected override render(): TemplateResult {
    if (!this.view) {
      return html`<p role="status">${this.problem || words.say('reading')}</p>`;
    }
    const { state, total, next } = this.view;
    return html`
      <p class="unseen" role="status">${this.said}</p>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      <div class="travel">
        <time-travel
          .total=${total}
          .shown=${state.events}
          .at=${state.at ?? ''}
          .next=${next ?? ''}
          .live=${this.events === undefined}
          @travel=${(event: CustomEvent<number | null>) => this.#travel(event.detail ?? undefined)}
        ></time-travel>
        <p class="small">
          <slot name="keep"></slot>
          ${this.connection === 'live' || this.connection === 'connecting' ? nothing : connectionInWords(this.connection)}
        </p>
      </div>
      ${PARTS.map((part) => this.#part(part))}
    `;
  }

  /** A part as of the state that it shows; it is made anew only when that state or what else it shows has changed. */
  #part(part: Part): unknown {
    const view = this.#drawing.stateOf(part);
    const isLive = this.events === undefined;
    return guard([view, this.copied, isLive], () =>
      view
        ? section(part, view, {
            api: this.api,
            panel: this.panel,
            shopUrl: this.shopUrl,
            productUrl: this.productUrl,
            newsUrl: this.newsUrl,
            gif: this.gif,
            isLive,
            walker: walkerOf(view.state, this.#isFromFile),
            copied: this.copied,
            begin: (experiment) => void this.#start(experiment),
            copy: (experiment) => void this.#copy(experiment),
          })
        : nothing,
    );
  }

  protected override updated(): void {
    this.#fillSummary();
  }

  /** The summary table stands in the page itself, so that it can be read without scripts; the evidence is added here. */
  #fillSummary(): void {
    for (const place of document.querySelectorAll<HTMLElement>('[data-summary]')) {
      const id = this.view?.state.summary[place.dataset.summary as SummaryLine];
      const link = document.createElement('a');
      if (id !== undefined) {
        link.href = hitUrl(this.panel, id);
        link.textContent = words.say('seenHere', { id: String(id) });
      }
      place.replaceChildren(id === undefined ? words.say('notSeenHere') : link);
    }
  }

  async #begin(): Promise<void> {
    // The first look into the browser's storage waits for another process, and this one stands still meanwhile: a task of its own.
    await nextTask();
    applyTheme();
    this.#isFromFile = cameFromFile(this.seat, this.replay);
    await this.#states.refresh();
    this.#feed = new LiveFeed(
      this.hub,
      this.seat,
      this.view?.cursor ?? '',
      () => this.#soon(),
      (connection) => {
        this.connection = connection;
      },
    );
    if (this.isConnected) {
      this.#feed.start();
    }
  }

  /** Events come in bursts; the state is fetched once for each. */
  #soon(): void {
    this.#timer ||= window.setTimeout(() => {
      this.#timer = 0;
      void this.#states.refresh();
    }, GATHER);
  }

  async #ask(events: number | undefined): Promise<CompareView> {
    const query = events === undefined ? '' : `?events=${events}`;
    const response = await fetch(inLanguage(`${this.api}/compare${query}`));
    if (!response.ok) {
      throw new Error(String(response.status));
    }
    return (await response.json()) as CompareView;
  }

  #show(view: CompareView): void {
    const before = this.view?.state.evidence ?? [];
    this.problem = '';
    this.view = view;
    void this.#drawing.bringTo(view);
    for (const row of view.state.evidence) {
      const old = before.find((candidate) => candidate.experiment === row.experiment);
      const experiment = view.experiments.find((candidate) => candidate.name === row.experiment);
      if (old && experiment && this.events === undefined && old.both.evidence !== row.both.evidence) {
        this.said = words.say('said', {
          experiment: experiment.title,
          pixel: compareWords.say(`evidence.${row.pixel.evidence}`),
          cookie: compareWords.say(`evidence.${row.cookie.evidence}`),
          both: compareWords.say(`evidence.${row.both.evidence}`),
        });
      }
    }
  }

  #travel(events: number | undefined): void {
    this.events = events;
    void this.#states.travel(events);
  }

  async #start(experiment: Experiment): Promise<void> {
    const outcome = await beginExperiment(this.api, experiment);
    this.problem = {
      begun: '',
      refused: answerWords.say('refused'),
      lost: answerWords.say('away'),
    }[outcome];
    this.copied = '';
    if (outcome === 'begun') {
      await this.#states.refresh();
    }
  }

  async #copy(experiment: Experiment): Promise<void> {
    try {
      await navigator.clipboard.writeText(experiment.url);
      this.copied = experiment.name;
    } catch {
      this.problem = words.say('copyFailed');
    }
  }
}
