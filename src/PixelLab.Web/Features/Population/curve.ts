import { html, type TemplateResult } from 'lit';
import { lines, type Dot } from './plot';
import type { LensView, Opens, PointView } from './wire';
import { count, euros, NAMES, percent } from './words';

/** A curve’s plots: what stands up the page, and what of each point. */
interface CurvePlot {
  title: string;
  y: string;
  isShare: boolean;
  write: (value: number) => string;
  dots: readonly Dot[];
}

/** What comes of a town as one of its shares moves, or with one kind of banner after another. */
export function curved(points: readonly PointView[], along: string, width: number): TemplateResult {
  const place = (point: PointView): string | number => point.label || Math.round(point.share * 100);
  const of = (value: (lens: LensView) => number): Dot[] =>
    points.flatMap((point) =>
      point.lenses.map((lens) => ({ at: place(point), who: NAMES[lens.lens], value: value(lens) })),
    );
  const opens = (who: string, value: (opens: Opens) => number): Dot[] =>
    points.map((point) => ({ at: place(point), who, value: value(point.opens) }));
  const people = points.map((point) => ({ at: place(point), who: 'People', value: point.people }));
  const x = points.some((point) => point.label) ? '' : 'percent of people →';
  const number = { y: '↑ number', isShare: false, write: count };
  const part = { y: '↑ percent', isShare: true, write: (value: number) => `${count(value)} %` };
  const plots: readonly CurvePlot[] = [
    { title: 'Visitors counted', ...number, dots: [...of((lens) => lens.visitors), ...people] },
    { title: 'Precision', ...part, dots: of((lens) => percent(lens.precision)) },
    { title: 'Recall', ...part, dots: of((lens) => percent(lens.recall)) },
    {
      title: 'Ad money wasted',
      y: '↑ euros',
      isShare: false,
      write: euros,
      dots: of((lens) => lens.wastedEuros),
    },
    {
      title: 'Messages opened',
      ...number,
      dots: [
        ...opens('Believed', (one) => one.believed),
        ...opens('Really', (one) => one.opened),
        ...opens('Fetched by a machine alone', (one) => one.overCounted),
      ],
    },
  ];
  return html`<section aria-labelledby="curve">
    <h2 id="curve">As “${along}” moves</h2>
    ${plots.map(
      ({ title, y, isShare, write, dots }) =>
        html`<figure>
          <figcaption>${title}</figcaption>
          ${key(dots)} ${lines(`${title} along ${along}`, ends(dots, write), dots, width, x, y, isShare)}
          <p class="small">${ends(dots, write)}.</p>
        </figure>`,
    )}
    <div class="scroll" tabindex="0" role="region" aria-labelledby="curve-numbers">
      <table>
        <caption id="curve-numbers">
          The numbers behind the curves
        </caption>
        <thead>
          <tr>
            <th scope="col">${along}</th>
            <th scope="col">People</th>
            ${(points[0]?.lenses ?? []).map(
              (lens) =>
                html`<th scope="col">${NAMES[lens.lens]}: visitors</th>
                  <th scope="col">${NAMES[lens.lens]}: precision</th>
                  <th scope="col">${NAMES[lens.lens]}: recall</th>
                  <th scope="col">${NAMES[lens.lens]}: wasted</th>`,
            )}
            <th scope="col">Messages opened: believed</th>
            <th scope="col">Really</th>
            <th scope="col">Fetched by a machine alone</th>
            <th scope="col">Opened unseen</th>
          </tr>
        </thead>
        <tbody>
          ${points.map(
            (point) =>
              html`<tr>
                <th scope="row">${point.label || `${Math.round(point.share * 100)} %`}</th>
                <td>${count(point.people)}</td>
                ${point.lenses.map(
                  (lens) =>
                    html`<td>${count(lens.visitors)}</td>
                      <td>${percent(lens.precision)} %</td>
                      <td>${percent(lens.recall)} %</td>
                      <td>${euros(lens.wastedEuros)}</td>`,
                )}
                <td>${count(point.opens.believed)}</td>
                <td>${count(point.opens.opened)}</td>
                <td>${count(point.opens.overCounted)}</td>
                <td>${count(point.opens.missed)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** Which mark and colour is whose, in the order in which the plot gives them out. */
function key(dots: readonly Dot[]): TemplateResult {
  const marks = ['●', '■', '▲', '★'];
  const names = [...new Set(dots.map((dot) => dot.who))];
  return html`<p class="key">
    ${names.map((name, place) => html`<span class=${['one', 'two', 'three', 'four'][place] ?? 'four'}>${marks[place]} ${name}</span> `)}
  </p>`;
}

/** What the curves do, in words: where each begins and ends, or where it is least and most among things without an order. */
function ends(dots: readonly Dot[], write: (value: number) => string): string {
  return [...new Set(dots.map((dot) => dot.who))]
    .map((who) => {
      const own = dots.filter((dot) => dot.who === who);
      const sorted = own.toSorted((one, other) => one.value - other.value);
      const [least, most] = [sorted[0], sorted.at(-1)];
      if (!least || !most || least.value === most.value) {
        return `${who}: ${write(least?.value ?? 0)} everywhere`;
      }
      return typeof least.at === 'string'
        ? `${who}: least with “${least.at}” (${write(least.value)}), most with “${most.at}” (${write(most.value)})`
        : `${who}: from ${write(own[0]?.value ?? 0)} to ${write(own.at(-1)?.value ?? 0)}`;
    })
    .join('; ');
}
