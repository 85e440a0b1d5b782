import * as Plot from '@observablehq/plot';

/** A value of one tracker, or of the truth, at one place of a plot. */
export interface Dot {
  at: string | number;
  who: string;
  value: number;
}

/** Colours and forms together: nobody has to tell the lines apart by colour alone. */
const RANGE = ['var(--series-1)', 'var(--series-2)', 'var(--series-3)', 'currentColor'];

/** Bars that lie, one for each tracker and one for the truth. */
export function bars(
  title: string,
  description: string,
  dots: readonly Dot[],
  width: number,
  write: (value: number) => string,
): Element {
  const most = Math.max(...dots.map((dot) => dot.value)) || 1;
  return finished(
    Plot.plot({
      ...frame(title, description, width),
      height: dots.length * 40 + 44,
      marginLeft: 96,
      marginRight: 64,
      x: { label: null, grid: true, domain: [0, most], ticks: Math.max(2, Math.floor(width / 130)) },
      y: { label: null, domain: dots.map((dot) => dot.who) },
      color: { domain: dots.map((dot) => dot.who), range: RANGE },
      marks: [
        Plot.barX(dots, { x: 'value', y: 'who', fill: 'who', insetTop: 3, insetBottom: 3 }),
        Plot.text(dots, {
          x: 'value',
          y: 'who',
          text: (dot: Dot) => write(dot.value),
          textAnchor: 'start',
          dx: 6,
          fill: 'currentColor',
        }),
        Plot.ruleX([0], { stroke: 'currentColor' }),
      ],
    }),
  );
}

/** A line for each tracker over the places of a slider, each named at its end. */
export function lines(
  title: string,
  description: string,
  dots: readonly Dot[],
  width: number,
  x: string,
  y: string,
  isShare: boolean,
): Element {
  const names = [...new Set(dots.map((dot) => dot.who))];
  const most = Math.max(...dots.map((dot) => dot.value), isShare ? 100 : 0) || 1;
  const places = [...new Set(dots.map((dot) => dot.at))];
  const isNamed = places.some((place) => typeof place === 'string');
  const marginBottom = isNamed ? 96 : 44;
  return finished(
    Plot.plot({
      ...frame(title, description, width),
      height: 256 + marginBottom,
      marginLeft: 52,
      marginRight: 20,
      marginTop: 30,
      marginBottom,
      x: isNamed
        ? { type: 'point', label: null, domain: places, tickRotate: -25, padding: 0.4 }
        : { label: x, domain: [0, 100], ticks: width < 420 ? 5 : 10 },
      y: { label: y, domain: [0, most], grid: true, ticks: 6 },
      color: { domain: names, range: RANGE },
      symbol: { domain: names, range: ['circle', 'square', 'triangle', 'star'] },
      marks: [
        Plot.ruleY([0], { stroke: 'currentColor' }),
        // Between two kinds of banner there is nothing: only shares are joined by a line.
        ...(isNamed ? [] : [Plot.line(dots, { x: 'at', y: 'value', stroke: 'who', strokeWidth: 2 })]),
        Plot.dot(dots, { x: 'at', y: 'value', fill: 'who', symbol: 'who', r: isNamed ? 6 : 4 }),
      ],
    }),
  );
}

function frame(title: string, description: string, width: number) {
  return { className: 'plot', width, ariaLabel: title, ariaDescription: description };
}

/** The library's own style element is kept out by the page's policy; population.css says the same. */
function finished(plot: SVGSVGElement | HTMLElement): Element {
  for (const style of [...plot.querySelectorAll('style')]) {
    style.remove();
  }
  // A picture is named as a whole; names on its parts are not allowed without a role (WAI-ARIA 1.2, section 5.2.8.6).
  for (const part of plot.querySelectorAll('[aria-label], [aria-description]')) {
    part.removeAttribute('aria-label');
    part.removeAttribute('aria-description');
  }
  plot.setAttribute('role', 'img');
  return plot;
}
