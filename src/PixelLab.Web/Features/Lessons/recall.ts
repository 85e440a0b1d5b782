import { say } from './page-words';
import { keep, noteRecall, ofLesson, progress } from './progress';
import { livenQuiz, rightOf } from './quiz';
import { chooseTwo } from './recall-choice';

/**
 * Lets two questions of earlier lessons come back when a lesson is opened. The page brings all of them along; which two, what was answered
 * decides, and that is known to this browser alone. Nothing comes back of a lesson in which nothing was done.
 */
export function bringBack(lesson: HTMLElement): void {
  const section = lesson.querySelector<HTMLElement>('[data-recalls]');
  if (!section) {
    return;
  }
  const others = section.querySelector('template');
  others?.replaceWith(others.content);
  const questions = new Map(
    [...section.querySelectorAll<HTMLElement>('[data-recall]')].map((task) => [
      task.dataset.recall ?? '',
      task,
    ]),
  );
  const slug = lesson.dataset.lesson ?? '';
  const asked = askedIn(slug, questions);
  for (const [key, task] of questions) {
    if (!asked.includes(key)) {
      task.remove();
    }
  }
  for (const [place, key] of asked.entries()) {
    const task = questions.get(key);
    if (task) {
      section.append(task);
      liven(key, task);
      if (asked.length > 1) {
        task.prepend(countOf(place + 1, asked.length));
      }
    }
  }
  section.classList.toggle('chosen', asked.length > 0);
  // One after the other, so that the lesson is near.
  const [first = '', second = ''] = asked;
  const show = (): void => {
    const next = questions.get(second);
    if (next) {
      next.hidden = progress().recall.asked[first]?.length === 0;
    }
  };
  show();
  addEventListener('lesson-progress', show);
}

/** The same two for as long as it is the same lesson; others for the next. */
function askedIn(slug: string, questions: ReadonlyMap<string, HTMLElement>): string[] {
  const { recall, lessons } = progress();
  const before = Object.keys(recall.asked);
  if (recall.lesson === slug && before.length > 0 && before.every((key) => questions.has(key))) {
    return before;
  }
  const all = [...questions].filter(([key]) => partsOf(key).slug in lessons);
  const asked = chooseTwo(
    all.map(([key, task]) => {
      const { slug: from, name } = partsOf(key);
      const { answers, latest, seen } = ofLesson(from);
      const answered = latest[name] ?? answers[name];
      return {
        key,
        isMissed: answered !== undefined && !isSame(answered, rightOf(task)),
        seen: seen[name] ?? 0,
      };
    }),
    before,
    Date.now(),
  );
  if (asked.length > 0) {
    noteRecall({ lesson: slug, asked: Object.fromEntries(asked.map((key) => [key, []])) });
  }
  return asked;
}

function liven(key: string, task: HTMLElement): void {
  const { slug, name } = partsOf(key);
  livenQuiz(task, {
    first: () => progress().recall.asked[key],
    isDone: () => false,
    keep: (places) => {
      const { recall } = progress();
      if (recall.asked[key]?.length !== 0) {
        return;
      }
      noteRecall({ ...recall, asked: { ...recall.asked, [key]: places } });
      keep(slug, (one) => {
        one.answers[name] ??= places;
        one.latest[name] = places;
        one.seen[name] = Date.now();
      });
    },
  });
}

/** They come one after the other, so each says how many there are. */
function countOf(place: number, all: number): HTMLElement {
  const count = document.createElement('p');
  count.className = 'small';
  count.textContent = say('recallCount', place, all);
  return count;
}

function partsOf(key: string): { slug: string; name: string } {
  const [slug = '', name = ''] = key.split('/');
  return { slug, name };
}

function isSame(answered: readonly number[], right: readonly number[]): boolean {
  return answered.length === right.length && right.every((place) => answered.includes(place));
}
