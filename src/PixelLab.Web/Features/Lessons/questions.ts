import { html, nothing, render, type TemplateResult } from 'lit';
import { ask } from './ask';
import { changeOf } from './before-after';
import { copyOf } from './copy-of';
import { say } from './page-words';
import { forget, isDone as lessonDone, keep, ofLesson, tasksOf } from './progress';

/** Where a link leads that begins the second round (`PathEnd.razor`). */
const AGAIN = '#again';

interface Option {
  input: HTMLInputElement;
  isRight: boolean;
  feedback: Element | null;
}

interface Question {
  name: string;
  words: string;
  anchor: string;
  options: Option[];
  why: Element | null;
  /** Where it is told how it was answered. */
  told: HTMLElement;
}

/**
 * Questions that are answered before the first lesson, without a word about what is right, and once more at the end. Then what has changed is
 * shown, question by question. Both rounds are kept in this browser.
 */
export function showQuestions(page: HTMLElement): void {
  const slug = page.dataset.lesson ?? '';
  const questions = [...page.querySelectorAll<HTMLElement>('[data-quiz]')].map(questionOf);
  const right = Object.fromEntries(
    questions.map(({ name, options }) => [name, Number(options.find((one) => one.isRight)?.input.value)]),
  );
  const round = document.createElement('div');
  round.classList.add('card', 'round');
  page.querySelector('.text')?.append(round);

  const kept = (answers: Record<string, number[]>): Record<string, number[]> =>
    Object.fromEntries(questions.flatMap(({ name }) => (answers[name] ? [[name, answers[name]]] : [])));
  /** Whether all are asked once more. Who answered some of them on a path, and sees others for the first time, begins all of them at once. */
  let isSecond = ((count: number): boolean => count > 0 && count < questions.length)(
    Object.keys(kept({ ...ofLesson(slug).answers, ...ofLesson(slug).again })).length,
  );
  const choose = (answers: Record<string, number[]>, isOpen: boolean): void => {
    for (const { name, options, told } of questions) {
      for (const { input } of options) {
        input.checked = answers[name]?.includes(Number(input.value)) ?? false;
        input.disabled = !isOpen;
      }
      render(nothing, told);
    }
  };
  /** Keeps what is chosen, where nothing is left open. */
  const take = (which: 'answers' | 'again'): void => {
    const chosen = Object.fromEntries(
      questions.flatMap(({ name, options }) => {
        const one = options.find(({ input }) => input.checked);
        return one ? [[name, [Number(one.input.value)]]] : [];
      }),
    );
    const open = questions.filter(({ name }) => !chosen[name]);
    if (open.length > 0) {
      draw(say('questionsOpen', open.length));
      open[0]?.options[0]?.input.focus();
      return;
    }
    keep(slug, (lesson) => {
      lesson[which] = { ...lesson[which], ...chosen };
    });
    isSecond = false;
    show();
    round.querySelector<HTMLElement>('[tabindex]')?.focus();
    tellRoom();
  };
  /** A room counts them for the class, if the reader is in one (`Classroom/Strip/page-rounds.ts`). */
  const tellRoom = (): void => {
    const { answers, again } = ofLesson(slug);
    const places = (of: Record<string, number[]>): Record<string, number> =>
      Object.fromEntries(Object.entries(kept(of)).map(([name, [place = -1]]) => [name, place]));
    round.dispatchEvent(
      new CustomEvent('questions-kept', {
        bubbles: true,
        detail: { before: places(answers), after: places(again) },
      }),
    );
  };
  /** The round before stays kept until there is another. */
  const answerAgain = (): void => {
    isSecond = true;
    page.querySelector('.text')?.append(round);
    show();
    questions[0]?.options[0]?.input.focus();
  };
  const forgetBoth = async (): Promise<void> => {
    if (await ask(say('questionsForgetSure'))) {
      forget(slug);
      isSecond = false;
      show();
    }
  };

  const show = (): void => {
    const { answers, again } = ofLesson(slug);
    const [first, second] = [kept(answers), kept(again)];
    const isDone = !isSecond && Object.keys(second).length === questions.length;
    const isKept = Object.keys(first).length > 0 && !isSecond;
    choose(isDone ? second : isKept ? first : {}, !isDone && !isKept);
    draw();
    showWayOn(isDone);
    if (isDone) {
      for (const question of questions) {
        tell(question, first[question.name], second[question.name]);
      }
    }
  };
  /** After the first round come the lessons, after the second what comes after them. */
  const showWayOn = (isDone: boolean): void => {
    page.querySelector<HTMLElement>('[data-path-end]')?.toggleAttribute('hidden', !isDone);
    const lessons = [...page.querySelectorAll<HTMLElement>('[data-on-path]')];
    const open = lessons.find((lesson) => !lessonDone(lesson.dataset.onPath ?? '', tasksOf(lesson)));
    const next = page.querySelector<HTMLAnchorElement>('a[rel="next"]');
    if (next && open?.dataset.href) {
      // The first that is not done yet, wherever one has begun.
      next.href = open.dataset.href;
      next.textContent = open.textContent;
    }
    next?.toggleAttribute('hidden', isDone || isSecond || (lessons.length > 0 && !open));
  };
  const draw = (said = ''): void => {
    const { answers, again } = ofLesson(slug);
    render(foot(kept(answers), kept(again), said), round);
  };
  const foot = (
    first: Record<string, number[]>,
    second: Record<string, number[]>,
    said: string,
  ): TemplateResult => {
    const status = html`<p role="status">${said || nothing}</p>`;
    if (isSecond) {
      return html`<p>${say('questionsSecond')}</p>
        <div class="buttons">
          <button @click=${() => take('again')}>${say('questionsShow')}</button>
        </div>
        ${status}`;
    }
    const forgetting = html`<button class="danger" @click=${forgetBoth}>${say('questionsForget')}</button>`;
    const changed = changeOf(right, first, second);
    if (changed) {
      return html`<h2 tabindex="-1">${say(...changed)}</h2>
        <ol>
          ${questions.map(
            ({ name, words, anchor }) =>
              html`<li>
                <a href=${`#${anchor}`}>${words}</a> ${change(right[name], first[name], second[name])}
              </li>`,
          )}
        </ol>
        <div class="buttons">
          <button @click=${answerAgain}>${say('questionsAgain')}</button>
          ${forgetting}
        </div>`;
    }
    if (Object.keys(first).length > 0) {
      return html`<p tabindex="-1">${say('questionsKept')}</p>
        <div class="buttons">
          <button @click=${answerAgain}>${say('questionsAgain')}</button>
          ${forgetting}
        </div>`;
    }
    return html`<div class="buttons">
        <button @click=${() => take('answers')}>${say('questionsKeep')}</button>
        <button @click=${() => take('again')}>${say('questionsNow')}</button>
      </div>
      ${status}`;
  };
  const tell = (
    { name, options, why, told }: Question,
    first: number[] | undefined,
    second: number[] | undefined,
  ): void => {
    const chosen = options.find(({ input }) => second?.includes(Number(input.value)));
    render(
      html`<p class="changed">${change(right[name], first, second)}</p>
        ${
          chosen
            ? html`<div class="feedback" data-right=${chosen.isRight ? 'yes' : 'no'}>
                ${copyOf(chosen.feedback)}
              </div>`
            : nothing
        }
        ${why ? html`<div class="why">${copyOf(why)}</div>` : nothing}`,
      told,
    );
  };
  if (!isSecond && Object.keys(kept(ofLesson(slug).answers)).length > 0) {
    // Who comes back reads first what can be done here: the questions stand as they were answered.
    page.querySelector('.text')?.prepend(round);
  }
  show();
  if (location.hash === AGAIN) {
    // It is pressed once: a reload shows what was answered.
    history.replaceState(null, '', location.pathname + location.search);
    const { answers, again } = ofLesson(slug);
    if (Object.keys(kept({ ...answers, ...again })).length > 0) {
      answerAgain();
    }
  }
}

function questionOf(task: HTMLElement): Question {
  const sheet = task.querySelector<HTMLElement>('.answers');
  const answers = [...task.querySelectorAll<HTMLElement>('.answers > ul > li')];
  const told = document.createElement('div');
  task.append(told);
  if (sheet) {
    sheet.hidden = true;
  }
  const question = task.querySelector<HTMLElement>('.question');
  return {
    name: task.dataset.quiz ?? '',
    words: question?.textContent.trim() ?? '',
    anchor: question?.id ?? '',
    options: [...task.querySelectorAll<HTMLInputElement>('.options input')].map((input, index) => ({
      input,
      isRight: answers[index]?.dataset.right === 'yes',
      feedback: answers[index]?.querySelector('.feedback') ?? null,
    })),
    why: task.querySelector('.why'),
    told,
  };
}

function change(
  right: number | undefined,
  first: number[] | undefined,
  second: number[] | undefined,
): string {
  const word = (answer: number[] | undefined): string =>
    say(right !== undefined && answer?.includes(right) ? 'questionsRight' : 'questionsWrong');
  return first ? say('questionsBefore', word(first), word(second)) : say('questionsNowOnly', word(second));
}
