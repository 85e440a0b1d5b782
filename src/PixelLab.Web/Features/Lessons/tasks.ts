import { livenGuess } from './guess';
import { keep, ofLesson, taskDone } from './progress';
import { noteStep } from './Steps/note';
import { livenQuiz, type QuizMemory } from './quiz';

/** Brings predictions, hints and quizzes to life. */
export function livenTasks(lesson: HTMLElement): void {
  const slug = lesson.dataset.lesson ?? '';
  for (const task of lesson.querySelectorAll<HTMLElement>('[data-predict]')) {
    livenGuess(slug, task);
  }
  for (const task of lesson.querySelectorAll<HTMLElement>('.task.do')) {
    livenHints(task);
    livenWay(task, lesson.dataset.api ?? '');
  }
  for (const task of lesson.querySelectorAll<HTMLElement>('[data-quiz]')) {
    livenQuiz(task, memoryOf(slug, task.dataset.quiz ?? ''));
  }
}

/** The step that goes along into the town is that of the task to which one went. */
function livenWay(task: HTMLElement, api: string): void {
  const way = task.querySelector<HTMLElement>('[data-task]');
  way?.addEventListener('click', () => noteStep(api, { task: way.dataset.task ?? '' }));
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

/** What is kept of a question of the lesson itself. */
function memoryOf(slug: string, name: string): QuizMemory {
  const key = `quiz:${name}`;
  return {
    first: () => ofLesson(slug).answers[name],
    isDone: () => ofLesson(slug).done.includes(key),
    keep: (places, isRight) => {
      if (!ofLesson(slug).answers[name]) {
        keep(slug, (lesson) => {
          lesson.answers[name] = places;
          lesson.seen[name] = Date.now();
        });
      }
      if (isRight) {
        taskDone(slug, key);
      }
    },
  };
}
