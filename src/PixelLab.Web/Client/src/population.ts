import { html, nothing, render, type TemplateResult } from 'lit';
import { bars, lines, type Dot } from './population-plot';

interface LensView {
  lens: 'pixel' | 'cookie' | 'both';
  visitors: number;
  precision: number;
  recall: number;
  browserPrecision: number;
  browserRecall: number;
  ads: number;
  afterPurchase: number;
  wrongPerson: number;
  wasted: number;
  spent: number;
  wastedEuros: number;
}

interface Opens {
  sent: number;
  believed: number;
  opened: number;
  overCounted: number;
  missed: number;
}

interface ResultView {
  people: number;
  browsers: number;
  pages: number;
  planted: number;
  hits: number;
  lenses: readonly LensView[];
  opens: Opens;
}

interface PointView {
  share: number;
  label: string;
  people: number;
  lenses: readonly LensView[];
  opens: Opens;
}

interface RunView {
  id: string;
  state: 'running' | 'done' | 'cancelled' | 'failed';
  share: number;
  result?: ResultView;
  curve?: readonly PointView[];
  walk?: { seat: string; panel: string; reports: string; compare: string };
}

const NAMES = { pixel: 'Pixel', cookie: 'Cookie', both: 'Both' } as const;
const ASK_EVERY = 400;

const form = document.querySelector<HTMLFormElement>('#plan')!;
const runs = form.dataset.runs ?? '';
const box = document.querySelector<HTMLElement>('#run')!;
const share = document.querySelector<HTMLProgressElement>('#share')!;
const said = document.querySelector<HTMLElement>('#said')!;
const results = document.querySelector<HTMLElement>('#results')!;
const cancel = document.querySelector<HTMLButtonElement>('#cancel')!;
let current: string | null = null;
let latest: { run: RunView; along: string } | null = null;

for (const range of form.querySelectorAll<HTMLInputElement>('input[type=range]')) {
  const show = (): void => {
    const output = range.parentElement?.querySelector('output');
    if (output) {
      output.value = `${range.value}\u00a0%`;
    }
  };
  range.addEventListener('input', show);
  show();
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const pressed = event.submitter instanceof HTMLButtonElement ? event.submitter.value : 'score';
  void begin(pressed || 'score');
});

cancel.addEventListener('click', () => {
  if (current) {
    void fetch(`${runs}/${current}/cancel`, { method: 'POST' });
  }
});

let width = results.clientWidth;
new ResizeObserver(() => {
  if (results.clientWidth !== width && latest) {
    width = results.clientWidth;
    show(latest.run, latest.along);
  }
}).observe(results);

async function begin(what: string): Promise<void> {
  const data = new FormData(form);
  const number = (name: string): number => Number(data.get(name));
  const shares = Object.fromEntries(
    [...form.querySelectorAll<HTMLInputElement>('input[type=range]')].map((range) => [
      range.name,
      Number(range.value) / 100,
    ]),
  );
  const select = form.elements.namedItem('along');
  const along = select instanceof HTMLSelectElement ? (select.selectedOptions[0]?.textContent ?? '') : '';
  said.textContent = '';
  try {
    const reply = await fetch(runs, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        what,
        people: number('people'),
        days: number('days'),
        seed: number('seed'),
        regime: data.get('regime'),
        along: data.get('along'),
        shares,
      }),
    });
    const answer = (await reply.json()) as RunView & { detail?: string };
    if (!reply.ok) {
      said.textContent = answer.detail ?? 'The lab could not begin the run.';
      return;
    }
    current = answer.id;
    await watch(answer, along);
  } catch {
    said.textContent = 'The lab does not answer. Is it still running?';
  } finally {
    current = null;
    box.hidden = true;
  }
}

async function watch(run: RunView, along: string): Promise<void> {
  box.hidden = false;
  said.textContent = 'The people are under way.';
  while (run.state === 'running') {
    share.value = run.share;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY));
    const reply = await fetch(`${runs}/${run.id}`);
    if (!reply.ok) {
      said.textContent = 'The lab has forgotten this run.';
      return;
    }
    run = (await reply.json()) as RunView;
  }
  said.textContent = {
    done: 'Done. The results are below.',
    cancelled: 'The run was cancelled. Nothing of it is kept.',
    failed: 'The run broke off. The lab has noted why in its log.',
    running: '',
  }[run.state];
  if (run.state === 'done') {
    latest = { run, along };
    show(run, along);
  }
}

function show(run: RunView, along: string): void {
  render(
    html`${run.walk ? walked(run.walk) : nothing} ${run.result ? scored(run.result) : nothing}
    ${run.curve ? curved(run.curve, along) : nothing}`,
    emptied(),
  );
}

function emptied(): HTMLElement {
  results.querySelector(':scope > p')?.remove();
  return results;
}

function walked(walk: NonNullable<RunView['walk']>): TemplateResult {
  return html`<section class="card" aria-labelledby="walked">
    <h2 id="walked">Their town is kept</h2>
    <p>
      What these people left lies in a seat of its own, <code>${walk.seat}</code>. Every hit in it says that
      it was simulated.
    </p>
    <ul class="links">
      <li><a href=${walk.reports}>Read the seven reports that the shop gets about them</a></li>
      <li><a href=${walk.panel}>See the hits in the panel</a></li>
      <li><a href=${walk.compare}>Compare pixel and cookie</a></li>
    </ul>
  </section>`;
}

function scored(result: ResultView): TemplateResult {
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
      ${bars(title, summary, visitors, plotWidth())}
    </figure>
    ${result.lenses.some((lens) => lens.ads > 0) ? waste(wasted) : nothing}
    ${result.opens.sent > 0 ? mail(result.opens) : nothing} ${table(result)}
  </section>`;
}

function waste(wasted: readonly Dot[]): TemplateResult {
  const title = 'Ad money spent for nothing';
  return html`<figure>
    <figcaption>${title} <span class="small">(euros, at €6 for a thousand ads shown)</span></figcaption>
    ${bars(title, wasted.map((dot) => `${dot.who}: ${euros(dot.value)}`).join(', '), wasted, plotWidth(), euros)}
  </figure>`;
}

function mail(opens: Opens): TemplateResult {
  const dots: Dot[] = [
    { at: 0, who: 'Believed', value: opens.believed },
    { at: 0, who: 'Really', value: opens.opened },
  ];
  const title = 'Messages opened';
  return html`<figure>
    <figcaption>${title} <span class="small">(number)</span></figcaption>
    ${bars(title, dots.map((dot) => `${dot.who}: ${dot.value}`).join(', '), dots, plotWidth())}
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

/** A curve’s plots: what stands up the page, and what of each point. */
interface CurvePlot {
  title: string;
  y: string;
  isShare: boolean;
  write: (value: number) => string;
  dots: readonly Dot[];
}

function curved(points: readonly PointView[], along: string): TemplateResult {
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
          ${key(dots)}
          ${lines(`${title} along ${along}`, ends(dots, write), dots, plotWidth(), x, y, isShare)}
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

function sentence(lens: LensView, people: number): string {
  const difference = lens.visitors - people;
  const counted =
    difference === 0
      ? 'exactly as many as there were people'
      : `${count(Math.abs(difference))} ${difference > 0 ? 'too many' : 'too few'}`;
  const ads =
    lens.ads === 0
      ? 'No ad followed anybody.'
      : `Of ${count(lens.ads)} ads that followed somebody, ${count(lens.afterPurchase + lens.wrongPerson)} were for nothing: ${euros(lens.wastedEuros)} of ${euros(lens.spent)}.`;
  return `${NAMES[lens.lens]}: ${count(lens.visitors)} visitors counted, ${counted}. ${ads}`;
}

function opensSentence(opens: Opens): string {
  return opens.sent === 0
    ? 'No mail was sent.'
    : `Mail: the sender believes that ${count(opens.believed)} of ${count(opens.sent)} messages were opened. In truth it was ${count(opens.opened)}: ${count(opens.overCounted)} were fetched by a machine alone, and ${count(opens.missed)} were read unseen.`;
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

function plotWidth(): number {
  return Math.max(280, Math.min(760, results.clientWidth));
}

function count(number: number): string {
  return number.toLocaleString('en');
}

function euros(amount: number): string {
  return `€${amount.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}

function percent(part: number): number {
  return Math.round(part * 1000) / 10;
}
