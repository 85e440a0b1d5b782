import { html, nothing, type TemplateResult } from 'lit';
import { browsersInWords, walkerOf } from './truth';
import { COLOURS, count, hitUrl, LENSES, LENS_TITLE, letters } from './names';
import type { Comparison, LensName, TimeRun } from './wire';

/**
 * Who each tracker thinks it is seeing, hit after hit from left to right. The lanes share their columns, so what stands above
 * each other is the same hits.
 */
export function timeLine(state: Comparison, panel: string, isReplay = false): TemplateResult {
  return html`
    ${state.earlierHits > 0 ? html`<p class="small">${count(state.earlierHits, 'earlier hit')} left of this are not drawn.</p>` : nothing}
    <div class="line" tabindex="0" role="region" aria-label="Time line">
      <table>
        <caption class="unseen">
          Which visitor each tracker counts the hits to, from the oldest on the left to the newest
        </caption>
        <tbody>
          <tr>
            <th scope="row">Site</th>
            ${state.runs.map((run) => html`<td class="site">${run.site ?? 'mail'}</td>`)}
          </tr>
          ${LENSES.map((lens) => lane(lens, state.runs, panel))}
          <tr class="truth">
            <th scope="row">In truth</th>
            ${state.runs.map((run) => html`<td title=${state.browsers[run.browser] ?? ''}>${walkerOf(state, run.browser, isReplay)}</td>`)}
          </tr>
        </tbody>
      </table>
    </div>
    <p class="small">
      Same letter and colour: the tracker thinks it is the same visitor. A dash: it never saw these hits.
      ${browserSentence(state, isReplay)}
    </p>
  `;
}

function lane(lens: LensName, runs: TimeRun[], panel: string): TemplateResult {
  return html`<tr>
    <th scope="row">${LENS_TITLE[lens]}</th>
    ${runs.map((run) => {
      const visitor = run[lens];
      return visitor === 0
        ? html`<td class="unseen-hit" title="${count(run.hits, 'hit')} that this tracker never saw">–</td>`
        : html`<td class="visitor" data-colour=${(visitor - 1) % COLOURS}>
            <a
              href=${hitUrl(panel, run.first)}
              title="${count(run.hits, 'hit')}, from hit ${run.first} to ${run.last}"
              >${letters(visitor)}</a
            >
          </td>`;
    })}
  </tr>`;
}

function browserSentence(state: Comparison, isReplay: boolean): string {
  if (state.people !== undefined) {
    return `In truth these were ${count(state.people, 'invented person', 'invented people')}, many of them with the same kind of browser: ${browsersInWords(state)}.`;
  }
  const who = isReplay ? 'The hits of this replay came from' : 'In truth it was one person all along, with';
  return `${who} ${count(state.browsers.length, 'browser')}: ${browsersInWords(state)}.`;
}
