import { html, nothing, render, type TemplateResult } from 'lit';
import '../../Client/Kit/Hits/hit-detail';
import '../../Client/Kit/Hits/hit-list';
import { inLanguage } from '../../Client/Kit/Page/in-language';
import { LiveFeed } from '../../Client/Kit/Live/live-feed';
import { RowBook, type Row } from '../../Client/Kit/Hits/rows';
import type { LabEvent, Hit } from '../../Client/Kit/Wire/wire';
import { answerGuess } from './guess';
import { say } from './page-words';
import { ofLesson, taskDone } from './progress';
import type { LessonState, Open } from './wire';

/** Events come in bursts; the state is asked for once for each, so many milliseconds after its first event. */
const BURST = 200;

/** A check that says “nothing came” can be met for a moment; it counts when it stands so long, in milliseconds. */
const STANDS = 900;

/** Follows the seat, and shows ticks and live panels as the reader works in another tab. */
export function watchLesson(lesson: HTMLElement): void {
  const places = lesson.querySelectorAll(
    '[data-check], [data-panel], [data-hit], [data-predict] .by, lesson-compare',
  );
  if (places.length === 0) {
    return;
  }
  const watch = new LessonWatch(lesson);
  watch.start();
}

class LessonWatch {
  readonly #slug: string;
  readonly #address: string;
  readonly #counting = new Map<string, number>();
  /** The hit that is open below each panel; it stays so when more arrives. */
  readonly #details = new Map<HTMLElement, Hit>();
  #state: LessonState | undefined;
  #timer = 0;
  #asking = false;
  #again = false;

  constructor(private readonly lesson: HTMLElement) {
    const { lesson: slug = '', api = '', stateQuery = '' } = lesson.dataset;
    this.#slug = slug;
    this.#address = `${api}/lessons/${slug}${stateQuery}`;
  }

  start(): void {
    const { hub = '/live', seat = 'me', since = '' } = this.lesson.dataset;
    new LiveFeed(
      hub,
      seat,
      since,
      () => this.#soon(),
      (connection) => {
        this.lesson.dataset.connection = connection;
        if (connection === 'live') {
          this.#soon();
        }
      },
    ).start();
    addEventListener('lesson-progress', () => this.#show());
    void this.#ask();
  }

  #soon(): void {
    if (this.#timer === 0) {
      this.#timer = window.setTimeout(() => {
        this.#timer = 0;
        // The comparison comes with a script of its own, and asks for itself.
        dispatchEvent(new Event('seat-changed'));
        void this.#ask();
      }, BURST);
    }
  }

  async #ask(): Promise<void> {
    if (this.#asking) {
      this.#again = true;
      return;
    }
    this.#asking = true;
    try {
      const reply = await fetch(this.#address, { cache: 'no-store' });
      if (reply.ok) {
        this.#state = (await reply.json()) as LessonState;
        this.#show();
      }
    } catch {
      // The feed connects again, and then the state is asked for again.
    } finally {
      this.#asking = false;
      if (this.#again) {
        this.#again = false;
        this.#soon();
      }
    }
  }

  #show(): void {
    if (!this.#state) {
      return;
    }
    for (const check of this.#state.checks) {
      this.#count(check.id, check.met);
      this.#showCheck(check);
    }
    for (const guess of this.lesson.querySelectorAll<HTMLElement>('[data-predict]')) {
      this.#showGuess(guess, this.#state.guesses.find(({ id }) => id === guess.dataset.predict)?.by);
    }
    for (const panel of this.lesson.querySelectorAll<HTMLElement>('[data-panel]')) {
      this.#showPanel(panel, this.#state.panels[Number(panel.dataset.panel)] ?? []);
    }
    for (const hit of this.lesson.querySelectorAll<HTMLElement>('[data-hit]')) {
      const newest = this.#state.panels[Number(hit.dataset.hit)]?.at(-1);
      showHit(hit, newest?.kind === 'hit' ? newest : undefined);
    }
  }

  #count(id: string, met: boolean): void {
    if (!met) {
      clearTimeout(this.#counting.get(id));
      this.#counting.delete(id);
    } else if (!this.#counting.has(id)) {
      this.#counting.set(
        id,
        window.setTimeout(() => taskDone(this.#slug, `check:${id}`), STANDS),
      );
    }
  }

  #showCheck(check: LessonState['checks'][number]): void {
    const place = this.lesson.querySelector<HTMLElement>(`[data-check="${check.id}"]`);
    const status = place?.querySelector<HTMLElement>('[role="status"]');
    if (!place || !status) {
      return;
    }
    // What was done stays done, also when the seat's events have expired since.
    const met = check.met || ofLesson(this.#slug).done.includes(`check:${check.id}`);
    const told = JSON.stringify([met, check.earlier, check.open]);
    if (status.dataset.told === told) {
      return;
    }
    if (status.dataset.told === undefined) {
      status.replaceChildren();
    }
    status.dataset.told = told;
    place.classList.toggle('met', met);
    place.querySelector<HTMLElement>('.happened')?.toggleAttribute('hidden', !met);
    const folded = place.querySelector<HTMLDetailsElement>('.after-guess');
    if (met && folded) {
      folded.open = true;
    }
    render(
      html`${check.earlier && !met ? html`<p class="earlier">${say('earlier')}</p>` : nothing}
        <p class="state">${say(met ? 'met' : check.open.length > 0 ? 'open' : 'waits')}</p>
        ${met ? nothing : stillOpen(check.open)}`,
      status,
    );
  }

  #showGuess(guess: HTMLElement, by: LabEvent | undefined): void {
    const place = guess.querySelector<HTMLElement>('.by');
    if (place) {
      this.#renderRows(place, rowsOf(by ? [by] : []), place.dataset.chosen ?? '');
    }
    answerGuess(guess, by !== undefined);
  }

  #showPanel(place: HTMLElement, events: LabEvent[]): void {
    const rows = place.querySelector<HTMLElement>('.rows');
    const none = place.querySelector<HTMLElement>('.none');
    if (!rows || !none) {
      return;
    }
    none.hidden = events.length > 0;
    this.#renderRows(rows, rowsOf(events), rows.dataset.chosen ?? '');
  }

  #renderRows(place: HTMLElement, rows: Row[], chosen: string): void {
    const detail = this.#details.get(place);
    if (place.dataset.live === undefined) {
      place.dataset.live = '';
      place.replaceChildren();
    }
    render(
      rows.length === 0
        ? nothing
        : html`<hit-list
              .rows=${rows}
              .version=${rows.length}
              .chosen=${chosen}
              @choose=${(event: CustomEvent<Row>) => void this.#choose(place, rows, event.detail)}
            ></hit-list>
            ${detail ? html`<hit-detail .event=${detail}></hit-detail>` : nothing}`,
      place,
    );
  }

  async #choose(place: HTMLElement, rows: Row[], row: Row): Promise<void> {
    place.dataset.chosen = row.key;
    const reply = await fetch(inLanguage(`${this.lesson.dataset.api ?? ''}/events/${row.id}`));
    if (reply.ok) {
      this.#details.set(place, (await reply.json()) as Hit);
    } else {
      this.#details.delete(place);
    }
    this.#renderRows(place, rows, row.key);
  }
}

function rowsOf(events: readonly LabEvent[]): Row[] {
  const book = new RowBook();
  events.forEach((event) => book.add(event));
  return book.rows;
}

/** The first step that is open, in the lesson's words; later ones presume it, so they and what was seen exactly are there for who asks. */
function stillOpen([first, ...later]: readonly Open[]): TemplateResult | typeof nothing {
  if (!first) {
    return nothing;
  }
  const further: Partial<Open>[] = [...(first.nearest ? [{ nearest: first.nearest }] : []), ...later];
  return html`<ul class="open">
      <li>${first.told}</li>
    </ul>
    ${
      further.length > 0
        ? html`<details class="further">
            <summary>${say('openFurther')}</summary>
            <ul>
              ${further.map(
                (open) =>
                  html`<li>
                    ${open.told ? html`<span class="told">${open.told}</span>` : nothing}
                    ${open.nearest ? html`<span class="nearest">${open.nearest}</span>` : nothing}
                  </li>`,
              )}
            </ul>
          </details>`
        : nothing
    }`;
}

function showHit(place: HTMLElement, event: Hit | undefined): void {
  const whole = place.querySelector<HTMLElement>('.whole');
  const none = place.querySelector<HTMLElement>('.none');
  if (!whole || !none) {
    return;
  }
  none.hidden = event !== undefined;
  if (whole.dataset.shown === String(event?.id ?? '')) {
    return;
  }
  if (whole.dataset.shown === undefined) {
    whole.replaceChildren();
  }
  whole.dataset.shown = String(event?.id ?? '');
  render(event ? html`<hit-detail .event=${event}></hit-detail>` : nothing, whole);
}
