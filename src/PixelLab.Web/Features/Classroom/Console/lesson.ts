import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../../../Client/Kit/Styles/shared';
import { consoleWords as words } from '../../../Client/Kit/Words/console';
import { consoleStyles } from './console-styles';
import type { RoomControl } from './room-control';
import type { LessonChoice, PollView, Prediction, RoomLesson as Lesson, RoomProgress } from '../wire';

/** The lesson of the room: which one, how many have done each task, and the notes for the one who teaches it. */
@customElement('room-lesson')
export class RoomLesson extends LitElement {
  @property({ attribute: false }) control!: RoomControl;
  @property({ attribute: false }) lessons: readonly LessonChoice[] = [];
  @property({ attribute: false }) lesson: Lesson | undefined;
  @property({ attribute: false }) progress: RoomProgress | undefined;
  /** The question that stands open. */
  @property({ attribute: false }) poll: PollView | undefined;
  @property({ type: Boolean, reflect: true }) projected = false;

  static override styles = [
    ...shared,
    consoleStyles,
    css`
      select {
        inline-size: 100%;
      }
      .send {
        margin-block-start: 0.6rem;
      }
      .tasks {
        display: grid;
        gap: 0.5rem;
        margin-block-start: 1rem;
      }
      .tasks li {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 0.2rem 0.75rem;
        font-size: 0.9375rem;
      }
      meter {
        grid-column: 1 / -1;
        inline-size: 100%;
        block-size: 0.6rem;
      }
      details {
        margin-block-start: 1rem;
      }
      .notes {
        max-block-size: 50dvh;
        overflow-y: auto;
      }
      h3 {
        margin-block: 0.9rem 0.25rem;
        font-size: 0.9375rem;
      }
      .ask {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem 0.75rem;
        align-items: center;
        justify-content: space-between;
        margin-block-end: 0.6rem;
        padding: 0.6rem 0.75rem;
        border-radius: 8px;
        background: var(--lab-missing-wash);
      }
      .ask span {
        flex: 1 1 12rem;
      }
      .notes p {
        margin-block-end: 0.5rem;
        padding-inline-start: 0.75rem;
        border-inline-start: 3px solid var(--lab-accent);
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { lesson } = this;
    return html`<section class="card" aria-labelledby="lesson">
      <h2 id="lesson">
        ${this.projected ? (lesson?.title ?? words.say('noLesson')) : words.say('lessonOfRoom')}
      </h2>
      ${this.projected ? nothing : this.#choice()} ${this.#tasks()}
      ${this.projected || !lesson ? nothing : this.#notes(lesson)}
    </section>`;
  }

  #choice(): TemplateResult {
    const slug = this.lesson?.slug ?? '';
    return html`<label>
        <span class="unseen">${words.say('lesson')}</span>
        <select
          @change=${(event: Event) =>
            void this.control.act({ do: 'lesson', lesson: (event.target as HTMLSelectElement).value })}
        >
          <option value="">${words.say('noneChosen')}</option>
          ${this.lessons.map(
            ({ slug: one, number, title }) =>
              html`<option value=${one} .selected=${one === slug}>${number}. ${title}</option>`,
          )}
        </select>
      </label>
      ${
        slug
          ? html`<button
              class="send"
              @click=${() => void this.control.act({ do: 'send', host: 'lab', path: `/lessons/${slug}` }, words.say('sent'))}
            >
              ${words.say('sendToLesson')}
            </button>`
          : nothing
      }`;
  }

  #tasks(): TemplateResult | typeof nothing {
    const { progress } = this;
    if (!progress) {
      return nothing;
    }
    const all = progress.students.length;
    return progress.tasks.length === 0
      ? html`<p>${words.say('noTasks')}</p>`
      : html`<ul class="tasks" aria-label=${words.say('tasks')}>
          ${progress.tasks.map((task, index) => {
            const what = this.#canTell(task.done) ? task.words : words.say('task', { number: index + 1 });
            return html`<li>
              <span>${what}</span><b>${words.say('doneOf', { done: task.done, all })}</b>
              <meter min="0" max=${Math.max(all, 1)} value=${task.done} aria-label=${what}></meter>
            </li>`;
          })}
        </ul>`;
  }

  /** What comes of a task is the answer to the guess: on a wall it stands only once somebody is there, and nobody is asked any more. */
  #canTell(done: number): boolean {
    return !this.projected || (done > 0 && !this.poll);
  }

  /** A question that the lesson asks here: on students’ pages it becomes the question to the class. */
  #prediction(slug: string, { id, question }: Prediction): TemplateResult {
    const isAsked = this.poll?.from?.lesson === slug && this.poll.from.prediction === id;
    return html`<div class="ask">
      <span>${question}</span>
      ${
        isAsked
          ? html`<b role="status">${words.say('askedNow')}</b>`
          : html`<button
              @click=${() => void this.control.act({ do: 'ask', lesson: slug, prediction: id }, words.say('asked'))}
            >
              ${words.say('askClass')}
            </button>`
      }
    </div>`;
  }

  #notes(lesson: Lesson): TemplateResult {
    return html`<details>
      <summary>${words.say('notes')}</summary>
      <div class="notes" tabindex="0" role="region" aria-label=${words.say('notesOfLesson')}>
        ${lesson.sections
          .filter(({ notes, predictions }) => notes.length + predictions.length > 0)
          .map(
            (section) =>
              html`<h3>${section.title}</h3>
                ${section.predictions.map((id) =>
                  lesson.predictions
                    .filter((one) => one.id === id)
                    .map((one) => this.#prediction(lesson.slug, one)),
                )}
                ${section.notes.map((note) => html`<p>${note}</p>`)}`,
          )}
      </div>
    </details>`;
  }
}
