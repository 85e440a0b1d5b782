import { html, nothing, type TemplateResult } from 'lit';
import { COLOURS, count, hitUrl, LENSES, LENS_TITLE, letters } from './names';
import type { Comparison, LensName, TimeRun } from './wire';

/**
 * Who each tracker thinks it is seeing, hit after hit from left to right. The lanes share their columns, so what stands above
 * each other is the same hits.
 */
export function timeLine(state: Comparison, panel: string): TemplateResult {
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
            ${state.runs.map((run) => html`<td title=${state.browsers[run.browser] ?? ''}>you${state.browsers.length > 1 ? html` <small>in browser ${run.browser + 1}</small>` : nothing}</td>`)}
          </tr>
        </tbody>
      </table>
    </div>
    <p class="small">
      Same letter and colour: the tracker thinks it is the same visitor. A dash: it never saw these hits. In
      truth it was one person all along, with ${count(state.browsers.length, 'browser')}:
      ${state.browsers.map((browser, index) => `${state.browsers.length > 1 ? `${index + 1}: ` : ''}${browser}`).join(', ')}.
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
