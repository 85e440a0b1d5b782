import * as Plot from '@observablehq/plot';
import type { ReportSheet, ReportUnit } from './wire';

interface Bar {
  row: string;
  series: string;
  value: number;
  text: string;
}

const MOST_ROWS = 12;
const MOST_GROUPS = 6;
const BAR_HEIGHT = 26;
const GROUP_HEAD = 26;
const AXIS = 46;

/** Draws one of a report's plots: bars that lie, so that their names have room on a phone too. */
export function draw(sheet: ReportSheet, place: number, width: number): SVGSVGElement | HTMLElement {
  const drawn = sheet.morePlots[place - 1] ?? sheet.plot;
  const table = sheet.tables.find((one) => one.key === drawn.table);
  const columns = drawn.columns.map((key) => table?.columns.findIndex((one) => one.key === key) ?? -1);
  const grouped = columns.length > 1;
  const rows = (table?.rows ?? []).slice(0, grouped ? MOST_GROUPS : MOST_ROWS);
  const longest = Math.max(8, Math.floor(width / (grouped ? 9 : 17)));
  const names = distinct(
    rows.map((row) => shortened(row.name, longest) + (row.cells.some((cell) => cell.yours) ? ' ●' : '')),
  );
  const series = columns.map((column) => table?.columns[column]?.title ?? '');
  const bars: Bar[] = rows.flatMap((row, place) =>
    columns.map((column, order) => ({
      row: names[place] ?? '',
      series: series[order] ?? '',
      value: row.cells[column]?.value ?? 0,
      text: written(row.cells[column]?.value ?? null, table?.columns[column]?.unit ?? 'Count'),
    })),
  );
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  const left = Math.min(
    width * 0.5,
    14 + 7.2 * Math.max(...(grouped ? series : names).map((name) => name.length), 4),
  );
  const plot = Plot.plot({
    className: 'plot',
    width,
    height: rows.length * (grouped ? columns.length * BAR_HEIGHT + GROUP_HEAD : BAR_HEIGHT + 6) + AXIS,
    marginLeft: left,
    marginRight: 56,
    marginTop: grouped ? GROUP_HEAD : 6,
    marginBottom: 36,
    ariaLabel: drawn.title,
    // The words stand beside it, in the figure’s caption.
    ariaDescription: bars
      .map((bar) => `${bar.row}${grouped ? `, ${bar.series}` : ''}: ${bar.text}`)
      .join('; '),
    x: { label: null, domain: [0, most], ticks: whole(most, width), tickFormat: 'd', grid: true },
    y: { label: null, domain: grouped ? series : names, padding: 0.25 },
    ...(grouped
      ? {
          fy: {
            label: null,
            axis: null,
            domain: names,
            paddingInner: GROUP_HEAD / (columns.length * BAR_HEIGHT + GROUP_HEAD),
          },
        }
      : {}),
    color: { domain: series, range: series.map((_, place) => `var(--series-${(place % 5) + 1})`) },
    marks: [
      Plot.barX(bars, {
        x: 'value',
        y: grouped ? 'series' : 'row',
        fy: grouped ? 'row' : undefined,
        fill: 'series',
        rx2: 3,
      }),
      Plot.text(bars, {
        x: 'value',
        y: grouped ? 'series' : 'row',
        fy: grouped ? 'row' : undefined,
        text: 'text',
        textAnchor: 'start',
        dx: 6,
        fill: 'currentColor',
      }),
      ...(grouped
        ? [
            Plot.text(names, {
              fy: (name: string) => name,
              text: (name: string) => name,
              frameAnchor: 'top-left',
              dy: -16,
              dx: -left + 6,
              fontWeight: 600,
              fill: 'currentColor',
            }),
          ]
        : []),
      Plot.ruleX([0], { stroke: 'currentColor' }),
    ],
  });

  // The library's own style element is kept out by the page's policy, which would report it; reports.css says the same.
  for (const style of [...plot.querySelectorAll('style')]) {
    style.remove();
  }

  // The whole is one picture with a description; its groups have no role that could carry a name (WAI-ARIA 1.2, 5.2.8.6).
  plot.setAttribute('role', 'img');
  for (const group of plot.querySelectorAll('g[aria-label]')) {
    group.removeAttribute('aria-label');
  }
  return plot;
}

/** As many whole ticks as there is room for: half a visitor is no visitor. */
function whole(most: number, width: number): number[] {
  const least = most / Math.max(2, Math.floor(width / 110));
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= least) ?? power;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, place) => place * step);
}

/** A number with its unit; a dash where it can't be told. */
function written(value: number | null, unit: ReportUnit): string {
  return value === null
    ? '–'
    : unit === 'Euro'
      ? `€${value.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
      : value.toLocaleString('en');
}

function shortened(name: string, longest: number): string {
  const letters = Array.from(name);
  return letters.length <= longest ? name : `${letters.slice(0, longest - 1).join('')}…`;
}

/** Two names that were cut to the same text stay two bars. */
function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
