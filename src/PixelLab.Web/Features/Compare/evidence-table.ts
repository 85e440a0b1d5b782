import { css, html, nothing, type TemplateResult } from 'lit';
import { TOWN_TAB } from '../../Client/Kit/Page/tabs';
import { compareWords as words } from '../../Client/Kit/Words/compare';
import { hitUrl } from './hit-url';
import { CAME, WHO } from './icons';
import { LENSES, lensTitle } from './names';
import type { Walker } from './truth';
import type { Comparison, EvidenceCell, Experiment } from './wire';

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
  /** Whose visits these are: only one’s own can be gone on with. */
  walker: Walker;
}

/** Things a person can do, and who recognised them afterwards: only what really happened fills a cell. */
export function evidenceTable(
  state: Comparison,
  experiments: Experiment[],
  host: EvidenceHost,
): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.say('table')}>
    <table class="evidence">
      <thead>
        <tr>
          <th scope="col">${words.say('doThis')}</th>
          ${LENSES.map((lens) => html`<th scope="col" data-who=${lens}>${WHO[lens]} ${lensTitle(lens)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${experiments.map((experiment) => {
          const row = state.evidence.find((candidate) => candidate.experiment === experiment.name);
          const isTrying = state.trying === experiment.name;
          return html`<tr data-experiment=${experiment.name} data-trying=${isTrying ? '' : nothing}>
            <th scope="row">
              ${host.walker === 'you' ? instruction(experiment, isTrying, state, host) : experiment.title}
              ${
                // Where all three recognise all the same, the row would say that nothing came of it.
                experiment.name === 'refuse_third_party' && row && row.unjoined.length > 0
                  ? html`<p class="small">${words.say('unjoined', { count: row.unjoined.length })}</p>`
                  : nothing
              }
            </th>
            ${LENSES.map((lens) => html`<td data-lens=${lens} data-title=${lensTitle(lens)} data-evidence=${row?.[lens].evidence ?? nothing}>${row ? cell(row[lens], host.panel) : nothing}</td>`)}
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}

function instruction(
  experiment: Experiment,
  isTrying: boolean,
  state: Comparison,
  host: EvidenceHost,
): TemplateResult {
  return html`<details ?open=${isTrying}>
    <summary>
      ${experiment.title}${isTrying ? html` <span class="tag">${words.say('watching')}</span>` : nothing}
    </summary>
    <p>${experiment.steps}</p>
    ${experiment.elsewhere ? html`<p><code class="address">${experiment.url}</code></p>` : nothing}
    ${tasks(experiment, isTrying, state, host)}
  </details>`;
}

function tasks(
  experiment: Experiment,
  isTrying: boolean,
  state: Comparison,
  host: EvidenceHost,
): TemplateResult {
  if (!host.isLive) {
    return html`<p class="small">${words.say('earlierTime')}</p>`;
  }
  if (!isTrying) {
    return html`<p>
      <button @click=${() => host.begin(experiment)} ?disabled=${state.hits === 0}>
        ${words.say('try')}
      </button>
      ${state.hits === 0 ? html`<span class="small">${words.say('tryLater')}</span>` : nothing}
    </p>`;
  }
  return html`<p class="do">
      ${
        experiment.elsewhere
          ? html`<button class="primary" @click=${() => host.copy(experiment)}>
              ${words.say(host.copied === experiment.name ? 'copied' : 'copyAddress')}
            </button>`
          : html`<a class="button primary" href=${experiment.url} target=${TOWN_TAB}
              >${words.say('openPage', { place: experiment.place })}</a
            >`
      }
      <button @click=${() => host.begin(experiment)}>${words.say('startAgain')}</button>
    </p>
    <p class="small">${words.say('labIsWatching')}</p>`;
}

function cell(evidence: EvidenceCell, panel: string): TemplateResult {
  const [first] = evidence.hits;
  return html`<div class="result">
    ${CAME[evidence.evidence]}
    <span class="word">${words.say(`evidence.${evidence.evidence}`)}</span>
    ${
      first === undefined
        ? nothing
        : html`<details>
            <summary>${words.say('byHits', { count: evidence.hits.length })}</summary>
            <p class="hits">
              ${evidence.hits.slice(0, 12).map((hit) => html`<a href=${hitUrl(panel, hit)}>${hit}</a> `)}
            </p>
          </details>`
    }
  </div>`;
}

export const evidenceStyles = css`
  .evidence th,
  .evidence td {
    padding: 0.6rem 0.9rem;
    border-block-end: 1px solid var(--lab-line);
    text-align: start;
    vertical-align: top;
  }
  .evidence thead th {
    border-block-start: 5px solid var(--who, transparent);
    white-space: nowrap;
  }
  .evidence thead .icon {
    vertical-align: -0.3em;
    margin-inline-end: 0.25rem;
    color: var(--who);
  }
  .evidence tbody th {
    min-inline-size: 15rem;
    font-weight: 400;
  }
  .evidence td {
    min-inline-size: 9rem;
    border-inline-start: 1px solid var(--lab-line);
  }
  .evidence tr[data-trying] th {
    background: var(--lab-accent-wash);
  }
  .evidence [data-evidence='recognised'] {
    background: var(--lab-missing-wash);
    color: var(--lab-missing);
  }
  .evidence [data-evidence='not_recognised'],
  .evidence [data-evidence='never_seen'] {
    background: var(--lab-hit-wash);
    color: var(--lab-hit);
  }
  .evidence [data-evidence='not_tried'] {
    color: var(--lab-soft);
  }
  .result {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 0.5rem;
    align-items: center;
    font-weight: 600;
  }
  [data-evidence='not_tried'] .result {
    font-weight: 400;
  }
  .result details {
    grid-column: 2;
  }
  .result summary,
  .hits {
    color: var(--lab-ink);
    font-size: 0.875rem;
    font-weight: 400;
  }
  th summary {
    font-weight: 600;
  }
  th details p {
    margin-block-start: 0.5rem;
  }
  .address {
    user-select: all;
  }
  .do {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .tag {
    padding: 0 0.5rem;
    border: 1px solid var(--lab-accent);
    border-radius: 1rem;
    color: var(--lab-accent);
    font-size: 0.8125rem;
    font-weight: 500;
  }
  @media (max-width: 40rem) {
    .evidence thead {
      position: absolute;
      clip-path: inset(50%);
    }
    .evidence tr,
    .evidence th,
    .evidence td {
      display: block;
      min-inline-size: 0;
      border: 0;
    }
    .evidence tr {
      padding-block: 0.4rem;
      border-block-end: 1px solid var(--lab-line);
    }
    .evidence td {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 0.75rem;
      padding-block: 0.35rem;
    }
    .evidence td[data-lens]::before {
      color: var(--lab-soft);
      font-size: 0.875rem;
      content: attr(data-title);
    }
  }
`;
