import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ask } from './classroom/ask';
import './classroom/console-head';
import { consoleStyles } from './classroom/console-styles';
import { type Outcome, RoomDesk } from './classroom/desk';
import { dropKey, keepKey, keyOf } from './classroom/keys';
import './classroom/merged-stream';
import { namesOf } from './classroom/names';
import './classroom/poll';
import { RoomFeed } from './classroom/room-feed';
import './classroom/roster';
import './classroom/spotlight';
import { RoomStream } from './classroom/stream';
import './classroom/tools';
import './classroom/traffic';
import type { ConsoleView } from './classroom/wire';
import type { Connection } from './live';
import type { Row } from './rows';
import { shared } from './styles/shared';
import { applyTheme } from './theme';
import type { LabEvent, WholeEvent } from './wire';
import { connectionInWords } from './words';

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
  @state() private room: ConsoleView | undefined;
  @state() private rows: readonly Row[] = [];
  @state() private version = 0;
  @state() private connection: Connection = 'connecting';
  @state() private outcome: Outcome = { said: '', fault: '' };
  @state() private needsKey = false;
  @state() private isOver = false;
  @state() private isProjected = false;
  @state() private onlySeat = '';
  @state() private detail: WholeEvent | undefined;
  #desk!: RoomDesk;
  readonly #feed = new RoomFeed();
  #streams: { stop: () => void }[] = [];
  #frame = 0;

  static override styles = [
    ...shared,
    consoleStyles,
    css`
      .all {
        display: grid;
        gap: 1rem;
      }
      .fault {
        padding: 0.6rem 0.9rem;
        border-inline-start: 4px solid var(--lab-danger);
        background: var(--lab-raised);
      }
      .said:empty {
        display: none;
      }
      .columns {
        display: grid;
        grid-template-columns: minmax(15rem, 1fr) 2fr;
        gap: 1.5rem;
      }
      .projected {
        font-size: 1.35em;
      }
      @media (max-width: 48rem) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    applyTheme();
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
        This room has ended, and everything in it is erased. <a href=${this.classroom}>Open another</a>
      </p>`;
    }
    if (this.needsKey) {
      return this.#askKey();
    }
    return this.room
      ? this.#console(this.room)
      : html`<p role="status">${this.outcome.fault || connectionInWords(this.connection)}</p>`;
  }

  #askKey(): TemplateResult {
    return html`<form
      class="card"
      @submit=${(event: Event) => {
        event.preventDefault();
        this.needsKey = false;
        this.#begin(String(new FormData(event.target as HTMLFormElement).get('key') ?? '').trim());
      }}
    >
      <p>
        This browser does not have the key of room ${this.code}. It was shown in the console when the room was
        opened.
      </p>
      ${this.#fault()}
      <label
        >The instructor’s key
        <input name="key" required maxlength="100" autocomplete="off" spellcheck="false"
      /></label>
      <button class="primary">Go on</button>
    </form>`;
  }

  #console(room: ConsoleView): TemplateResult {
    const names = namesOf(room, this.isProjected);
    return html`<div class="all ${this.isProjected ? 'projected' : ''}">
      <console-head
        .room=${room}
        .desk=${this.#desk}
        qr=${this.qr}
        connection=${this.connection}
        ?projected=${this.isProjected}
        @project=${() => {
          this.isProjected = !this.isProjected;
        }}
      ></console-head>
      <p class="said" role="status">${this.outcome.said}</p>
      ${this.#fault()}
      ${this.isProjected ? nothing : html`<room-tools .room=${room} .desk=${this.#desk} hosts=${this.hosts}></room-tools>`}
      <room-traffic .room=${room} .desk=${this.#desk}></room-traffic>
      ${room.poll ? html`<room-poll .poll=${room.poll} .desk=${this.#desk}></room-poll>` : nothing}
      ${
        this.detail
          ? html`<room-spotlight
              .event=${this.detail}
              .room=${room}
              .desk=${this.#desk}
              ?projected=${this.isProjected}
              @done=${() => {
                this.detail = undefined;
              }}
            ></room-spotlight>`
          : nothing
      }
      <div class="columns">
        <room-roster
          .room=${room}
          .names=${names}
          .seen=${this.#feed.seen}
          version=${this.version}
          only=${this.onlySeat}
          @only=${(event: CustomEvent<string>) => {
            this.onlySeat = event.detail;
          }}
        ></room-roster>
        <merged-stream
          .rows=${this.rows}
          .names=${names}
          only=${this.onlySeat}
          @choose=${(event: CustomEvent<Row>) => void this.#choose(event.detail)}
        ></merged-stream>
      </div>
    </div>`;
  }

  #fault(): TemplateResult | typeof nothing {
    return this.outcome.fault ? html`<p class="fault" role="alert">${this.outcome.fault}</p>` : nothing;
  }

  #begin(key: string): void {
    this.#desk = new RoomDesk(this.code, this.api, key, (outcome) => {
      this.outcome = outcome;
    });
    this.outcome = { said: '', fault: '' };
    const room = new RoomStream<ConsoleView>(
      this.hub,
      'Teach',
      () => [this.code, key],
      (view) => this.#show(view),
      (connection) => {
        this.connection = connection;
      },
      (refused) => this.#over(refused),
    );
    const events = new RoomStream<LabEvent>(
      this.hub,
      'FollowAll',
      () => [this.code, key, String(this.#feed.last)],
      (event) => this.#take(event),
      () => undefined,
      () => undefined,
    );
    this.#streams = [room, events];
    room.start();
    events.start();
  }

  #stop(): void {
    for (const stream of this.#streams) {
      stream.stop();
    }
    cancelAnimationFrame(this.#frame);
  }

  #over(refused: boolean): void {
    this.#stop();
    dropKey(this.code);
    if (refused) {
      this.needsKey = true;
      this.outcome = { said: '', fault: 'There is no such room any more, or this is not its key.' };
    } else {
      this.isOver = true;
    }
  }

  #show(view: ConsoleView): void {
    keepKey(this.code, this.#desk.key);
    this.room = view;
    const seats = new Set(view.students.map((student) => student.seat));
    this.#feed.keepOnly(seats);
    if (this.detail && !seats.has(this.detail.seat)) {
      this.detail = undefined;
    }
    this.#drawSoon();
  }

  #take(event: LabEvent): void {
    this.#feed.take(event);
    if (event.kind === 'erased' && this.detail?.seat === event.seat) {
      this.detail = undefined;
    }
    this.#drawSoon();
  }

  /** A class makes hundreds of events a second; they are drawn once a frame. */
  #drawSoon(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.rows = [...this.#feed.rows];
      this.version++;
    });
  }

  async #choose(row: Row): Promise<void> {
    const answer = await ask<WholeEvent>(`${this.seats}/${row.seat}/events/${row.id}`);
    this.outcome = { said: '', fault: answer.fault ?? '' };
    this.detail = answer.value;
  }
}
