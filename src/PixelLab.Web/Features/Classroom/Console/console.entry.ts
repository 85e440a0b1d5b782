import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ChosenHit } from '../../../Client/Kit/Hits/chosen-hit';
import '../../../Client/Kit/Live/store-strip';
import './console-head';
import { consoleLayout } from './console-layout';
import { ConsoleStreams } from './console-streams';
import { consoleStyles } from './console-styles';
import { type Outcome, RoomControl } from './room-control';
import './lesson';
import { LessonWatch } from './lesson-watch';
import './key-form';
import './lab-refusals';
import { dropKey, keepKey, keyOf } from '../../../Client/Kit/Rooms/keys';
import './merged-stream';
import { namesOf, people } from './names';
import './poll';
import { RoomFeed } from './room-feed';
import './roster';
import './rounds';
import './spotlight';
import type { RoomSpotlight } from './spotlight';
import './story';
import './tools';
import './traffic';
import type { ConsoleView, LabRefusals, LessonChoice, QuestionsChoice, RoomSwitch } from '../wire';
import type { Connection } from '../../../Client/Kit/Live/stream';
import type { Row } from '../../../Client/Kit/Hits/rows';
import { shared } from '../../../Client/Kit/Styles/shared';
import { applyTheme } from '../../../Client/Kit/Page/theme';
import { aboutRow, plainStyles } from '../../Panel/about-row';
import type { LabEvent } from '../../../Client/Kit/Wire/wire';
import { consoleWords as words } from '../../../Client/Kit/Words/console';
import { rowWordsIn } from '../../../Client/Kit/Words/rows';
import { connectionInWords } from '../../../Client/Kit/Words/words';

/** Where a tab keeps which room it has on the wall. */
const PROJECTED_KEY = 'pixellab-projected';

/** The instructor’s console: holds the key and the room’s two streams, and lays out the parts that show them. */
@customElement('lab-console')
export class LabConsole extends LitElement {
  @property() code = '';
  /** The address of the room’s API. */
  @property() api = '';
  /** The address of the seats’ API. */
  @property() seats = '';
  @property() hub = '';
  @property() qr = '';
  @property() classroom = '';
  /** The places one can send to: `shop=Fernweh Outdoor;…`. */
  @property() hosts = '';
  @property({ type: Array }) lessons: LessonChoice[] = [];
  @property({ type: Object }) questions: QuestionsChoice | undefined;
  @property({ type: Array }) switches: RoomSwitch[] = [];
  @state() private room: ConsoleView | undefined;
  @state() private version = 0;
  @state() private connection: Connection = 'connecting';
  @state() private outcome: Outcome = { said: '', fault: '' };
  @state() private refused: LabRefusals | undefined;
  @state() private needsKey = false;
  @state() private isOver = false;
  @state() private isProjected = false;
  @query('room-spotlight') private readonly spotlight!: RoomSpotlight | null;
  #control!: RoomControl;
  #watch: LessonWatch | undefined;
  #chosen = new ChosenHit('', () => undefined);
  readonly #feed = new RoomFeed(() => this.version++);
  #streams: ConsoleStreams | undefined;
  #frame = 0;

  static override styles = [...shared, consoleStyles, plainStyles, consoleLayout];

  override connectedCallback(): void {
    super.connectedCallback();
    applyTheme();
    this.#project(sessionStorage.getItem(PROJECTED_KEY) === this.code);
    const key = keyOf(this.code);
    if (key) {
      this.#begin(key);
    } else {
      this.needsKey = true;
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override render(): TemplateResult {
    if (this.isOver) {
      return html`<p role="status">
        ${words.say('ended')} <a href=${this.classroom}>${words.say('openAnother')}</a>
      </p>`;
    }
    if (this.needsKey) {
      return html`<key-form
        code=${this.code}
        fault=${this.outcome.fault}
        @key=${(event: CustomEvent<string>) => {
          this.needsKey = false;
          this.#begin(event.detail);
        }}
      ></key-form>`;
    }
    return this.room
      ? this.#console(this.room)
      : html`<p role="status">${this.outcome.fault || connectionInWords(this.connection)}</p>`;
  }

  #console(room: ConsoleView): TemplateResult {
    const names = namesOf(room, this.isProjected);
    return html`<store-strip></store-strip>
      <div class="all ${this.isProjected ? 'projected' : ''}">
        <console-head
          .room=${room}
          .control=${this.#control}
          qr=${this.qr}
          connection=${this.connection}
          ?projected=${this.isProjected}
          ?compact=${this.isProjected && (room.poll !== undefined || this.#chosen.event !== undefined)}
          @project=${() => this.#project(!this.isProjected)}
        ></console-head>
        <p class="said" role="status">${this.outcome.said}</p>
        ${this.#fault()}
        ${this.isProjected ? nothing : html`<lab-refusals .refused=${this.refused}></lab-refusals>`}
        ${
          this.isProjected
            ? nothing
            : html`<room-tools
                .room=${room}
                .control=${this.#control}
                .switches=${this.switches}
                .lesson=${this.#watch?.lesson}
                hosts=${this.hosts}
              ></room-tools>`
        }
        ${
          this.isProjected && !room.switched.some(({ name }) => name === 'story')
            ? nothing
            : html`<room-story .room=${room} .control=${this.#control}></room-story>`
        }
        ${
          this.isProjected && !room.traffic
            ? nothing
            : html`<room-traffic .room=${room} .control=${this.#control}></room-traffic>`
        }
        ${
          room.poll
            ? html`<room-poll
                .poll=${room.poll}
                .control=${this.#control}
                students=${people(room).length}
                ?projected=${this.isProjected}
              ></room-poll>`
            : nothing
        }
        ${this.#detail(room, names)}
        <div class="columns">
          <div class="all">
            <room-lesson
              .control=${this.#control}
              .lessons=${this.lessons}
              .lesson=${this.#watch?.lesson}
              .progress=${this.#watch?.progress}
              .poll=${room.poll}
              ?projected=${this.isProjected}
            ></room-lesson>
            <room-roster
              .room=${room}
              .control=${this.#control}
              .names=${names}
              .seen=${this.#feed.seen}
              .progress=${this.#watch?.progress}
              version=${this.version}
              only=${this.#feed.rows.only}
              ?projected=${this.isProjected}
              @only=${(event: CustomEvent<string>) => {
                this.#feed.rows.narrow({ only: event.detail });
                this.version++;
              }}
            ></room-roster>
            ${
              this.questions && (room.rounds || !this.isProjected)
                ? html`<room-rounds
                    .questions=${this.questions}
                    .rounds=${room.rounds}
                    .control=${this.#control}
                    ?projected=${this.isProjected}
                  ></room-rounds>`
                : nothing
            }
          </div>
          <merged-stream
            .feed=${this.#feed}
            .names=${names}
            version=${this.version}
            chosen=${this.#chosen.row?.key ?? ''}
            ?projected=${this.isProjected}
            @change=${() => this.version++}
            @choose=${(event: CustomEvent<Row>) => this.#choose(event.detail)}
            @read=${() => this.spotlight?.focus()}
            @back=${() => this.#unchoose()}
          ></merged-stream>
        </div>
      </div>`;
  }

  /** The chosen hit, or what a row that is none means. */
  #detail(room: ConsoleView, names: ReadonlyMap<string, string>): TemplateResult | typeof nothing {
    const { event, row, problem } = this.#chosen;
    if (event) {
      return html`<room-spotlight
        .event=${event}
        .room=${room}
        .control=${this.#control}
        whose=${names.get(event.seat) ?? ''}
        ?projected=${this.isProjected}
        @done=${() => this.#unchoose()}
      ></room-spotlight>`;
    }
    if (problem) {
      return html`<p class="fault" role="alert">${words.say('hitGone')}</p>`;
    }
    return row && row.kind !== 'hit' ? html`<section class="card">${aboutRow(row)}</section>` : nothing;
  }

  #fault(): TemplateResult | typeof nothing {
    return this.outcome.fault ? html`<p class="fault" role="alert">${this.outcome.fault}</p>` : nothing;
  }

  #begin(key: string): void {
    this.#control = new RoomControl(this.code, this.api, key, (outcome) => {
      this.outcome = outcome;
    });
    this.#watch = new LessonWatch(this.#control, () => this.version++);
    this.outcome = { said: '', fault: '' };
    this.#streams = new ConsoleStreams(this.hub, this.code, key, () => this.#feed.cursor, {
      room: (view) => this.#show(view),
      event: (event) => this.#take(event),
      refused: (refused) => {
        this.refused = refused;
      },
      connection: (connection) => {
        this.connection = connection;
        if (connection === 'live') {
          this.outcome = { ...this.outcome, fault: '' };
        }
      },
      over: (refused) => this.#over(refused),
    });
    this.#streams.start();
  }

  /** Keeps the choice for this tab: a page that is loaded anew on the wall must not show what was hidden there. */
  #project(isProjected: boolean): void {
    this.isProjected = isProjected;
    sessionStorage.setItem(PROJECTED_KEY, isProjected ? this.code : '');
    document.documentElement.toggleAttribute('data-projected', isProjected);
  }

  #stop(): void {
    this.#streams?.stop();
    this.#watch?.stop();
    cancelAnimationFrame(this.#frame);
  }

  #over(refused: boolean): void {
    this.#stop();
    this.#project(false);
    dropKey(this.code);
    if (refused) {
      this.needsKey = true;
      this.outcome = { said: '', fault: words.say('wrongKey') };
    } else {
      this.isOver = true;
    }
  }

  #show(view: ConsoleView): void {
    keepKey(this.code, this.#control.key);
    this.room = view;
    const seats = new Set(view.students.map((student) => student.seat));
    this.#feed.keepOnly(seats);
    if (this.#chosen.row && !seats.has(this.#chosen.row.seat)) {
      this.#unchoose();
    }
    void this.#watch?.follow(view.lesson);
    this.#watch?.soon();
    this.#drawSoon();
  }

  #take(event: LabEvent): void {
    this.#feed.take(event);
    if (event.kind === 'erased' && (event.newLog || this.#chosen.row?.seat === event.seat)) {
      this.#unchoose();
    }
    if (event.kind === 'erased' && event.newLog) {
      this.outcome = { ...this.outcome, said: rowWordsIn.say('newLog') };
    }
    this.#watch?.soon();
    this.#drawSoon();
  }

  /** A class makes hundreds of events a second; they are drawn once a frame. */
  #drawSoon(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#feed.takeUp();
      this.version++;
    });
  }

  #choose(row: Row): void {
    this.#chosen.drop();
    // Each seat has an address of its own, so each choice asks another one.
    this.#chosen = new ChosenHit(`${this.seats}/${row.seat}`, () => this.version++);
    this.#chosen.choose(row);
    this.version++;
  }

  #unchoose(): void {
    this.#chosen.drop();
    this.version++;
  }
}
