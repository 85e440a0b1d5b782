import { html, type TemplateResult } from 'lit';
import { populationWords as words } from '../../Client/Kit/Words/population';
import { bars, type Dot } from './plot';
import type { LensView, Opens, ResultView } from './wire';
import { count, euros, nameOf, opensSentence, sentence, share } from './words';

/** What came of a run. */
export function scored(result: ResultView, width: number): TemplateResult {
  const { browsers, hits, lenses, opens, pages, people, planted } = result;
  const visitors: Dot[] = [
    ...lenses.map((lens) => ({ at: 0, who: nameOf(lens), value: lens.visitors })),
    { at: 0, who: words.say('people'), value: people },
  ];
  const wasted = lenses.map((lens) => ({ at: 0, who: nameOf(lens), value: lens.wastedEuros }));
  return html`<section aria-labelledby="outcome">
    <h2 id="outcome">${words.say('outcome')}</h2>
    <p>${words.say('walked', { people, browsers, pages, planted, hits })}</p>
    <ul class="sentences">
      ${lenses.map((lens) => html`<li>${sentence(lens, people)}</li>`)}
      <li>${opensSentence(opens)}</li>
    </ul>
    ${barred(words.say('visitorsAndPeople'), words.say('unit.number'), visitors, width)}
    ${lenses.some((lens) => lens.ads > 0) ? barred(words.say('waste'), words.say('unit.euros'), wasted, width, euros) : ''}
    ${opens.sent > 0 ? barred(words.say('opened'), words.say('unit.number'), openings(opens), width) : ''}
    ${table(result)}
  </section>`;
}

function openings(opens: Opens): Dot[] {
  return [
    { at: 0, who: words.say('believed'), value: opens.believed },
    { at: 0, who: words.say('really'), value: opens.opened },
  ];
}

function barred(
  title: string,
  unit: string,
  dots: readonly Dot[],
  width: number,
  write = count,
): TemplateResult {
  const told = dots.map(({ who, value }) => words.say('dot', { who, value: write(value) })).join(', ');
  return html`<figure>
    <figcaption>${title} <span class="small">${unit}</span></figcaption>
    ${bars(title, told, dots, width, write)}
  </figure>`;
}

function table(result: ResultView): TemplateResult {
  const rows: readonly [string, (lens: LensView) => string][] = [
    [words.say('row.visitors'), (lens) => count(lens.visitors)],
    [words.say('row.precision'), (lens) => share(lens.precision)],
    [words.say('row.recall'), (lens) => share(lens.recall)],
    [words.say('row.browserRecall'), (lens) => share(lens.browserRecall)],
    [words.say('row.ads'), (lens) => count(lens.ads)],
    [words.say('row.afterPurchase'), (lens) => count(lens.afterPurchase)],
    [words.say('row.wrongPerson'), (lens) => count(lens.wrongPerson)],
    [words.say('row.spent'), (lens) => euros(lens.spent)],
    [
      words.say('row.wasted'),
      (lens) => words.say('ofWhich', { euros: euros(lens.wastedEuros), share: share(lens.wasted) }),
    ],
  ];
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="numbers">
      <table>
        <caption id="numbers">
          ${words.say('table')}
        </caption>
        <thead>
          <tr>
            <th scope="col">${words.say('what')}</th>
            ${result.lenses.map((lens) => html`<th scope="col">${nameOf(lens)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([name, cell]) =>
              html`<tr>
                <th scope="row">${name}</th>
                ${result.lenses.map((lens) => html`<td>${cell(lens)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="small">${words.say('meaning')}</p>`;
}
