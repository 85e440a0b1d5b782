import { html, nothing, render, type TemplateResult } from 'lit';
import { curved } from './curve';
import { scored } from './result';
import type { RunView } from './wire';

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
    failed: run.problem ?? 'The run broke off. The lab has noted why in its log.',
    running: '',
  }[run.state];
  if (run.state === 'done') {
    latest = { run, along };
    show(run, along);
  }
}

function show(run: RunView, along: string): void {
  render(
    html`${run.walk ? walked(run.walk) : nothing} ${run.result ? scored(run.result, plotWidth()) : nothing}
    ${run.curve ? curved(run.curve, along, plotWidth()) : nothing}`,
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

function plotWidth(): number {
  return Math.max(280, Math.min(760, results.clientWidth));
}
