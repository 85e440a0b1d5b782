import { css, svg, type SVGTemplateResult, html, type TemplateResult } from 'lit';
import { shorten } from '../../Client/Kit/Words/words';
import type { Tie } from './picture';

/** The most names on a side: what does not fit stands in the table. */
const MOST_SITES = 8;
const MOST_COMPANIES = 14;

/** The height of a name, in pixels. */
const LINE = 28;

/** About the width of a letter, in pixels. */
const LETTER = 7.5;

/** Sites on the left, companies on the right, and a line for each pair, the thicker the more requests. */
export function tieGraph(ties: readonly Tie[], width: number, name: string): TemplateResult {
  const sites = [...new Set(ties.map(({ site }) => site))].slice(0, MOST_SITES);
  const companies = [...new Set(ties.map(({ company }) => company))].slice(0, MOST_COMPANIES);
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
    aria-label=${name}
  >
    ${drawn.map((tie) => line(tie, most))}
    ${sites.map((site, at) => svg`<text x=${left - 8} y=${y(at, sites.length)} text-anchor="end">${shown(site)}<title>${site}</title></text>`)}
    ${companies.map((company, at) => svg`<text x=${right + 8} y=${y(at, companies.length)}>${shown(company)}<title>${company}</title></text>`)}
  </svg>`;

  function line({ site, company, requests }: Tie, strongest: number): SVGTemplateResult {
    const [from, to] = [
      y(sites.indexOf(site), sites.length),
      y(companies.indexOf(company), companies.length),
    ];
    const middle = (left + right) / 2;
    return svg`<path
      d="M${left} ${from}C${middle} ${from} ${middle} ${to} ${right} ${to}"
      stroke-width=${1 + (5 * requests) / strongest}
    />`;
  }
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
    stroke: var(--lab-accent);
    opacity: 0.55;
  }
  @media print {
    .graph {
      max-block-size: 60mm;
    }
  }
`;
