import { html, nothing, type TemplateResult } from 'lit';
import { bars, type Dot } from './plot';
import type { LensView, Opens, ResultView } from './wire';
import { count, euros, NAMES, opensSentence, percent, sentence } from './words';

/** What came of a run. */
export function scored(result: ResultView, width: number): TemplateResult {
  const visitors: Dot[] = [
    ...result.lenses.map((lens) => ({ at: 0, who: NAMES[lens.lens], value: lens.visitors })),
    { at: 0, who: 'People', value: result.people },
  ];
  const wasted = result.lenses.map((lens) => ({ at: 0, who: NAMES[lens.lens], value: lens.wastedEuros }));
  const title = 'Visitors counted, and people there were';
  const summary = visitors.map((dot) => `${dot.who}: ${count(dot.value)}`).join(', ');
  return html`<section aria-labelledby="outcome">
    <h2 id="outcome">What the trackers believed</h2>
    <p>
      ${count(result.people)} people with ${count(result.browsers)} browsers opened ${count(result.pages)}
      pages. ${count(result.planted)} pixels were planted, ${count(result.hits)} hits arrived.
    </p>
    <ul class="sentences">
      ${result.lenses.map((lens) => html`<li>${sentence(lens, result.people)}</li>`)}
      <li>${opensSentence(result.opens)}</li>
    </ul>
    <figure>
      <figcaption>${title} <span class="small">(number)</span></figcaption>
      ${bars(title, summary, visitors, width)}
    </figure>
    ${result.lenses.some((lens) => lens.ads > 0) ? waste(wasted, width) : nothing}
    ${result.opens.sent > 0 ? mail(result.opens, width) : nothing} ${table(result)}
  </section>`;
}

function waste(wasted: readonly Dot[], width: number): TemplateResult {
  const title = 'Ad money spent for nothing';
  return html`<figure>
    <figcaption>${title} <span class="small">(euros, at €6 for a thousand ads shown)</span></figcaption>
    ${bars(title, wasted.map((dot) => `${dot.who}: ${euros(dot.value)}`).join(', '), wasted, width, euros)}
  </figure>`;
}

function mail(opens: Opens, width: number): TemplateResult {
  const dots: Dot[] = [
    { at: 0, who: 'Believed', value: opens.believed },
    { at: 0, who: 'Really', value: opens.opened },
  ];
  const title = 'Messages opened';
  return html`<figure>
    <figcaption>${title} <span class="small">(number)</span></figcaption>
    ${bars(title, dots.map((dot) => `${dot.who}: ${dot.value}`).join(', '), dots, width)}
  </figure>`;
}

function table(result: ResultView): TemplateResult {
  const rows: readonly [string, (lens: LensView) => string][] = [
    ['Visitors counted', (lens) => count(lens.visitors)],
    ['Pairs of hits joined rightly (precision)', (lens) => `${percent(lens.precision)} %`],
    ['Pairs of one person found (recall)', (lens) => `${percent(lens.recall)} %`],
    ['Pairs of one browser found (recall)', (lens) => `${percent(lens.browserRecall)} %`],
    ['Ads that followed somebody', (lens) => count(lens.ads)],
    ['… who had bought the thing already', (lens) => count(lens.afterPurchase)],
    ['… who had never looked at it', (lens) => count(lens.wrongPerson)],
    ['What these ads cost', (lens) => euros(lens.spent)],
    ['Ad money wasted', (lens) => `${euros(lens.wastedEuros)} (${percent(lens.wasted)} %)`],
  ];
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="numbers">
      <table>
        <caption id="numbers">
          The three trackers against the truth
        </caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            ${result.lenses.map((lens) => html`<th scope="col">${NAMES[lens.lens]}</th>`)}
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
    <p class="small">
      Precision: of all pairs of hits that a tracker takes for one visitor, the share that really are one
      person. Recall: of all pairs of hits of one person, as far as the tracker could count them at all, the
      share that it put together. The ads that follow people are taken to cost 6 euros a thousand, an invented
      price.
    </p>`;
}
