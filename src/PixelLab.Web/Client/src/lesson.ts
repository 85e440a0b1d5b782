import { watchLesson } from './lesson/live-state';
import { showPath } from './lesson/path';
import { showLessonProgress } from './lesson/sheet';
import { livenTasks } from './lesson/tasks';
import { dismissTerms } from './lesson/terms';

// The pages of lessons can be read as they come; this brings what is there to life.
dismissTerms();

const path = document.querySelector<HTMLElement>('main[data-lessons]');
if (path) {
  showPath(path);
}

const lesson = document.querySelector<HTMLElement>('main[data-lesson]');
if (lesson) {
  livenTasks(lesson);
  showLessonProgress(lesson);
  watchLesson(lesson);
}
