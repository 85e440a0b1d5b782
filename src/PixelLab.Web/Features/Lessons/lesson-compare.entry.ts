import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type EvidenceHost, evidenceStyles, evidenceTable } from '../Compare/evidence-table';
import { iconStyles, whoStyles } from '../Compare/icons';
import { profiles } from '../Compare/profiles';
import { specimens } from '../Compare/specimens';
import { compareStyles } from '../Compare/styles';
import { lineStyles, timeLine } from '../Compare/time-line';
import type { Walker } from '../Compare/truth';
import { beginExperiment } from '../Compare/begin-experiment';
import type { CompareView, Experiment } from '../Compare/wire';
import { inLanguage } from '../../Client/Kit/Page/in-language';
import { say } from './page-words';
import { shared } from '../../Client/Kit/Styles/shared';

/** A lesson is about the reader’s own visits. */
const WALKER: Walker = 'you';

/** The comparison inside a lesson: those parts of the compare page that the lesson names, over the reader’s own visits. */
@customElement('lesson-compare')
export class LessonCompare extends LitElement {
  /** Which parts are shown, in order; written by `Features/Lessons/Rendering/CompareHtml.cs`. */
  @property() shown = '';
  /** Which rows the evidence has. */
  @property() experiments = '';
  /** The address of the seat’s API. */
  @property() api = '';
  @property() panel = '';
  @property({ attribute: 'shop-url' }) shopUrl = '';
  /** The image’s bytes, two digits each. */
  @property() gif = '';
  @state() private view: CompareView | undefined;
  @state() private problem = '';
  @state() private copied = '';
  #isFetching = false;
  #isStale = false;

  static override styles = [
    ...shared,
    iconStyles,
    whoStyles,
    compareStyles,
    evidenceStyles,
    lineStyles,
    css`
      :host {
        margin-block: 0.5rem 1rem;
        container-type: inline-size;
      }
      * + .three,
      * + .two,
      * + .line,
      * + .scroll {
        margin-block-start: 1rem;
      }
      .three {
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
        gap: 0.6rem;
      }
      .three .card {
        padding: 0.9rem 1rem;
        background: transparent;
      }
      .evidence th,
      .evidence td {
        padding: 0.6rem;
      }
      .evidence tbody th {
        min-inline-size: 11rem;
      }
      .evidence td {
        min-inline-size: 6.5rem;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('seat-changed', this.#fetch);
    this.#fetch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('seat-changed', this.#fetch);
  }

  protected override render(): TemplateResult {
    const { view } = this;
    const problem = this.problem ? html`<p class="problem" role="alert">${say(this.problem)}</p>` : nothing;
    if (!view) {
      return html`${problem}<slot></slot>`;
    }
    return html`${problem}
    ${view.state.hits === 0 ? html`<p class="small" role="status">${say('compareNone')}</p>` : nothing}
    ${this.shown.split(' ').map((part) => this.#part(part, view))}`;
  }

  #part(part: string, { state, experiments }: CompareView): TemplateResult | typeof nothing {
    switch (part) {
      case 'evidence':
        return evidenceTable(state, this.#named(experiments), this.#host());
      case 'specimens':
        return specimens(state, this.panel, this.shopUrl, this.gif, WALKER);
      case 'line':
        return state.hits === 0 ? nothing : timeLine(state, this.panel, WALKER);
      case 'profiles':
        return state.hits === 0 ? nothing : profiles(state, this.panel);
      default:
        return nothing;
    }
  }

  /** The named experiments, in the order in which the lesson names them. */
  #named(experiments: Experiment[]): Experiment[] {
    return this.experiments
      .split(' ')
      .map((name) => experiments.find((one) => one.name === name))
      .filter((one) => one !== undefined);
  }

  #host(): EvidenceHost {
    return {
      panel: this.panel,
      begin: (experiment) => void this.#begin(experiment),
      copy: (experiment) => void this.#copy(experiment),
      copied: this.copied,
      isLive: true,
      walker: WALKER,
    };
  }

  /** Asks how things stand. What changes while the answer is on its way is asked for once more. */
  readonly #fetch = (): void => {
    if (this.#isFetching) {
      this.#isStale = true;
      return;
    }
    this.#isFetching = true;
    void this.#ask().finally(() => {
      this.#isFetching = false;
      if (this.#isStale) {
        this.#isStale = false;
        this.#fetch();
      }
    });
  };

  async #ask(): Promise<void> {
    try {
      const response = await fetch(inLanguage(`${this.api}/compare`), { cache: 'no-store' });
      if (!response.ok) {
        throw new Error(String(response.status));
      }
      this.view = (await response.json()) as CompareView;
      this.problem = '';
    } catch {
      this.problem = 'compareFailed';
    }
  }

  async #begin(experiment: Experiment): Promise<void> {
    const outcome = await beginExperiment(this.api, experiment);
    this.problem = { begun: '', refused: 'compareRefused', lost: 'compareFailed' }[outcome];
    this.copied = '';
    if (outcome === 'begun') {
      this.#fetch();
    }
  }

  async #copy(experiment: Experiment): Promise<void> {
    try {
      await navigator.clipboard.writeText(experiment.url);
      this.copied = experiment.name;
    } catch {
      this.problem = 'copyFailed';
    }
  }
}
