import { css, svg, type SVGTemplateResult, html, type TemplateResult } from 'lit';
import { shorten } from '../../Client/Kit/Words/words';
import { yoursWords as words } from '../../Client/Kit/Words/yours';
import type { LeadTie, Tie } from './picture';

/** The most names on a side: what does not fit stands in the table. */
const MOST_SITES = 8;
const MOST_COMPANIES = 14;

/** The height of a name, in pixels. */
const LINE = 28;

/** About the width of a letter, in pixels. */
const LETTER = 7.5;

/**
 * Sites on the left, companies on the right, and a line for each pair, the thicker the more requests. Where a company leads to another, a dashed
 * line with an arrow goes from the one to the other.
 */
export function tieGraph(ties: readonly Tie[], leads: readonly LeadTie[], width: number): TemplateResult {
  const sites = [...new Set(ties.map(({ site }) => site))].slice(0, MOST_SITES);
  const companies = companiesOf(ties, leads);
  const drawn = ties.filter(({ site, company }) => sites.includes(site) && companies.includes(company));
  const lines = Math.max(sites.length, companies.length);
  const most = Math.max(1, ...drawn.map(({ requests }) => requests));
  const side = Math.min(220, width * 0.38);
  const [left, right] = [side, width - side];
  const y = (index: number, of: number): number => ((index + 0.5) * lines * LINE) / of;
  const shown = (text: string): string => shorten(text, Math.max(8, Math.floor(side / LETTER)));
  return html`<svg
    class="graph"
    viewBox="0 0 ${width} ${lines * LINE}"
    width=${width}
    height=${lines * LINE}
    role="img"
    aria-label=${words.say('tiesTitle')}
  >
    ${arrowHead()} ${drawn.map((tie) => line(tie))} ${pairsOf(leads, companies).map((pair) => arc(pair))}
    ${sites.map((site, at) => svg`<text x=${left - 8} y=${y(at, sites.length)} text-anchor="end">${shown(site)}<title>${site}</title></text>`)}
    ${companies.map((company, at) => svg`<text x=${right + 8} y=${y(at, companies.length)}>${shown(company)}<title>${company}</title></text>`)}
  </svg>`;

  function line({ site, company, requests }: Tie): SVGTemplateResult {
    const [from, to] = [
      y(sites.indexOf(site), sites.length),
      y(companies.indexOf(company), companies.length),
    ];
    const middle = (left + right) / 2;
    return svg`<path class="tie"
      d="M${left} ${from}C${middle} ${from} ${middle} ${to} ${right} ${to}"
      stroke-width=${1 + (5 * requests) / most}
    />`;
  }

  /** It bends into the middle, the further the longer it is, so that several stand apart. */
  function arc([from, to]: readonly [from: number, to: number]): SVGTemplateResult {
    const bend = right - (right - left) * (0.3 + (0.6 * Math.abs(from - to)) / companies.length);
    const [start, end] = [y(from, companies.length), y(to, companies.length)];
    return svg`<path class="lead" d="M${right} ${start}C${bend} ${start} ${bend} ${end} ${right - 2} ${end}" marker-end="url(#arrow)" />`;
  }
}

/** What the two kinds of lines mean. */
export function graphLegend(hasLeads: boolean): TemplateResult {
  return html`<ul class="legend soft">
    <li>${sample('tie')} ${words.say('tiesLegend')}</li>
    ${hasLeads ? html`<li>${sample('lead')} ${words.say('leadsLegend')}</li>` : ''}
  </ul>`;
}

function sample(kind: 'tie' | 'lead'): TemplateResult {
  return html`<svg class="graph sample" viewBox="0 0 40 12" width="40" height="12" aria-hidden="true">
    ${arrowHead()}
    ${
      kind === 'tie'
        ? svg`<path class="tie" d="M0 6H40" stroke-width="3" />`
        : svg`<path class="lead" d="M0 6H38" marker-end="url(#arrow)" />`
    }
  </svg>`;
}

function arrowHead(): SVGTemplateResult {
  return svg`<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path class="head" d="M0 0L8 4L0 8z" /></marker></defs>`;
}

/** Those that sites told most come first, and of the others those that led or were led to. */
function companiesOf(ties: readonly Tie[], leads: readonly LeadTie[]): string[] {
  const names = [...ties.map(({ company }) => company), ...leads.flatMap(({ from, to }) => [from, to])];
  return [...new Set(names)].slice(0, MOST_COMPANIES);
}

/** The places of companies of which one led to the other, each pair once. */
function pairsOf(leads: readonly LeadTie[], companies: readonly string[]): [from: number, to: number][] {
  const pairs = new Map<string, [number, number]>();
  for (const lead of leads) {
    const [from, to] = [companies.indexOf(lead.from), companies.indexOf(lead.to)];
    if (from >= 0 && to >= 0) {
      pairs.set(`${from} ${to}`, [from, to]);
    }
  }
  return [...pairs.values()];
}

export const graphStyles = css`
  .graph {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    margin-block: 0.5rem 1rem;
    font: 0.8125rem var(--lab-sans);
  }
  .graph text {
    fill: var(--lab-ink);
    dominant-baseline: middle;
  }
  .graph path {
    fill: none;
  }
  .graph .tie {
    stroke: var(--lab-accent);
    opacity: 0.55;
  }
  .graph .lead {
    stroke: var(--lab-ink);
    stroke-width: 1.5;
    stroke-dasharray: 5 3;
  }
  .graph .head {
    fill: var(--lab-ink);
  }
  .legend {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .legend .sample {
    display: inline-block;
    margin: 0;
    margin-inline-end: 0.4rem;
    vertical-align: middle;
  }
  @media print {
    .graph:not(.sample) {
      max-block-size: 48mm;
      margin-block: 0.25rem;
    }
  }
`;
