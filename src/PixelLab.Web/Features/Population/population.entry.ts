import { html, nothing, render, type TemplateResult } from 'lit';
import { listed } from '../../Client/Kit/Words/say';
import { populationWords as words } from '../../Client/Kit/Words/population';
import { curved } from './curve';
import { scored } from './result';
import type { ResultView, RunView } from './wire';
import { nameOf, share as shareInWords } from './words';

const ASK_EVERY = 400;

/** How long a slider rests before it is looked at what its place would change, in milliseconds. */
const REST = 150;

const form = document.querySelector<HTMLFormElement>('#plan')!;
const runs = form.dataset.runs ?? '';
const box = document.querySelector<HTMLElement>('#run')!;
const share = document.querySelector<HTMLProgressElement>('#share')!;
const said = document.querySelector<HTMLElement>('#said')!;
const results = document.querySelector<HTMLElement>('#results')!;
const cancel = document.querySelector<HTMLButtonElement>('#cancel')!;
const glance = document.querySelector<HTMLElement>('#glance')!;
let current: string | null = null;
let latest: RunView | null = null;
let resting: ReturnType<typeof setTimeout> | undefined;

for (const range of form.querySelectorAll<HTMLInputElement>('input[type=range]')) {
  const show = (): void => {
    const output = range.parentElement?.querySelector('output');
    if (output) {
      output.value = shareInWords(Number(range.value) / 100);
    }
  };
  range.addEventListener('input', () => {
    show();
    clearTimeout(resting);
    resting = setTimeout(() => void look(), REST);
  });
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
    show(latest);
  }
}).observe(results);

if (form.dataset.run) {
  void takeUp(form.dataset.run);
}

function plan(what: string): RequestInit {
  const data = new FormData(form);
  const number = (name: string): number => Number(data.get(name));
  const shares = Object.fromEntries(
    [...form.querySelectorAll<HTMLInputElement>('input[type=range]')].map((range) => [
      range.name,
      Number(range.value) / 100,
    ]),
  );
  return {
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
  };
}

/** Says what a small town comes to with the sliders as they stand. Where there is no answer the next move asks again. */
async function look(): Promise<void> {
  const reply = await fetch(runs, plan('glance')).catch(() => undefined);
  if (reply?.status === 200) {
    const { lenses, people } = (await reply.json()) as ResultView;
    const believed = lenses.map((lens) =>
      words.say('believes', { who: nameOf(lens), number: lens.visitors }),
    );
    glance.textContent = words.say('glance', { count: people, believed: listed(believed) });
  }
}

async function begin(what: string): Promise<void> {
  await shown(async () => {
    const reply = await fetch(runs, plan(what));
    const answer = (await reply.json()) as RunView & { detail?: string; run?: string };
    if (reply.ok) {
      return answer;
    }
    said.textContent = answer.detail ?? words.say('unbegun');
    return answer.run ? await ask(answer.run) : undefined;
  });
}

/** A run that was begun before the page was loaded. */
async function takeUp(id: string): Promise<void> {
  await shown(() => ask(id));
}

async function ask(id: string): Promise<RunView | undefined> {
  const reply = await fetch(`${runs}/${id}`);
  return reply.ok ? ((await reply.json()) as RunView) : undefined;
}

/** Shows a run to its end. */
async function shown(find: () => Promise<RunView | undefined>): Promise<void> {
  said.textContent = '';
  try {
    const run = await find();
    if (run) {
      current = run.id;
      await watch(run);
    }
  } catch {
    said.textContent = words.say('away');
  } finally {
    current = null;
    box.hidden = true;
  }
}

async function watch(run: RunView): Promise<void> {
  box.hidden = false;
  said.textContent ||= words.say('underWay');
  while (run.state === 'running') {
    share.value = run.share;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY));
    const next = await ask(run.id);
    if (!next) {
      said.textContent = words.say('gone');
      return;
    }
    run = next;
  }
  said.textContent = run.problem ?? words.say(run.state);
  if (run.state === 'done') {
    latest = run;
    show(run);
  }
}

function show({ along, curve, result, walk }: RunView): void {
  const option = [...form.querySelectorAll<HTMLOptionElement>('#along option')].find(
    ({ value }) => value === along,
  );
  render(
    html`${walk ? walked(walk) : nothing} ${result ? scored(result, plotWidth()) : nothing}
    ${curve ? curved(curve, option?.textContent.trim() ?? '', plotWidth()) : nothing}`,
    emptied(),
  );
}

function emptied(): HTMLElement {
  results.querySelector(':scope > p')?.remove();
  return results;
}

function walked(walk: NonNullable<RunView['walk']>): TemplateResult {
  return html`<section class="card" aria-labelledby="walked">
    <h2 id="walked">${words.say('kept')}</h2>
    <p>${words.parts('keptIn', { seat: html`<code>${walk.seat}</code>` })}</p>
    <ul class="links">
      <li><a href=${walk.reports}>${words.say('toReports')}</a></li>
      <li><a href=${walk.panel}>${words.say('toPanel')}</a></li>
      <li><a href=${walk.compare}>${words.say('toCompare')}</a></li>
    </ul>
  </section>`;
}

function plotWidth(): number {
  return Math.max(280, Math.min(760, results.clientWidth));
}
