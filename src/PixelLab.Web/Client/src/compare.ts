import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import './compare/hit-pair';
import './compare/time-travel';
import { type EvidenceHost, evidenceTable } from './compare/evidence-table';
import { breath } from './compare/breath';
import { count, hitUrl } from './compare/names';
import { profiles } from './compare/profiles';
import { specimens } from './compare/specimens';
import { compareStyles } from './compare/styles';
import { timeLine } from './compare/time-line';
import { beginTrying } from './compare/trying';
import { truthInWords } from './compare/truth';
import type { CompareView, Experiment, SummaryLine } from './compare/wire';
import { type Connection, LiveFeed } from './live';
import { shared } from './styles/shared';
import { applyTheme } from './theme';
import { connectionInWords } from './words';

/** How long events are gathered before the state is fetched anew, in milliseconds. */
const GATHER = 300;

/** The page's parts from top to bottom. Each is drawn in a task of its own, so that no task keeps the person waiting. */
const PARTS = ['are', 'sent', 'line', 'profiles', 'evidence'] as const;
type Part = (typeof PARTS)[number];

/** Pixel and cookie side by side, over the learner’s own visits, live or at an earlier time. */
@customElement('lab-compare')
export class LabCompare extends LitElement {
  @property() seat = '';
  /** The address of the seat’s API. */
  @property() api = '';
  @property() hub = '';
  @property() panel = '';
  @property({ attribute: 'shop-url' }) shopUrl = '';
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
  #asked = 0;
  #isFetching = false;
  #isStale = false;
  #isDrawing = false;
  /** Which state each part shows; a part that has none yet is not there. */
  readonly #drawn = new Map<Part, CompareView>();

  static override styles = [...shared, compareStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    applyTheme();
    void this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#feed?.stop();
  }

  protected override render(): TemplateResult {
    if (!this.view) {
      return html`<p role="status">${this.problem || 'Reading what has happened …'}</p>`;
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
          ${this.connection === 'live' ? nothing : connectionInWords(this.connection)}
          <slot name="keep"></slot>
        </p>
      </div>
      ${
        state.hits === 0
          ? html`<p class="start">
              ${total === 0 || this.events === undefined ? 'Nothing has happened yet.' : 'At this time nothing had happened yet.'}
              <a class="button primary" href=${this.shopUrl} target="_blank" rel="noopener">Open the shop</a>
              Look at a product or two, then come back: this page fills while you walk.
            </p>`
          : nothing
      }
      ${this.#part('are', (view) => this.#are(view))} ${this.#part('sent', (view) => this.#sent(view))}
      ${this.#part('line', (view) => this.#line(view))}
      ${this.#part('profiles', (view) => this.#profiles(view))}
      ${this.#part('evidence', (view) => this.#evidence(view), this.copied, this.events === undefined)}
    `;
  }

  /** A part as of the state that it shows; it is made anew only when that state or what else it shows has changed. */
  #part(part: Part, draw: (view: CompareView) => unknown, ...more: unknown[]): unknown {
    const view = this.#drawn.get(part);
    return guard([view, ...more], () => (view ? draw(view) : nothing));
  }

  #are({ state }: CompareView): TemplateResult {
    return html`<section aria-labelledby="are">
      <h2 id="are">
        ${this.replay || state.people !== undefined ? 'What each is, as these visits show it' : 'What each is, in your browser now'}
      </h2>
      ${specimens(state, this.panel, this.shopUrl, this.gif)}
    </section>`;
  }

  #sent({ state }: CompareView): TemplateResult | typeof nothing {
    if (state.hits === 0) {
      return nothing;
    }
    return html`<section aria-labelledby="sent">
      <h2 id="sent">What each sent</h2>
      ${
        state.lastVisit
          ? html`<p>
                One opening of “${state.lastVisit.page}”, told twice: on the left by a pixel that works
                without cookies, on the right by one that works with them.
              </p>
              <hit-pair
                .api=${this.api}
                .panel=${this.panel}
                .left=${state.lastVisit.pixel}
                .right=${state.lastVisit.cookie}
              ></hit-pair>`
          : html`<p>
              No page has reported to both kinds of tracker yet. If one of them is blocked, that is all there
              is to see: the blocked one learned nothing.
            </p>`
      }
    </section>`;
  }

  #line({ state }: CompareView): TemplateResult | typeof nothing {
    if (state.hits === 0) {
      return nothing;
    }
    return html`<section aria-labelledby="concludes">
      <h2 id="concludes">What each concludes</h2>
      <p class="verdict">
        ${state.lenses.map((lens, index) => html`${index > 0 ? ', ' : ''}${{ pixel: 'Pixels alone', cookie: 'cookies alone', both: 'both together' }[lens.lens]}: <b>${count(lens.count, 'visitor')}</b>`)}.
        ${truthInWords(state, this.replay)}
      </p>
      ${timeLine(state, this.panel, this.replay)}
    </section>`;
  }

  #profiles({ state }: CompareView): TemplateResult | typeof nothing {
    return state.hits === 0 ? nothing : profiles(state, this.panel);
  }

  #evidence({ state, experiments }: CompareView): TemplateResult {
    const host: EvidenceHost = {
      panel: this.panel,
      begin: (experiment) => void this.#start(experiment),
      copy: (experiment) => void this.#copy(experiment),
      copied: this.copied,
      isLive: this.events === undefined,
    };
    return html`<section aria-labelledby="evidence">
      <h2 id="evidence">Who recognises you?</h2>
      <p>
        Open a line and try it. Nothing is filled in beforehand: a cell shows only what really came of it
        here.
      </p>
      ${evidenceTable(state, experiments, host)}
    </section>`;
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
        link.textContent = `seen here: event ${id}`;
      }
      place.replaceChildren(id === undefined ? 'not seen here yet' : link);
    }
  }

  async #begin(): Promise<void> {
    await this.#fetch();
    this.#feed = new LiveFeed(
      this.hub,
      this.seat,
      this.view?.state.last ?? 0,
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
      void this.#fetch();
    }, GATHER);
  }

  async #fetch(): Promise<void> {
    if (this.#isFetching) {
      this.#isStale = true;
      return;
    }
    this.#isFetching = true;
    const asked = ++this.#asked;
    try {
      const query = this.events === undefined ? '' : `?events=${this.events}`;
      const response = await fetch(`${this.api}/compare${query}`);
      if (!response.ok) {
        throw new Error(String(response.status));
      }
      const view = (await response.json()) as CompareView;
      if (asked === this.#asked) {
        this.#show(view);
      }
    } catch {
      this.problem = 'The lab does not answer. Is it still running?';
    } finally {
      this.#isFetching = false;
      if (this.#isStale) {
        this.#isStale = false;
        void this.#fetch();
      }
    }
  }

  #show(view: CompareView): void {
    const before = this.view?.state.evidence ?? [];
    this.problem = '';
    this.view = view;
    void this.#draw();
    for (const row of view.state.evidence) {
      const old = before.find((candidate) => candidate.experiment === row.experiment);
      const experiment = view.experiments.find((candidate) => candidate.name === row.experiment);
      if (old && experiment && this.events === undefined && old.both.evidence !== row.both.evidence) {
        this.said = `${experiment.title}: pixel alone ${words(row.pixel.evidence)}, cookie alone ${words(row.cookie.evidence)}, both ${words(row.both.evidence)}.`;
      }
    }
  }

  /** Brings the parts to the newest state, one after the other; a state that comes meanwhile does not make the last ones wait. */
  async #draw(): Promise<void> {
    if (this.#isDrawing) {
      return;
    }
    this.#isDrawing = true;
    while (PARTS.some((part) => this.#drawn.get(part) !== this.view)) {
      for (const part of PARTS) {
        if (this.view && this.#drawn.get(part) !== this.view) {
          this.#drawn.set(part, this.view);
          this.requestUpdate();
          await this.updateComplete;
          await breath();
        }
      }
    }
    this.#isDrawing = false;
  }

  #travel(events: number | undefined): void {
    this.events = events;
    void this.#fetch();
  }

  async #start(experiment: Experiment): Promise<void> {
    const outcome = await beginTrying(this.api, experiment);
    this.problem = {
      begun: '',
      refused: 'The lab did not take that. Reload the page and try again.',
      lost: 'The lab does not answer. Is it still running?',
    }[outcome];
    this.copied = '';
    if (outcome === 'begun') {
      await this.#fetch();
    }
  }

  async #copy(experiment: Experiment): Promise<void> {
    try {
      await navigator.clipboard.writeText(experiment.url);
      this.copied = experiment.name;
    } catch {
      this.problem = 'The browser did not allow copying. Mark the address and copy it by hand.';
    }
  }
}

function words(evidence: string): string {
  return evidence.replaceAll('_', ' ');
}
