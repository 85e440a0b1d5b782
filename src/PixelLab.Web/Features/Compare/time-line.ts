import { css, html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { compareWords as words } from '../../Client/Kit/Words/compare';
import { hitUrl } from './hit-url';
import { WHO } from './icons';
import { COLOURS, LENSES, lensTitle, letters } from './names';
import { reallyInWords, type Walker, walkerInRow } from './truth';
import type { Comparison, LensName, TimeRun } from './wire';

/** Neighbouring columns of which a row says the same: they are drawn as one band. */
interface Band<T> {
  what: T;
  columns: number;
  hits: number;
  first: number;
  last: number;
}

/** The lanes are read from their newest end, which is what one has just done. */
function showNewest(line?: Element): void {
  requestAnimationFrame(() => {
    line?.scrollTo({ left: line.scrollWidth, behavior: 'instant' });
  });
}

/**
 * Who each tracker thinks it is seeing, hit after hit from left to right. The lanes share their columns, so what stands above
 * each other is the same hits.
 */
export function timeLine(state: Comparison, panel: string, walker: Walker): TemplateResult {
  return html`
    ${state.earlierHits > 0 ? html`<p class="small">${words.say('earlier', { count: state.earlierHits })}</p>` : nothing}
    <div class="line" ${ref(showNewest)} tabindex="0" role="region" aria-label=${words.say('line')}>
      <table>
        <caption class="unseen">
          ${words.say('lineCaption')}
        </caption>
        <tbody>
          <tr class="sites">
            <th scope="row">${words.say('site')}</th>
            ${bands(state.runs, (run) => run.site ?? words.say('mail')).map((band) => html`<td colspan=${band.columns}><span>${band.what}</span></td>`)}
          </tr>
          ${LENSES.map((lens) => lane(lens, state.runs, panel))}
          <tr class="truth">
            <th scope="row">${WHO.truth} ${words.say('truth')}</th>
            ${bands(state.runs, (run) => run.browser).map(
              (band) =>
                html`<td colspan=${band.columns} title=${state.browsers[band.what] ?? ''}>
                  <span>${walkerInRow(state, band.what, walker)}</span>
                </td>`,
            )}
          </tr>
        </tbody>
      </table>
    </div>
    <p class="small">${words.say('legend')} ${reallyInWords(state, walker)}</p>
  `;
}

function lane(lens: LensName, runs: TimeRun[], panel: string): TemplateResult {
  return html`<tr data-who=${lens}>
    <th scope="row">${WHO[lens]} ${lensTitle(lens)}</th>
    ${bands(runs, (run) => run[lens]).map((band) =>
      band.what === 0
        ? html`<td
            class="unseen-hit"
            colspan=${band.columns}
            title=${words.say('bandUnseen', { count: band.hits })}
          >
            <span>–</span>
          </td>`
        : html`<td class="visitor" colspan=${band.columns} data-colour=${(band.what - 1) % COLOURS}>
            <a
              href=${hitUrl(panel, band.first)}
              title=${words.say('band', { count: band.hits, first: String(band.first), last: String(band.last) })}
              >${letters(band.what)}</a
            >
          </td>`,
    )}
  </tr>`;
}

function bands<T>(runs: TimeRun[], tell: (run: TimeRun) => T): Band<T>[] {
  const found: Band<T>[] = [];
  for (const run of runs) {
    const what = tell(run);
    const before = found.at(-1);
    if (before?.what === what) {
      before.columns++;
      before.hits += run.hits;
      before.last = run.last;
    } else {
      found.push({ what, columns: 1, hits: run.hits, first: run.first, last: run.last });
    }
  }
  return found;
}

export const lineStyles = css`
  .line table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 2px 5px;
  }
  .line th {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    padding: 0.4rem 0.9rem;
    background: var(--lab-surface);
    font-size: 0.9375rem;
    font-weight: 600;
    text-align: start;
    white-space: nowrap;
  }
  .line th .icon {
    vertical-align: -0.3em;
    margin-inline-end: 0.35rem;
    color: var(--who);
  }
  .line td {
    min-inline-size: 2.5rem;
    padding: 0;
    border-radius: 0.4rem;
  }
  .line td > * {
    position: sticky;
    inset-inline: 10.5rem 0.75rem;
    display: inline-block;
    padding: 0.45rem 0.75rem;
  }
  .sites td {
    border-block-end: 2px solid var(--lab-line);
    border-radius: 0;
  }
  .sites td,
  .truth td {
    color: var(--lab-soft);
    font-size: 0.8125rem;
    white-space: nowrap;
  }
  .truth td {
    border: 1px solid var(--lab-soft);
    background: var(--lab-raised);
    color: var(--lab-ink);
  }
  .visitor a {
    color: var(--lab-ink);
    font-weight: 700;
    text-decoration: none;
  }
  .visitor a:hover {
    text-decoration: underline;
  }
  .unseen-hit {
    color: var(--lab-soft);
  }
  .line + .small {
    margin-block-start: 0.5rem;
  }
  @media (max-width: 40rem) {
    .line th {
      padding-inline: 0.6rem;
      font-size: 0.8125rem;
    }
    .line td > * {
      inset-inline: 8.5rem 0.5rem;
      padding-inline: 0.5rem;
    }
  }
`;
