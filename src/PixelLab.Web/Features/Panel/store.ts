import { Announcer } from '../../Client/Kit/Page/announcer';
import { clearBrowser } from '../../Client/Kit/Page/clearing';
import { ChosenHit } from '../../Client/Kit/Hits/chosen-hit';
import { type Filter, readFilter } from '../../Client/Kit/Hits/filter';
import { LiveFeed } from '../../Client/Kit/Live/live-feed';
import type { Connection } from '../../Client/Kit/Live/stream';
import type { Row } from '../../Client/Kit/Hits/rows';
import type { LabEvent } from '../../Client/Kit/Wire/wire';
import { EventQueue } from './event-queue';
import { JarWatch } from './jar-watch';
import { ShownRows } from './shown-rows';
import { hitOf, NARROW, WayBack } from './way-back';
import { panelWords as words } from '../../Client/Kit/Words/panel';
import { rowWordsIn } from '../../Client/Kit/Words/rows';

/** From how many events in a frame on they are a flood, as a whole log is that comes in after the start. */
const FLOOD = 32;

/** How long the list stays as it is during a flood, in milliseconds: drawing it takes longer than taking events up. */
const APART = 150;

/** Where the seat's events come from. */
export interface SeatPlace {
  readonly seat: string;
  readonly api: string;
  readonly hub: string;
}

/** All that the panel knows and shows; its parts draw it and call it. */
export class PanelStore {
  connection: Connection = 'connecting';
  paused = false;
  /** How many events wait while the list is paused. */
  waiting = 0;
  /** What a screen reader is told. */
  said = '';
  /** Whether the lab has another log than the one whose rows stood here. */
  isNewLog = false;
  /** What went wrong with something that was asked for here. */
  fault = '';
  /** On a narrow screen: whether the hit is shown, and not the list. */
  isReading = false;
  /** On a narrow screen: whether the choices of the filter are unfolded. */
  showsFilters = false;
  readonly shown: ShownRows;
  readonly chosen: ChosenHit;
  readonly cookies: JarWatch;
  readonly #feed: LiveFeed;
  readonly #announcer = new Announcer((words) => {
    this.said = words;
    this.changed();
  });
  readonly #queue = new EventQueue((event) => this.#add(event));
  #frame = 0;
  /** When the list was drawn last. */
  #drawn = -Infinity;
  #arrived = 0;
  /** The event that the address asks for, until its row has come. */
  #wanted = hitOf();
  readonly #wayBack = new WayBack(
    () => ({ filter: this.shown.filter, hit: this.chosen.id, isReading: this.isReading }),
    (hit) => this.#goTo(hit),
  );

  constructor(
    private readonly place: SeatPlace,
    private readonly changed: () => void,
  ) {
    this.shown = new ShownRows(changed, readFilter(location.search));
    this.chosen = new ChosenHit(
      place.api,
      () => {
        this.#wayBack.keep();
        changed();
      },
      (id) => this.shown.rowOf(id),
    );
    this.cookies = new JarWatch(place.api, changed);
    this.#feed = new LiveFeed(
      place.hub,
      place.seat,
      '',
      (event) => this.#take(event),
      (connection) => {
        this.connection = connection;
        changed();
      },
    );
  }

  start(): void {
    this.#feed.start();
    if (this.#wanted) {
      void this.chosen.read(this.#wanted);
      this.isReading = true;
    }
    this.#wayBack.start();
    void this.cookies.judge();
  }

  stop(): void {
    this.#feed.stop();
    this.#wayBack.stop();
    this.#announcer.stop();
    this.cookies.stop();
  }

  set(part: Partial<Filter>): void {
    this.shown.set(part);
    this.#wayBack.keep();
    this.changed();
  }

  choose(row: Row): void {
    this.#wanted = undefined;
    this.fault = '';
    this.chosen.choose(row);
    this.isReading = true;
    this.#wayBack.keep();
    this.changed();
  }

  /** Shows a hit by its number, whether or not it has a row. */
  show(id: number): void {
    const row = this.shown.rowOf(id);
    if (row) {
      this.choose(row);
      return;
    }
    this.#unchoose();
    void this.chosen.read(id);
    this.isReading = true;
    this.#wayBack.keep();
    this.changed();
  }

  setReading(isReading: boolean): void {
    this.isReading = isReading;
    this.#wayBack.keep();
    this.changed();
  }

  showFilters(showsFilters: boolean): void {
    this.showsFilters = showsFilters;
    this.changed();
  }

  pin(): void {
    if (this.chosen.row) {
      this.shown.pin(this.chosen.row);
      this.changed();
    }
  }

  pause(): void {
    this.paused = !this.paused;
    this.#schedule();
    this.changed();
  }

  clear(): void {
    this.isNewLog = false;
    this.shown.clear();
    this.#unchoose();
    this.#wayBack.keep();
    this.changed();
  }

  undoClear(): void {
    this.shown.undoClear();
    this.changed();
  }

  /**
   * Erases the seat for good. What is shown goes when the lab says that it is done. Then the browser goes to forget its part of it, and
   * comes back here.
   * @param keepsCookies - Whether the browser keeps its part.
   */
  async erase(keepsCookies: boolean): Promise<void> {
    try {
      const response = await fetch(this.place.api, { method: 'DELETE' });
      this.fault = response.ok ? '' : words.say('notErased');
      if (response.ok && !keepsCookies) {
        this.fault = await clearBrowser(this.place.api, location.origin + location.pathname);
      }
    } catch {
      this.fault = words.say('eraseAway');
    }
    this.changed();
  }

  #take(event: LabEvent): void {
    if (event.kind === 'erased') {
      this.isNewLog ||= event.newLog === true;
      this.#forget(event.id, event.newLog ? rowWordsIn.say('newLog') : words.say('erased'));
    } else {
      this.#queue.push(event);
    }
    this.#schedule();
  }

  #add(event: LabEvent): void {
    if (event.kind === 'hit') {
      this.#arrived++;
    }
    this.cookies.saw(event);
    const row = this.shown.add(event);
    if (row && row === this.chosen.row && event.kind === 'hit') {
      void this.chosen.read(event.id);
    }
    if (row && event.id === this.#wanted) {
      this.#wanted = undefined;
      this.chosen.row = row;
    }
  }

  /** The list takes up what has come once a frame, and no more than the frame has time for. */
  #schedule(): void {
    this.#frame ||= requestAnimationFrame((now) => {
      this.#frame = 0;
      const isFlood = !this.paused && this.#queue.length >= FLOOD;
      if (!this.paused && !this.#queue.drain()) {
        this.#schedule();
      }
      if (isFlood && now - this.#drawn < APART) {
        this.#schedule();
        return;
      }
      this.#drawn = now;
      this.#draw();
    });
  }

  #draw(): void {
    this.waiting = this.#queue.length;
    if (this.shown.takeUp() && this.#arrived > 0) {
      this.#announcer.soon(() => this.#arrivedWords());
    }
    this.changed();
  }

  #forget(upTo: number, said: string): void {
    this.#queue.clear();
    this.#arrived = 0;
    this.shown.forget(upTo);
    this.#unchoose();
    this.#wayBack.keep();
    this.cookies.judgeSoon();
    this.#announcer.now(said);
  }

  #unchoose(): void {
    this.#wanted = undefined;
    this.fault = '';
    this.isReading = false;
    this.chosen.drop();
  }

  /** The browser has gone back or forward. */
  #goTo(hit: number | undefined): void {
    if (hit && hit !== this.chosen.id) {
      this.show(hit);
      return;
    }
    if (!hit && !NARROW.matches) {
      this.#unchoose();
    }
    this.setReading(hit !== undefined);
  }

  #arrivedWords(): string {
    const arrived = this.#arrived;
    this.#arrived = 0;
    // The sum makes each announcement differ from the last; the same words again would not be read out.
    return words.say('arrived', { count: arrived, rows: this.shown.rows.length });
  }
}
