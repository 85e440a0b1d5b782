import { html, nothing, type TemplateResult } from 'lit';
import { count, hitUrl, LENSES, LENS_TITLE } from './names';
import type { Comparison, Evidence, EvidenceCell, Experiment } from './wire';

const WORDS: Record<Evidence, string> = {
  recognised: 'recognised',
  not_recognised: 'not recognised',
  never_seen: 'never seen',
  not_tried: 'not tried yet',
};

const MARKS: Record<Evidence, string> = {
  recognised: '●',
  not_recognised: '○',
  never_seen: '∅',
  not_tried: '',
};

/** What the evidence table needs beside the state. */
export interface EvidenceHost {
  panel: string;
  /** Says that the person is about to try something. */
  begin: (experiment: Experiment) => void;
  copy: (experiment: Experiment) => void;
  /** The experiment whose address was just copied. */
  copied: string;
  /** Whether the shown state is the present. */
  isLive: boolean;
}

/** Things a person can do, and who recognised them afterwards: only what really happened fills a cell. */
export function evidenceTable(
  state: Comparison,
  experiments: Experiment[],
  host: EvidenceHost,
): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Evidence table">
    <table class="evidence">
      <thead>
        <tr>
          <th scope="col">Do this</th>
          ${LENSES.map((lens) => html`<th scope="col">${LENS_TITLE[lens]}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${experiments.map((experiment) => {
          const row = state.evidence.find((candidate) => candidate.experiment === experiment.name);
          const isTrying = state.trying === experiment.name;
          return html`<tr data-experiment=${experiment.name} data-trying=${isTrying ? '' : nothing}>
            <th scope="row">
              <details ?open=${isTrying}>
                <summary>
                  ${experiment.title}${isTrying ? html` <span class="tag">watching</span>` : nothing}
                </summary>
                <p>${experiment.steps}</p>
                ${experiment.elsewhere ? html`<p><code class="address">${experiment.url}</code></p>` : nothing}
                ${tasks(experiment, isTrying, state, host)}
              </details>
            </th>
            ${LENSES.map((lens) => html`<td data-lens=${lens}>${row ? cell(row[lens], host.panel) : nothing}</td>`)}
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}

function tasks(
  experiment: Experiment,
  isTrying: boolean,
  state: Comparison,
  host: EvidenceHost,
): TemplateResult {
  if (!host.isLive) {
    return html`<p class="small">You are looking at an earlier time. Go back to now to try this.</p>`;
  }
  if (!isTrying) {
    return html`<p>
      <button @click=${() => host.begin(experiment)} ?disabled=${state.hits === 0}>Try it</button>
      ${state.hits === 0 ? html`<span class="small">First look around in the shop, so that there is somebody to recognise.</span>` : nothing}
    </p>`;
  }
  return html`<p class="do">
      ${
        experiment.elsewhere
          ? html`<button class="primary" @click=${() => host.copy(experiment)}>
              ${host.copied === experiment.name ? 'Copied' : 'Copy the address'}
            </button>`
          : html`<a class="button primary" href=${experiment.url} target="_blank" rel="noopener"
              >Open the page</a
            >`
      }
      <button @click=${() => host.begin(experiment)}>Start again</button>
    </p>
    <p class="small">The lab is watching: what you do now fills this row.</p>`;
}

function cell(evidence: EvidenceCell, panel: string): TemplateResult {
  const [first] = evidence.hits;
  return html`<div class="result" data-evidence=${evidence.evidence}>
    <span aria-hidden="true">${MARKS[evidence.evidence]}</span>
    <span class="word">${WORDS[evidence.evidence]}</span>
    ${
      first === undefined
        ? nothing
        : html`<details>
            <summary>by ${count(evidence.hits.length, 'hit')}</summary>
            <p class="hits">
              ${evidence.hits.slice(0, 12).map((hit) => html`<a href=${hitUrl(panel, hit)}>${hit}</a> `)}
            </p>
          </details>`
    }
  </div>`;
}
