import { html, type TemplateResult } from 'lit';
import { populationWords as words } from '../../Client/Kit/Words/population';
import { lines, type Dot } from './plot';
import type { LensView, Opens, PointView } from './wire';
import { count, euros, nameOf, percent, share } from './words';

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
      point.lenses.map((lens) => ({ at: place(point), who: nameOf(lens), value: value(lens) })),
    );
  const opens = (who: string, value: (opens: Opens) => number): Dot[] =>
    points.map((point) => ({ at: place(point), who, value: value(point.opens) }));
  const people = points.map((point) => ({ at: place(point), who: words.say('people'), value: point.people }));
  const x = points.some((point) => point.label) ? '' : words.say('axis.people');
  const number = { y: words.say('axis.number'), isShare: false, write: count };
  const part = {
    y: words.say('axis.percent'),
    isShare: true,
    write: (value: number) => words.say('share', { number: value }),
  };
  const plots: readonly CurvePlot[] = [
    { title: words.say('row.visitors'), ...number, dots: [...of((lens) => lens.visitors), ...people] },
    { title: words.say('precision'), ...part, dots: of((lens) => percent(lens.precision)) },
    { title: words.say('recall'), ...part, dots: of((lens) => percent(lens.recall)) },
    {
      title: words.say('row.wasted'),
      y: words.say('axis.euros'),
      isShare: false,
      write: euros,
      dots: of((lens) => lens.wastedEuros),
    },
    {
      title: words.say('opened'),
      ...number,
      dots: [
        ...opens(words.say('believed'), (one) => one.believed),
        ...opens(words.say('really'), (one) => one.opened),
        ...opens(words.say('machine'), (one) => one.overCounted),
      ],
    },
  ];
  return html`<section aria-labelledby="curve">
    <h2 id="curve">${words.say('curve', { along })}</h2>
    ${plots.map(
      ({ title, y, isShare, write, dots }) =>
        html`<figure>
          <figcaption>${title}</figcaption>
          ${key(dots)}
          ${lines(words.say('along', { what: title, along }), ends(dots, write), dots, width, x, y, isShare)}
          <p class="small">${ends(dots, write)}.</p>
        </figure>`,
    )}
    <div class="scroll" tabindex="0" role="region" aria-labelledby="curve-numbers">
      <table>
        <caption id="curve-numbers">
          ${words.say('numbers')}
        </caption>
        <thead>
          <tr>
            <th scope="col">${along}</th>
            <th scope="col">${words.say('people')}</th>
            ${(points[0]?.lenses ?? []).map(
              (lens) =>
                html`<th scope="col">${words.say('column.visitors', { who: nameOf(lens) })}</th>
                  <th scope="col">${words.say('column.precision', { who: nameOf(lens) })}</th>
                  <th scope="col">${words.say('column.recall', { who: nameOf(lens) })}</th>
                  <th scope="col">${words.say('column.wasted', { who: nameOf(lens) })}</th>`,
            )}
            <th scope="col">${words.say('column.believed')}</th>
            <th scope="col">${words.say('really')}</th>
            <th scope="col">${words.say('machine')}</th>
            <th scope="col">${words.say('unseen')}</th>
          </tr>
        </thead>
        <tbody>
          ${points.map(
            (point) =>
              html`<tr>
                <th scope="row">${point.label || share(point.share)}</th>
                <td>${count(point.people)}</td>
                ${point.lenses.map(
                  (lens) =>
                    html`<td>${count(lens.visitors)}</td>
                      <td>${share(lens.precision)}</td>
                      <td>${share(lens.recall)}</td>
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
        return words.say('everywhere', { who, value: write(least?.value ?? 0) });
      }
      return typeof least.at === 'string'
        ? words.say('leastMost', {
            who,
            least: least.at,
            leastValue: write(least.value),
            most: most.at,
            mostValue: write(most.value),
          })
        : words.say('fromTo', { who, first: write(own[0]?.value ?? 0), last: write(own.at(-1)?.value ?? 0) });
    })
    .join('; ');
}
