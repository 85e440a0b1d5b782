import { html, nothing, render } from 'lit';
import { ask } from './ask';
import { openAnew } from './opening';
import { say } from './page-words';
import { forget, keep, noteOpen, ofLesson, tasksOf } from './progress';

/** The progress of the lesson that is open, and its way back to the start. */
export function showLessonProgress(lesson: HTMLElement): void {
  const slug = lesson.dataset.lesson ?? '';
  const tasks = tasksOf(lesson);
  noteOpen(slug);
  const place = lesson.querySelector<HTMLElement>('[data-progress]');
  const show = (): void => {
    if (place && tasks.length > 0) {
      const done = tasks.filter((task) => ofLesson(slug).done.includes(task)).length;
      place.hidden = false;
      render(
        html`<p>${say('tasksOf', done, tasks.length)}</p>
          <progress
            aria-label=${say('tasksOf', done, tasks.length)}
            max=${tasks.length}
            .value=${done}
          ></progress>`,
        place,
      );
    }
  };
  show();
  addEventListener('lesson-progress', show);
  noteTheEnd(lesson, slug);
  offerAnew(lesson, slug);
}

function noteTheEnd(lesson: HTMLElement, slug: string): void {
  const after = lesson.querySelector('[data-after]');
  if (after) {
    new IntersectionObserver((entries, observer) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        observer.disconnect();
        keep(slug, (one) => {
          one.read = true;
        });
      }
    }).observe(after);
  }
}

function offerAnew(lesson: HTMLElement, slug: string): void {
  const section = lesson.querySelector<HTMLElement>('[data-anew]');
  if (!section) {
    return;
  }
  section.hidden = false;
  const place = document.createElement('div');
  section.append(place);

  const startAnew = async (): Promise<void> => {
    if (!(await ask(say('anewSure')))) {
      return;
    }
    try {
      const reply = await fetch(lesson.dataset.api ?? '', { method: 'DELETE' });
      if (!reply.ok) {
        throw new Error(String(reply.status));
      }
      forget(slug);
      location.reload();
    } catch {
      show('anewFailed');
    }
  };
  const forgetIt = async (): Promise<void> => {
    if (await ask(say('resetOneSure'))) {
      await openAnew(lesson);
      forget(slug);
      location.reload();
    }
  };
  const show = (said: string): void => {
    render(
      html`<div class="buttons">
          <button class="danger" @click=${startAnew}>${say('anew')}</button>
          <button @click=${forgetIt}>${say('resetOne')}</button>
        </div>
        <p role="status">${said ? say(said) : nothing}</p>`,
      place,
    );
  };
  show('');
}
