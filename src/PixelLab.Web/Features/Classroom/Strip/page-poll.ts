import { html, nothing, render, type TemplateResult } from 'lit';
import { roomWords as words } from '../../../Client/Kit/Words/room';
import type { PollView } from '../wire';

/** The question of this page that is being asked, and how it goes back to being the reader’s own. */
let asked: { block: HTMLElement; stop: () => void } | undefined;

/**
 * Lets a question of a lesson be asked where it stands: on that lesson’s page the reader’s own guess becomes the answer to the
 * class, and what the class answered stands beside each answer when the instructor shows it.
 * @returns The block of the page, or undefined where the question is none of this page’s.
 */
export function askInPage(
  poll: PollView | undefined,
  vote: (option: number) => void,
): HTMLElement | undefined {
  const block = poll?.from ? find(poll.from) : undefined;
  if (asked && asked.block !== block) {
    asked.stop();
    asked = undefined;
  }
  if (poll && block) {
    asked ??= begin(block, vote);
    show(block, poll);
  }
  return block;
}

/** Brings a question into view, and the keyboard to its answers. */
export function bring(block: HTMLElement): void {
  block.scrollIntoView({ block: 'center' });
  const options = optionsOf(block);
  (options.find((option) => option.checked) ?? options[0])?.focus({ preventScroll: true });
}

/** How many chose an answer, and how many did when it was asked before; nothing where that is not shown. */
export function chosenBy({ counts, before }: PollView, index: number): TemplateResult | typeof nothing {
  if (!counts) {
    return nothing;
  }
  const now = html`<b>${counts[index] ?? 0}</b>`;
  return before
    ? html`<span>${words.parts('beforeAndNow', { before: html`<b>${before[index] ?? 0}</b>`, now })}</span>`
    : now;
}

function find({ lesson, prediction }: { lesson: string; prediction: string }): HTMLElement | undefined {
  const page = document.querySelector(`main[data-lesson="${CSS.escape(lesson)}"]`);
  return page?.querySelector<HTMLElement>(`[data-predict="${CSS.escape(prediction)}"]`) ?? undefined;
}

function begin(block: HTMLElement, vote: (option: number) => void): { block: HTMLElement; stop: () => void } {
  const head = document.createElement('p');
  head.className = 'to-class';
  head.setAttribute('role', 'status');
  block.querySelector('.options')?.before(head);
  const choose = (): void => {
    const option = optionsOf(block).findIndex((one) => one.checked);
    if (option >= 0) {
      vote(option);
    }
  };
  block.classList.add('asked');
  block.addEventListener('change', choose);
  return {
    block,
    stop: () => {
      head.remove();
      block.querySelectorAll('.votes').forEach((place) => place.remove());
      block.classList.remove('asked');
      block.removeEventListener('change', choose);
      // The lesson shows the reader’s own guess again (`lesson/tasks.ts`).
      block.dispatchEvent(new Event('own-guess'));
    },
  };
}

function show(block: HTMLElement, poll: PollView): void {
  const options = optionsOf(block);
  options.forEach((option, index) => {
    option.checked = poll.own === index;
    render(votes(poll, index), placeIn(option));
  });
  const head = block.querySelector<HTMLElement>('.to-class');
  const said = [
    poll.own === undefined
      ? words.say('asked')
      : words.say('answered', { answer: poll.options[poll.own] ?? '' }),
    poll.counts ? words.say('classSaid') : '',
  ].join(' ');
  // Said once, however often somebody else answers meanwhile.
  if (head && head.textContent !== said) {
    head.textContent = said;
  }
}

function votes(poll: PollView, index: number): TemplateResult | typeof nothing {
  const { counts } = poll;
  if (!counts) {
    return nothing;
  }
  const all = counts.reduce((sum, one) => sum + one, 0);
  return html`${chosenBy(poll, index)}<meter
      min="0"
      max=${Math.max(1, all)}
      value=${counts[index] ?? 0}
      aria-hidden="true"
    ></meter>`;
}

/** Where an answer’s count stands: at the end of its label. */
function placeIn(option: HTMLInputElement): HTMLElement {
  const label = option.parentElement;
  let place = label?.querySelector<HTMLElement>('.votes');
  if (!place) {
    place = document.createElement('span');
    place.className = 'votes';
    label?.append(place);
  }
  return place;
}

function optionsOf(block: HTMLElement): HTMLInputElement[] {
  return [...block.querySelectorAll<HTMLInputElement>('.options input')];
}
