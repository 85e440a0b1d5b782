/** What one lesson has seen of its reader. */
export interface LessonProgress {
  /** Tasks done, by their keys: `check:saw-a-product`, `quiz:quiz-1`. */
  done: string[];
  /** Whether the end of the text was reached. */
  read: boolean;
  /** The answers given before seeing, by the prediction's name. */
  guesses: Record<string, number>;
  /** What was first answered to each quiz: the places of the chosen answers in the lesson’s file. */
  answers: Record<string, number[]>;
  /** The same, answered once more at the end: only where a page asks twice (`questions.ts`). */
  again: Record<string, number[]>;
  /** What was answered to each quiz when it came back in a later lesson (`recall.ts`), the last time. */
  latest: Record<string, number[]>;
  /** When each quiz was last asked, in milliseconds since 1970. */
  seen: Record<string, number>;
}

/** What the reader has done. It is kept in this browser alone. */
export interface Progress {
  version: 1;
  /** The lesson that was open last. */
  last: string;
  lessons: Record<string, LessonProgress>;
  /** The questions of earlier lessons that came back last. */
  recall: Recall;
}

/** Questions of earlier lessons, asked once more when a lesson is opened. */
export interface Recall {
  /** The lesson that asked. */
  lesson: string;
  /** What was answered first, by `lesson/quiz`; nothing where it is not answered. */
  asked: Record<string, number[]>;
}

const KEY = 'pixellab-lessons';

/** The largest file that is read back, in characters. */
const MOST_TEXT = 200_000;
const MOST_LESSONS = 300;
const MOST_TASKS = 80;
const MOST_OPTIONS = 20;
const SLUG = /^[a-z0-9-]{1,80}$/;
const TASK = /^(check|quiz):[a-z0-9-]{1,80}$/;
const QUIZ = /^[a-z0-9-]{1,80}\/[a-z0-9-]{1,80}$/;

let held: Progress | undefined;

// A lesson may be open in another tab, or the page come back as it was left.
addEventListener('storage', () => dispatchEvent(new Event('lesson-progress')));
addEventListener('pageshow', () => dispatchEvent(new Event('lesson-progress')));

/** What is kept, read anew each time for the sake of other tabs; a browser without storage has it as long as the page is open. */
export function progress(): Progress {
  try {
    return readProgress(localStorage.getItem(KEY) ?? '') ?? empty();
  } catch {
    held ??= empty();
    return held;
  }
}

/** What one lesson has seen of its reader. */
export function ofLesson(slug: string): LessonProgress {
  return (
    progress().lessons[slug] ?? {
      done: [],
      read: false,
      guesses: {},
      answers: {},
      again: {},
      latest: {},
      seen: {},
    }
  );
}

/** Changes what is kept of a lesson, and tells the page. */
export function keep(slug: string, change: (lesson: LessonProgress) => void): void {
  const all = progress();
  const lesson = ofLesson(slug);
  change(lesson);
  all.lessons[slug] = lesson;
  replace(all);
}

/** Notes that a task is done. */
export function taskDone(slug: string, task: string): void {
  if (!ofLesson(slug).done.includes(task)) {
    keep(slug, (lesson) => lesson.done.push(task));
  }
}

/** Notes which questions of earlier lessons a lesson asks, and what was answered. */
export function noteRecall(recall: Recall): void {
  replace({ ...progress(), recall });
}

/** Notes which lesson is open. */
export function noteOpen(slug: string): void {
  const all = progress();
  all.last = slug;
  replace(all);
}

/** Forgets one lesson. */
export function forget(slug: string): void {
  const all = progress();
  const { [slug]: _, ...lessons } = all.lessons;
  replace({ ...all, lessons });
}

/** Forgets everything. */
export function forgetAll(): void {
  replace(empty());
}

/** Puts other progress in its place. */
export function replace(all: Progress): void {
  held = all;
  try {
    localStorage.setItem(KEY, JSON.stringify(all));
  } catch {
    // Without storage it lasts as long as the page.
  }
  dispatchEvent(new Event('lesson-progress'));
}

/** Whether a lesson is done: all its tasks, or, where it has none, its text. */
export function isDone(slug: string, tasks: readonly string[]): boolean {
  const lesson = ofLesson(slug);
  return tasks.length > 0 ? tasks.every((task) => lesson.done.includes(task)) : lesson.read;
}

/** The keys that a page lists in one attribute. */
export function tasksOf(element: HTMLElement): string[] {
  return (element.dataset.tasks ?? '').split(' ').filter(Boolean);
}

/**
 * Reads progress back from text that anybody may have written: only what fits the form comes through, and nothing of it is ever
 * used as HTML. Undefined for a text that is no progress at all.
 */
export function readProgress(text: string): Progress | undefined {
  if (text.length === 0 || text.length > MOST_TEXT) {
    return undefined;
  }
  let told: unknown;
  try {
    told = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(told) || told.version !== 1 || !isRecord(told.lessons)) {
    return undefined;
  }
  const all = empty();
  const last = told.last;
  all.last = typeof last === 'string' && SLUG.test(last) ? last : '';
  for (const [slug, lesson] of Object.entries(told.lessons).slice(0, MOST_LESSONS)) {
    if (SLUG.test(slug) && isRecord(lesson)) {
      all.lessons[slug] = {
        done: Array.isArray(lesson.done)
          ? [
              ...new Set(
                lesson.done.filter((task): task is string => typeof task === 'string' && TASK.test(task)),
              ),
            ].slice(0, MOST_TASKS)
          : [],
        read: lesson.read === true,
        guesses: numbersOf(lesson.guesses, placeOf),
        answers: numbersOf(lesson.answers, placesOf),
        again: numbersOf(lesson.again, placesOf),
        latest: numbersOf(lesson.latest, placesOf),
        seen: numbersOf(lesson.seen, timeOf),
      };
    }
  }
  if (isRecord(told.recall) && typeof told.recall.lesson === 'string' && SLUG.test(told.recall.lesson)) {
    const nothingYet = (one: unknown): number[] => placesOf(one) ?? [];
    all.recall = { lesson: told.recall.lesson, asked: numbersOf(told.recall.asked, nothingYet, QUIZ) };
  }
  return all;
}

function numbersOf<T>(told: unknown, read: (one: unknown) => T | undefined, named = SLUG): Record<string, T> {
  const all: Record<string, T> = {};
  if (isRecord(told)) {
    for (const [name, one] of Object.entries(told).slice(0, MOST_TASKS)) {
      const value = named.test(name) ? read(one) : undefined;
      if (value !== undefined) {
        all[name] = value;
      }
    }
  }
  return all;
}

function placeOf(told: unknown): number | undefined {
  return typeof told === 'number' && Number.isInteger(told) && told >= 0 && told < MOST_OPTIONS
    ? told
    : undefined;
}

function placesOf(told: unknown): number[] | undefined {
  const places = Array.isArray(told) ? [...new Set(told.slice(0, MOST_OPTIONS).map(placeOf))] : [];
  return places.length > 0 && places.every((place) => place !== undefined) ? places : undefined;
}

function timeOf(told: unknown): number | undefined {
  return typeof told === 'number' && Number.isSafeInteger(told) && told >= 0 ? told : undefined;
}

function empty(): Progress {
  // Without a prototype, so that no name in a file can be anything but a lesson.
  const lessons = Object.create(null) as Record<string, LessonProgress>;
  return { version: 1, last: '', lessons, recall: { lesson: '', asked: {} } };
}

function isRecord(told: unknown): told is Record<string, unknown> {
  return typeof told === 'object' && told !== null && !Array.isArray(told);
}
