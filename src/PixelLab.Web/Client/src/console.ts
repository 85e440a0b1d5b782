import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import './hit-detail';
import { ask } from './classroom/ask';
import { consoleStyles } from './classroom/console-styles';
import { dropKey, keepKey, keyOf } from './classroom/keys';
import { RoomStream } from './classroom/stream';
import type { ConsoleView } from './classroom/wire';
import type { Connection } from './live';
import { type Row, RowBook } from './rows';
import { shared } from './styles/shared';
import { applyTheme } from './theme';
import type { LabEvent, WholeEvent } from './wire';
import { connectionInWords, timeOfDay } from './words';

/** The most rows that are drawn; older ones are in the students’ own panels. */
const MOST_ROWS = 200;

/** How a student has been seen last. */
interface Seen {
  at: number;
  page: string;
  hits: number;
}

/** The instructor’s console: the roster, the class’s hits as they come, and what can be done with them. */
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
  @state() private rows: { row: Row; seat: string }[] = [];
  @state() private connection: Connection = 'connecting';
  @state() private fault = '';
  @state() private said = '';
  @state() private needsKey = false;
  @state() private isOver = false;
  @state() private isProjected = false;
  @state() private onlySeat = '';
  @state() private words = '';
  @state() private detail: WholeEvent | undefined;
  @query('dialog.end') private endDialog!: HTMLDialogElement;
  @query('dialog.reset') private resetDialog!: HTMLDialogElement;
  #key = '';
  #last = 0;
  #book = new RowBook();
  #seatOfRow = new Map<string, string>();
  #seen = new Map<string, Seen>();
  #streams: { stop: () => void }[] = [];
  #frame = 0;

  static override styles = [...shared, consoleStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    applyTheme();
    this.#key = keyOf(this.code);
    if (this.#key) {
      this.#begin();
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
    const { room } = this;
    if (!room) {
      return html`<p role="status">${this.fault || connectionInWords(this.connection)}</p>`;
    }
    return html`<div class=${this.isProjected ? 'projected' : ''}>
      ${this.#head(room)}
      <p class="said" role="status">${this.said}</p>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      ${this.isProjected ? nothing : this.#tools(room)} ${room.poll ? this.#answers(room.poll) : nothing}
      <div class="columns">
        ${this.#roster(room)} ${this.#stream(room)} ${this.detail ? this.#chosen(this.detail, room) : nothing}
      </div>
      ${this.#dialogs()}
    </div>`;
  }

  #askKey(): TemplateResult {
    return html`<form
      class="card"
      @submit=${(event: Event) => {
        event.preventDefault();
        this.#key = String(new FormData(event.target as HTMLFormElement).get('key') ?? '').trim();
        this.needsKey = false;
        this.#begin();
      }}
    >
      <p>
        This browser does not have the key of room ${this.code}. It was shown in the console when the room was
        opened.
      </p>
      ${this.fault ? html`<p role="alert">${this.fault}</p>` : nothing}
      <label
        >The instructor’s key
        <input name="key" required maxlength="100" autocomplete="off" spellcheck="false"
      /></label>
      <button class="primary">Go on</button>
    </form>`;
  }

  #head(room: ConsoleView): TemplateResult {
    return html`<header>
      <div class="join">
        <img src=${this.qr} width="148" height="148" alt="The address to join at, for a phone’s camera" />
        <div>
          <p>Join at <b>${room.join.replace(/^https?:\/\//, '').replace(/\/[^/]*$/, '')}</b> with the code</p>
          <p class="code">${room.spoken}</p>
          <p>
            ${room.students.length} in the room${room.isClosed ? ', nobody more may join' : ''} ·
            ${connectionInWords(this.connection)}
          </p>
        </div>
      </div>
      <div class="acts">
        <button
          aria-pressed=${this.isProjected}
          @click=${() => {
            this.isProjected = !this.isProjected;
          }}
        >
          Projector view
        </button>
        <button
          aria-pressed=${room.isFrozen}
          @click=${() => void this.#act({ do: room.isFrozen ? 'resume' : 'freeze' })}
        >
          ${room.isFrozen ? 'Let them go on' : 'Hold all pages'}
        </button>
        ${room.spotlight ? html`<button @click=${() => void this.#act({ do: 'dim' })}>Take off all screens</button>` : nothing}
        <button @click=${() => void this.#act({ do: room.isClosed ? 'open' : 'close' })}>
          ${room.isClosed ? 'Let more in' : 'Let nobody more in'}
        </button>
        <button @click=${() => this.resetDialog.showModal()}>Reset seats …</button>
        <button class="danger" @click=${() => this.endDialog.showModal()}>End the room …</button>
      </div>
    </header>`;
  }

  #tools(room: ConsoleView): TemplateResult {
    const places = this.hosts.split(';').map((pair) => pair.split('='));
    return html`<details class="card tools">
      <summary>Send, ask, switch, key</summary>
      <form @submit=${(event: Event) => void this.#submit(event, 'send', 'Sent.')}>
        <label>
          Send everyone to
          <select name="host">
            ${places.map(([name, title]) => html`<option value=${name ?? ''}>${title}</option>`)}
          </select>
        </label>
        <label>page <input name="path" value="/" required maxlength="500" /></label>
        <button>Send</button>
        ${room.followed === undefined ? nothing : html`<span>${room.followed} of ${room.students.length} have followed.</span>`}
      </form>
      <form @submit=${(event: Event) => void this.#askRoom(event)}>
        <label
          >Ask <input name="question" required maxlength="300" placeholder="How many companies heard of it?"
        /></label>
        <label>answers, one a line <textarea name="options" rows="3" required></textarea></label>
        <button>Ask the room</button>
      </form>
      <form @submit=${(event: Event) => void this.#submit(event, 'switch', 'Switched for everyone.')}>
        <input type="hidden" name="name" value="regime.all" />
        <label>
          Banner on every site
          <select name="value">
            ${[
              ['none', 'none'],
              ['notice', 'a notice only'],
              ['opt_in', 'opt-in'],
              ['manipulative', 'manipulative'],
              ['opt_out', 'opt-out link'],
            ].map(([value, title]) => html`<option value=${value ?? ''}>${title}</option>`)}
          </select>
        </label>
        <button>Switch for all</button>
      </form>
      <form @submit=${(event: Event) => void this.#submit(event, 'switch', 'Switched for everyone.')}>
        <input type="hidden" name="name" value="blocker" />
        <label>
          The lab’s blocker
          <select name="value">
            <option value="on">on</option>
            <option value="off">off</option>
          </select>
        </label>
        <button>Switch for all</button>
      </form>
      <p>
        Your key, to come back from another browser: <code>${this.#key}</code>. Keep it to yourself: whoever
        has it has the room.
        <a href="${this.api}/export" @click=${(event: Event) => void this.#export(event)}
          >Take everything away as a file</a
        >
      </p>
    </details>`;
  }

  #answers(poll: NonNullable<ConsoleView['poll']>): TemplateResult {
    const most = Math.max(1, ...(poll.counts ?? []));
    return html`<section class="card" aria-label="The question to the room">
      <h2>${poll.question}</h2>
      <ul class="bars">
        ${poll.options.map((option, index) => {
          const votes = poll.counts?.[index] ?? 0;
          return html`<li>
            <span>${option}</span><meter min="0" max=${most} value=${votes} aria-label=${option}></meter
            ><b>${votes}</b>
          </li>`;
        })}
      </ul>
      <p>
        <button @click=${() => void this.#act({ do: 'show_answers' })}>Show the answers to all</button>
        <button @click=${() => void this.#act({ do: 'end_poll' })}>End the question</button>
      </p>
    </section>`;
  }

  #roster(room: ConsoleView): TemplateResult {
    const now = Date.now();
    return html`<section aria-labelledby="roster">
      <h2 id="roster">Who is here</h2>
      ${
        room.students.length === 0
          ? html`<p>Nobody yet. Project the code above.</p>`
          : html`<ul class="roster">
              ${room.students.map((student, index) => {
                const seen = this.#seen.get(student.seat);
                return html`<li>
                  <button
                    aria-pressed=${this.onlySeat === student.seat}
                    @click=${() => {
                      this.onlySeat = this.onlySeat === student.seat ? '' : student.seat;
                    }}
                  >
                    ${this.#name(student.name, index)}
                  </button>
                  <span>
                    ${seen ? html`${seen.page || 'in the lab'} · ${seen.hits} hits · ${ago(now - seen.at)}` : 'has not opened a page yet'}
                  </span>
                </li>`;
              })}
            </ul>`
      }
    </section>`;
  }

  #stream(room: ConsoleView): TemplateResult {
    const names = new Map(
      room.students.map((student, index) => [student.seat, this.#name(student.name, index)]),
    );
    const words = this.words.toLowerCase();
    const shown = this.rows.filter(
      ({ row, seat }) =>
        (!this.onlySeat || seat === this.onlySeat) &&
        (!words ||
          `${row.vendor} ${row.words} ${row.title} ${row.site} ${row.page}`.toLowerCase().includes(words)),
    );
    return html`<section aria-labelledby="stream">
      <h2 id="stream">What arrives</h2>
      <p>
        <label>
          <span class="unseen">Search</span>
          <input
            type="search"
            placeholder="Search"
            @input=${(event: Event) => {
              this.words = (event.target as HTMLInputElement).value;
            }}
          />
        </label>
      </p>
      ${
        shown.length === 0
          ? html`<p>Nothing yet.</p>`
          : html`<ol class="stream">
              ${shown.slice(0, MOST_ROWS).map(
                ({ row, seat }) =>
                  html`<li data-kind=${row.kind}>
                    <button @click=${() => void this.#choose(seat, row.id)}>
                      <time>${timeOfDay(row.at)}</time>
                      <b>${names.get(seat) ?? 'gone'}</b>
                      <span
                        ><span class="vendor" data-vendor=${row.vendor}>${row.vendor}</span>:
                        ${row.words}</span
                      >
                      <small
                        >${row.title || row.page}${row.site ? ` on ${row.site}` : ''}
                        ${row.kind === 'missing' ? row.reason : ''}</small
                      >
                    </button>
                  </li>`,
              )}
            </ol>`
      }
    </section>`;
  }

  #chosen(event: WholeEvent, room: ConsoleView): TemplateResult {
    return html`<section class="chosen" aria-label="The chosen hit">
      <form
        @submit=${(submit: Event) => {
          submit.preventDefault();
          const field = String(new FormData(submit.target as HTMLFormElement).get('field') ?? '');
          void this.#act(
            { do: 'spotlight', seat: event.seat, event: event.id, field },
            'On all screens, without the name.',
          );
        }}
      >
        <label>
          Talk about
          <select name="field">
            <option value="">all of it</option>
            ${(event.explained ?? []).map((field) => html`<option>${field.field}</option>`)}
          </select>
        </label>
        <button class="primary">
          ${room.spotlight === event.id ? 'Again on all screens' : 'Put on all screens'}
        </button>
        <button
          type="button"
          @click=${() => {
            this.detail = undefined;
          }}
        >
          Close
        </button>
      </form>
      <hit-detail .event=${this.isProjected ? withoutAddress(event) : event}></hit-detail>
    </section>`;
  }

  #dialogs(): TemplateResult {
    return html`<dialog class="end" aria-label="End the room">
        <p>End the room? Everything in it is erased at once and for good, for you and for all students.</p>
        <div class="row">
          <button @click=${() => this.endDialog.close()}>Not yet</button>
          <a class="button" href="${this.api}/export" @click=${(event: Event) => void this.#export(event)}
            >Take it away first</a
          >
          <button class="danger" @click=${() => void this.#end()}>End and erase</button>
        </div>
      </dialog>
      <dialog class="reset" aria-label="Reset the seats">
        <p>Erase what every student has done so far? The students stay in the room and begin anew.</p>
        <div class="row">
          <button @click=${() => this.resetDialog.close()}>Cancel</button>
          <button class="danger" @click=${() => void this.#reset()}>Erase and begin anew</button>
        </div>
      </dialog>`;
  }

  #name(name: string, index: number): string {
    return this.isProjected ? `Student ${index + 1}` : name;
  }

  #begin(): void {
    const room = new RoomStream<ConsoleView>(
      this.hub,
      'Teach',
      () => [this.code, this.#key],
      (view) => {
        keepKey(this.code, this.#key);
        this.fault = '';
        this.room = view;
        // Who has left is erased, here too.
        for (const seat of this.#seen.keys()) {
          if (!view.students.some((student) => student.seat === seat)) {
            this.#forget(seat);
          }
        }
      },
      (connection) => {
        this.connection = connection;
      },
      (refused) => this.#over(refused),
    );
    const events = new RoomStream<LabEvent>(
      this.hub,
      'FollowAll',
      () => [this.code, this.#key, String(this.#last)],
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
    if (refused) {
      dropKey(this.code);
      this.needsKey = true;
      this.fault = 'There is no such room any more, or this is not its key.';
    } else {
      dropKey(this.code);
      this.isOver = true;
    }
  }

  #take(event: LabEvent): void {
    if (event.kind === 'erased') {
      this.#forget(event.seat);
      return;
    }
    if (event.id <= this.#last) {
      return;
    }
    this.#last = event.id;
    const seen = this.#seen.get(event.seat) ?? { at: 0, page: '', hits: 0 };
    this.#seen.set(event.seat, {
      at: Date.parse(event.at),
      page: event.kind === 'visit' ? `${event.title ?? event.page ?? ''} on ${event.site ?? ''}` : seen.page,
      hits: seen.hits + (event.kind === 'hit' ? 1 : 0),
    });
    const changed = this.#book.add(event);
    if (changed?.isNew) {
      this.#seatOfRow.set(changed.row.key, event.seat);
    }
    this.#drawSoon();
  }

  #forget(seat: string): void {
    this.#book.rows = this.#book.rows.filter((row) => this.#seatOfRow.get(row.key) !== seat);
    this.#seen.delete(seat);
    if (this.detail?.seat === seat) {
      this.detail = undefined;
    }
    this.#drawSoon();
  }

  /** A class makes hundreds of events a second; the list is drawn once a frame. */
  #drawSoon(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#book.rows.splice(0, Math.max(0, this.#book.rows.length - MOST_ROWS * 20));
      this.rows = this.#book.rows
        .filter((row) => row.kind === 'hit' || row.kind === 'missing')
        .slice(-MOST_ROWS * 5)
        .reverse()
        .map((row) => ({ row, seat: this.#seatOfRow.get(row.key) ?? '' }));
    });
  }

  async #choose(seat: string, id: number): Promise<void> {
    const answer = await ask<WholeEvent>(`${this.seats}/${seat}/events/${id}`);
    this.fault = answer.fault ?? '';
    this.detail = answer.value;
  }

  async #act(action: Record<string, unknown>, said = ''): Promise<boolean> {
    const answer = await ask(
      `${this.api}/actions`,
      { method: 'POST', headers: { 'X-Room-Key': this.#key } },
      action,
    );
    this.fault = answer.fault ?? '';
    this.said = answer.fault === undefined ? said : '';
    return answer.fault === undefined;
  }

  async #submit(event: Event, what: string, said: string): Promise<void> {
    event.preventDefault();
    await this.#act({ do: what, ...Object.fromEntries(new FormData(event.target as HTMLFormElement)) }, said);
  }

  async #askRoom(event: Event): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    const options = String(data.get('options') ?? '').split('\n');
    if (await this.#act({ do: 'ask', question: data.get('question'), options }, 'Asked.')) {
      form.reset();
    }
  }

  async #reset(): Promise<void> {
    this.resetDialog.close();
    await this.#act({ do: 'reset' }, 'Everybody begins anew.');
  }

  async #end(): Promise<void> {
    this.endDialog.close();
    const answer = await ask(this.api, { method: 'DELETE', headers: { 'X-Room-Key': this.#key } });
    this.fault = answer.fault ?? '';
  }

  /** The key goes in a header, which a plain link cannot send. */
  async #export(event: Event): Promise<void> {
    event.preventDefault();
    const response = await fetch(`${this.api}/export`, { headers: { 'X-Room-Key': this.#key } }).catch(
      () => undefined,
    );
    if (!response?.ok) {
      this.fault = 'The file could not be made.';
      return;
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = `pixellab-room-${this.code}.zip`;
    link.click();
    URL.revokeObjectURL(link.href);
  }
}

/** The hit with only the beginning of its address left: a wall is seen by everybody. */
function withoutAddress(event: WholeEvent): WholeEvent {
  const address = event.address ?? '';
  const cut = Math.max(address.lastIndexOf('.'), address.lastIndexOf(':')) + 1;
  return cut === 0
    ? event
    : (JSON.parse(JSON.stringify(event).replaceAll(address, `${address.slice(0, cut)}…`)) as WholeEvent);
}

function ago(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  return seconds < 10
    ? 'just now'
    : seconds < 90
      ? `${seconds} s ago`
      : `${Math.round(seconds / 60)} min ago`;
}
