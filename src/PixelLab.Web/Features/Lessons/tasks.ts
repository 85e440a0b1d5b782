import { html, nothing, render } from 'lit';
import { say } from './page-words';
import { keep, ofLesson, taskDone } from './progress';

/** Brings predictions, hints and quizzes to life. */
export function livenTasks(lesson: HTMLElement): void {
  const slug = lesson.dataset.lesson ?? '';
  for (const task of lesson.querySelectorAll<HTMLElement>('[data-predict]')) {
    livenPrediction(slug, task);
  }
  for (const task of lesson.querySelectorAll<HTMLElement>('.task.do')) {
    livenHints(task);
  }
  for (const task of lesson.querySelectorAll<HTMLElement>('[data-quiz]')) {
    livenQuiz(slug, task);
  }
}

function livenPrediction(slug: string, task: HTMLElement): void {
  const name = task.dataset.predict ?? '';
  const options = [...task.querySelectorAll<HTMLInputElement>('.options input')];
  const said = task.querySelector<HTMLElement>('.said');
  const show = (): void => {
    const chosen = options.find((option) => option.checked);
    if (said) {
      said.textContent = chosen ? say('youSaid', chosen.nextElementSibling?.textContent.trim() ?? '') : '';
    }
  };
  const showEarlier = (): void => {
    options.forEach((option, index) => {
      option.checked = index === ofLesson(slug).guesses[name];
    });
    show();
  };
  showEarlier();
  // For a while it may have been a question to the class (`classroom/page-poll.ts`).
  task.addEventListener('own-guess', showEarlier);
  task.addEventListener('change', () => {
    show();
    keep(slug, (lesson) => {
      lesson.guesses[name] = options.findIndex((option) => option.checked);
    });
  });
}

/** One hint at a time: the next one shows once the one before it was opened. */
function livenHints(task: HTMLElement): void {
  const hints = [...task.querySelectorAll<HTMLDetailsElement>('.hint')];
  hints.forEach((hint, index) => {
    hint.hidden = index > 0;
    hint.addEventListener('toggle', () => {
      const next = hints[index + 1];
      if (hint.open && next) {
        next.hidden = false;
      }
    });
  });
}

interface Answer {
  input: HTMLInputElement;
  isRight: boolean;
  feedback: Element | null;
  place: HTMLElement;
}

function livenQuiz(slug: string, task: HTMLElement): void {
  const key = `quiz:${task.dataset.quiz ?? ''}`;
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

  const judge = (): void => {
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
    if (isRight) {
      taskDone(slug, key);
    }
    show(
      chosen.length === 0 ? 'quizNone' : isRight ? 'quizRight' : wrong ? 'quizWrong' : 'quizMissing',
      isRight && (why?.childElementCount ?? 0) > 0,
    );
  };
  const show = (verdict: string, withWhy: boolean): void => {
    render(
      html`<button @click=${judge}>${say('quizCheck')}</button>
        <div role="status">
          ${verdict ? html`<p class="state">${say(verdict)}</p>` : nothing}
          ${withWhy ? html`<div class="why">${copyOf(why)}</div>` : nothing}
        </div>`,
      foot,
    );
  };
  show('', false);
  // A verdict is on the answer that was checked, and not on the next one.
  task.addEventListener('change', () => {
    for (const answer of answers) {
      render(nothing, answer.place);
    }
    task.classList.remove('right');
    show('', false);
  });
}

/** What an element holds, once more. */
function copyOf(element: Element | null): Node[] {
  return [...(element?.childNodes ?? [])].map((node) => node.cloneNode(true));
}
