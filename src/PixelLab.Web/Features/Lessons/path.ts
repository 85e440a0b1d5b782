import { html, nothing, render } from 'lit';
import { ask } from './ask';
import { changeOf, rightOf } from './before-after';
import { say } from './page-words';
import { forgetAll, isDone, ofLesson, progress, readProgress, replace, tasksOf } from './progress';

/** The list of lessons: what is done, what is left, where to go on. */
export function showPath(path: HTMLElement): void {
  const lessons = [...path.querySelectorAll<HTMLElement>('li[data-lesson]')];
  const show = (): void => {
    for (const lesson of lessons) {
      showLesson(lesson);
    }
    showSum(path, lessons);
    showEnd(path, lessons);
  };
  show();
  addEventListener('lesson-progress', show);
  showKeeping(path);
}

function slugOf(lesson: HTMLElement): string {
  return lesson.dataset.lesson ?? '';
}

function showLesson(lesson: HTMLElement): void {
  const slug = slugOf(lesson);
  const state = lesson.querySelector<HTMLElement>('[data-state]');
  const done = isDone(slug, tasksOf(lesson));
  const begun = ofLesson(slug).done.length > 0 || ofLesson(slug).read;
  lesson.classList.toggle('done', done);
  if (state) {
    state.hidden = !done && !begun;
    state.classList.toggle('done', done);
    state.textContent = done ? say('done') : begun ? say('begun') : '';
  }
}

function showSum(path: HTMLElement, lessons: HTMLElement[]): void {
  const place = path.querySelector<HTMLElement>('[data-progress]');
  if (!place || lessons.length === 0) {
    return;
  }
  const open = lessons.filter((lesson) => !isDone(slugOf(lesson), tasksOf(lesson)));
  const done = lessons.length - open.length;
  const minutes = open.reduce((sum, lesson) => sum + Number(lesson.dataset.minutes ?? 0), 0);
  const last = open.find((lesson) => slugOf(lesson) === progress().last);
  const next = last ?? open[0];
  const link = next?.querySelector('a');
  place.hidden = false;
  const sum =
    open.length === 0
      ? say('allDone', lessons.length)
      : say(path.dataset.path ? 'doneOfPath' : 'doneOf', done, lessons.length, minutes);
  render(
    html`<p>${sum}</p>
      <progress aria-label=${sum} max=${lessons.length} .value=${done}></progress>
      ${
        link
          ? html`<p>
              <a class="button" href=${link.href}
                >${say(done > 0 || last ? 'resume' : 'begin', link.textContent.trim())}</a
              >
            </p>`
          : nothing
      }`,
    place,
  );
}

/** Once all is done: what it was about, what the questions came to, and where it goes on. What goes further than the core need not be done for it. */
function showEnd(path: HTMLElement, lessons: HTMLElement[]): void {
  const end = path.querySelector<HTMLElement>('[data-path-end]');
  if (!end) {
    return;
  }
  const core = lessons.filter((lesson) => !lesson.closest('.further'));
  end.hidden = core.length === 0 || !core.every((lesson) => isDone(slugOf(lesson), tasksOf(lesson)));
  const { answers, again } = ofLesson(end.dataset.pathEnd ?? '');
  const place = end.querySelector<HTMLElement>('[data-change]');
  const change = changeOf(rightOf(end), answers, again);
  if (place && change) {
    place.textContent = say(...change);
  }
}

function showKeeping(path: HTMLElement): void {
  const place = path.querySelector<HTMLElement>('[data-keeping]');
  if (!place) {
    return;
  }
  const file = document.createElement('input');
  file.type = 'file';
  file.accept = 'application/json,.json';
  file.addEventListener('change', () => void take());

  const take = async (): Promise<void> => {
    const text = await file.files?.[0]?.text();
    file.value = '';
    const told = readProgress(text ?? '');
    if (told) {
      replace(told);
    }
    show(told ? 'imported' : 'notImported');
  };
  const save = (): void => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(
      new Blob([JSON.stringify(progress(), null, 2)], { type: 'application/json' }),
    );
    link.download = 'pixellab-progress.json';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const reset = async (): Promise<void> => {
    if (await ask(say('resetSure'))) {
      forgetAll();
      show('forgotten');
    }
  };
  const show = (said: string): void => {
    render(
      html`<div class="buttons">
          <button @click=${save}>${say('export')}</button>
          <button @click=${() => file.click()}>${say('import')}</button>
          <button class="danger" @click=${reset}>${say('reset')}</button>
        </div>
        <p role="status">${said ? say(said) : nothing}</p>`,
      place,
    );
  };
  show('');
}
