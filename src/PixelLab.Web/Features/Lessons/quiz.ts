import { html, nothing, render } from 'lit';
import { copyOf } from './copy-of';
import { say } from './page-words';

/** What is kept of a question. */
export interface QuizMemory {
  /** What was first answered: the places of the chosen answers in the lesson’s file. */
  first: () => readonly number[] | undefined;
  /** Whether the right answer has been found. */
  isDone: () => boolean;
  /** Keeps an answer. */
  keep: (places: number[], isRight: boolean) => void;
}

interface Answer {
  input: HTMLInputElement;
  isRight: boolean;
  feedback: Element | null;
  place: HTMLElement;
}

/** The places of a question’s right answers, in order. */
export function rightOf(task: HTMLElement): number[] {
  const told = [...task.querySelectorAll<HTMLElement>('.answers > ul > li')];
  return [...task.querySelectorAll<HTMLInputElement>('.options input')]
    .filter((_, index) => told[index]?.dataset.right === 'yes')
    .map((input) => Number(input.value))
    .sort((one, other) => one - other);
}

/** Lets a question be answered, with what is told to whoever chose each answer. */
export function livenQuiz(task: HTMLElement, memory: QuizMemory): void {
  const sheet = task.querySelector<HTMLElement>('.answers');
  const told = [...task.querySelectorAll<HTMLElement>('.answers > ul > li')];
  const answers = [...task.querySelectorAll<HTMLInputElement>('.options input')].map(
    (input, index): Answer => {
      const place = document.createElement('div');
      input.closest('label')?.after(place);
      return {
        input,
        isRight: told[index]?.dataset.right === 'yes',
        feedback: told[index]?.querySelector('.feedback') ?? null,
        place,
      };
    },
  );
  if (!sheet) {
    return;
  }
  sheet.hidden = true;
  const foot = document.createElement('div');
  task.append(foot);
  const why = task.querySelector('.why');

  /** How the chosen answers stand: each with its feedback, and together. */
  const judge = (): { verdict: readonly [string, ...number[]]; isRight: boolean } => {
    const chosen = answers.filter((answer) => answer.input.checked);
    const wrong = chosen.some((answer) => !answer.isRight);
    const isRight =
      !wrong && chosen.length > 0 && answers.every((answer) => !answer.isRight || answer.input.checked);
    for (const answer of answers) {
      render(
        answer.input.checked
          ? html`<div class="feedback" data-right=${answer.isRight ? 'yes' : 'no'}>
              ${copyOf(answer.feedback)}
            </div>`
          : nothing,
        answer.place,
      );
    }
    task.classList.toggle('right', isRight);
    const all = answers.filter((answer) => answer.isRight).length;
    const name =
      chosen.length === 0 ? 'quizNone' : isRight ? 'quizRight' : wrong ? 'quizWrong' : 'quizMissing';
    return { verdict: name === 'quizMissing' ? [name, chosen.length, all] : [name], isRight };
  };
  const check = (): void => {
    const { verdict, isRight } = judge();
    const places = answers.filter(({ input }) => input.checked).map(({ input }) => Number(input.value));
    if (places.length > 0) {
      memory.keep(places, isRight);
    }
    show([verdict], isRight);
  };
  /** What was answered first stands there again after a reload: it is what one knew. */
  const showFirst = (): void => {
    const first = memory.first() ?? [];
    for (const { input } of answers) {
      input.checked = first.includes(Number(input.value));
    }
    if (answers.some(({ input }) => input.checked)) {
      const { verdict, isRight } = judge();
      const isDone = isRight || memory.isDone();
      show([['quizFirst'], isDone && !isRight ? ['quizSince'] : verdict], isDone);
    }
  };
  const show = (verdicts: readonly (readonly [string, ...number[]])[], withWhy: boolean): void => {
    render(
      html`<button @click=${check}>${say('quizCheck')}</button>
        <div role="status">
          ${verdicts.length > 0 ? html`<p class="state">${verdicts.map((one) => say(...one)).join(' ')}</p>` : nothing}
          ${withWhy && why?.childElementCount ? html`<div class="why">${copyOf(why)}</div>` : nothing}
        </div>`,
      foot,
    );
  };
  show([], false);
  showFirst();
  // A verdict is on the answer that was checked, and not on the next one.
  task.addEventListener('change', () => {
    for (const answer of answers) {
      render(nothing, answer.place);
    }
    task.classList.remove('right');
    show([], false);
  });
}
