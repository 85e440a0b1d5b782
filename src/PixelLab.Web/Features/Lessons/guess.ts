import { html, nothing, render } from 'lit';
import { copyOf } from './copy-of';
import { say } from './page-words';
import { keep, ofLesson } from './progress';

/** Keeps what the reader guesses, and says it. Once it is decided, what happened answers it (`answerGuess`). */
export function livenGuess(slug: string, task: HTMLElement): void {
  const name = task.dataset.predict ?? '';
  const options = optionsOf(task);
  // Until then it would tell the answer.
  for (const part of task.querySelectorAll<HTMLElement>('.answers, .by')) {
    part.hidden = true;
  }
  const showEarlier = (): void => {
    options.forEach((option, index) => {
      option.checked = index === ofLesson(slug).guesses[name];
    });
    show(task);
  };
  showEarlier();
  for (const check of checksAfter(task)) {
    // Who opens one has passed the guess over.
    check.addEventListener('toggle', () => {
      if (check.open) {
        unfold(task);
      }
    });
  }
  // For a while it may have been a question to the class (`classroom/page-poll.ts`).
  task.addEventListener('own-guess', showEarlier);
  task.addEventListener('change', () => {
    show(task);
    keep(slug, (lesson) => {
      lesson.guesses[name] = options.findIndex((option) => option.checked);
    });
  });
}

/** Answers a guess once it is decided, with the event that decided it beside. */
export function answerGuess(task: HTMLElement, isDecided: boolean): void {
  task.toggleAttribute('data-decided', isDecided);
  show(task);
}

function show(task: HTMLElement): void {
  const options = optionsOf(task);
  const chosen = options.findIndex((option) => option.checked);
  const answer = task.hasAttribute('data-decided')
    ? task.querySelectorAll<HTMLElement>('.answers > ul > li')[chosen]
    : undefined;
  if (chosen >= 0 || task.hasAttribute('data-decided')) {
    unfold(task);
  }
  const said = task.querySelector<HTMLElement>('.said');
  const by = task.querySelector<HTMLElement>('.by');
  if (by) {
    by.hidden = !answer;
  }
  // Said once, however often the state is asked for.
  const told = `${chosen} ${answer !== undefined}`;
  if (!said || said.dataset.told === told) {
    return;
  }
  said.dataset.told = told;
  const words = options[chosen]?.nextElementSibling?.textContent.trim() ?? '';
  render(
    chosen < 0
      ? nothing
      : html`<p>${say(answer ? 'youGuessed' : 'youSaid', words)}</p>
          ${
            answer
              ? html`<div class="feedback" data-right=${answer.dataset.right ?? nothing}>
                  ${copyOf(answer.querySelector('.feedback'))}
                </div>`
              : nothing
          }`,
    said,
  );
}

/** Shows what the checks below a guess look for: from now on it gives nothing away. */
function unfold(task: HTMLElement): void {
  for (const check of checksAfter(task)) {
    check.open = true;
  }
}

function checksAfter(task: HTMLElement): HTMLDetailsElement[] {
  const name = task.dataset.predict ?? '';
  return [...document.querySelectorAll<HTMLDetailsElement>(`.after-guess[data-guess="${name}"]`)];
}

function optionsOf(task: HTMLElement): HTMLInputElement[] {
  return [...task.querySelectorAll<HTMLInputElement>('.options input')];
}
