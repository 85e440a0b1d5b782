import type { RoomControl } from './room-control';
import type { RoomLesson, RoomProgress } from '../wire';

/** How long answers wait for more events before how far everybody is gets asked for, in milliseconds. */
const PAUSE = 700;

/** Keeps the lesson of the room, and how far everybody is in it: asked for anew after events, one question at a time. */
export class LessonWatch {
  lesson: RoomLesson | undefined;
  progress: RoomProgress | undefined;
  #slug = '';
  #timer = 0;
  #busy = false;
  #again = false;

  constructor(
    private readonly control: RoomControl,
    private readonly changed: () => void,
  ) {}

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** The room is in this lesson, or in none. */
  async follow(slug = ''): Promise<void> {
    if (slug === this.#slug) {
      return;
    }
    this.#slug = slug;
    this.lesson = undefined;
    this.progress = undefined;
    this.changed();
    this.#ask();
    const lesson = slug ? await this.control.get<RoomLesson>(`/lessons/${slug}`) : undefined;
    if (slug === this.#slug) {
      this.lesson = lesson;
      this.changed();
    }
  }

  /** Something has happened in the room. */
  soon(): void {
    if (this.#slug) {
      this.#timer ||= window.setTimeout(() => this.#ask(), PAUSE);
    }
  }

  #ask(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (this.#busy) {
      this.#again = true;
      return;
    }
    void this.#askNow();
  }

  async #askNow(): Promise<void> {
    this.#busy = true;
    const progress = this.#slug ? await this.control.get<RoomProgress>('/progress') : undefined;
    this.#busy = false;
    // What came for a lesson that was left meanwhile is of no interest.
    if (progress?.slug === this.#slug) {
      this.progress = progress;
      this.changed();
    }
    if (this.#again) {
      this.#again = false;
      this.soon();
    }
  }
}
