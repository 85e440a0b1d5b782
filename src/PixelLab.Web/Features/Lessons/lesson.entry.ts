import { backWhereItBegan } from './back-where-it-began';
import { watchLesson } from './live-state';
import { open } from './opening';
import { showPath } from './path';
import { bringBack } from './recall';
import { showQuestions } from './questions';
import { showLessonProgress } from './sheet';
import { livenTasks } from './tasks';
import { livenTerms } from './terms';

// The pages of lessons can be read as they come; this brings what is there to life.
livenTerms();

const path = document.querySelector<HTMLElement>('main[data-lessons]');
if (path) {
  backWhereItBegan(false);
  showPath(path);
}

const lesson = document.querySelector<HTMLElement>('main[data-lesson]');
if (lesson?.dataset.questions !== undefined) {
  showQuestions(lesson);
} else if (lesson) {
  backWhereItBegan(true);
  bringBack(lesson);
  livenTasks(lesson);
  showLessonProgress(lesson);
  void open(lesson).then(() => watchLesson(lesson));
}
