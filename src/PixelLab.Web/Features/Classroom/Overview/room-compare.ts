import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { lensTitle } from '../../Compare/names';
import type { LensName } from '../../Compare/wire';
import { shared } from '../../../Client/Kit/Styles/shared';
import { ask } from '../../../Client/Kit/Page/ask';
import { roomPulse, withKey } from '../../../Client/Kit/Rooms/pulse';
import { roomCompareStyles } from './room-compare-styles';
import type { BelievedVisitor, RoomCompareView, RoomLens, StudentSeen } from './room-compare-wire';
import type { Stream } from '../../../Client/Kit/Live/stream';

/** How a tracker tells a class apart. */
const WAY: Record<LensName, string> = {
  pixel: 'Goes by address, browser and language, mixed into a mark that changes every day.',
  cookie: 'Goes by the number in its cookie. Who brings none is new.',
  both: 'Goes by the cookie, and by an account where somebody logs in; the mark fills gaps.',
};

/** A room in the eyes of three trackers, kept up to date. */
@customElement('lab-room-compare')
export class RoomCompare extends LitElement {
  @property() code = '';
  @property() api = '';
  @property() hub = '';
  /** The address of the room’s console, where a key can be typed in. */
  @property() console = '';
  /** The address of the page on simulated people. */
  @property() population = '';
  @property({ type: Boolean }) projected = false;
  @state() private view: RoomCompareView | undefined;
  @state() private fault = '';
  #pulse: Stream<string> | undefined;
  #busy = false;
  #again = false;

  static override styles = [...shared, roomCompareStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read().then(() => {
      if (this.isConnected && this.view) {
        this.#pulse = roomPulse(
          this.hub,
          this.code,
          this.view.cursor,
          () => void this.#read(),
          () => this.#over(),
        );
        this.#pulse.start();
      }
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#pulse?.stop();
  }

  protected override render(): TemplateResult {
    const view = this.view;
    if (!view) {
      return this.fault
        ? html`<p class="card" role="alert">
            ${this.fault} The key is kept by the browser that opened the room;
            <a href=${this.console}>in the room’s console</a> it can be typed in.
          </p>`
        : html`<p class="card" role="status">The hits of the room are being read …</p>`;
    }
    return html`
      ${this.fault ? html`<p class="card" role="alert">${this.fault}</p>` : nothing}
      <section class="truth card" aria-labelledby="truth">
        <h2 id="truth">The truth</h2>
        <p class="number"><b>${count(view.students.length, 'student')}</b></p>
        <p>${view.truth} ${this.#silent(view)}</p>
        <ol class="visitors" aria-label="The students">
          ${view.students
            .slice(0, 60)
            .map((student) => html`<li><span class="unseen">Student </span><b>${student.number}</b></li>`)}
          ${view.students.length > 60 ? html`<li class="rest">and ${view.students.length - 60} more</li>` : nothing}
        </ol>
        ${
          view.simulated
            ? html`<p class="aside">
                Simulated people are left out here: what trackers make of them is on
                <a href=${this.population}>the page about simulated people</a>.
              </p>`
            : nothing
        }
      </section>
      <div class="lenses">${view.lenses.map((lens) => this.#lens(lens, view))}</div>
      ${view.students.length > 0 ? this.#table(view) : nothing}
    `;
  }

  #silent(view: RoomCompareView): string {
    const silent = view.joined - view.students.filter((student) => student.number > 0).length;
    return silent > 0 ? `${count(silent, 'student')} in the room sent none yet.` : '';
  }

  #lens(lens: RoomLens, view: RoomCompareView): TemplateResult {
    const rest = lens.visitors - lens.shown.length;
    return html`<section class="card" aria-labelledby=${lens.lens}>
      <h2 id=${lens.lens}>${lensTitle(lens.lens)}</h2>
      <p class="aside">${WAY[lens.lens]}</p>
      <p class="number"><b>${count(lens.visitors, 'visitor')}</b></p>
      <p class="sentence">${lens.sentence}</p>
      <ol class="visitors" aria-label="The visitors it believes in">
        ${lens.shown.map((visitor) => this.#visitor(visitor, view))}
        ${rest > 0 ? html`<li class="rest">and ${rest.toLocaleString('en')} more</li>` : nothing}
      </ol>
      <dl>
        <div>
          <dt>known, each apart from all others</dt>
          <dd>${lens.known}</dd>
        </div>
        <div>
          <dt>mixed up with somebody</dt>
          <dd>${lens.mixed}</dd>
        </div>
        <div>
          <dt>taken for several</dt>
          <dd>${lens.split}</dd>
        </div>
        <div>
          <dt>put down to nobody</dt>
          <dd>${lens.unseen}</dd>
        </div>
        <div>
          <dt>right when it says “the same visitor”</dt>
          <dd>${percent(lens.right)}</dd>
        </div>
        <div>
          <dt>of each student’s hits joined</dt>
          <dd>${percent(lens.found)}</dd>
        </div>
      </dl>
    </section>`;
  }

  #visitor(visitor: BelievedVisitor, view: RoomCompareView): TemplateResult {
    const numbers = visitor.students.map((place) => view.students[place]?.number ?? 0);
    const kind = !visitor.isSomebody ? 'anybody' : numbers.length > 1 ? 'mixed' : 'one';
    return html`<li data-kind=${kind}>
      <span class="unseen">${kind === 'anybody' ? 'Could be anybody of students ' : 'Really student '}</span>
      ${numbers.map((number) => html`<b>${number || 'gone'}</b> `)}
      ${visitor.more > 0 ? html`<span>+${visitor.more}</span>` : nothing}
    </li>`;
  }

  #table(view: RoomCompareView): TemplateResult {
    return html`<div>
      <h2 id="one-by-one">Student by student</h2>
      <div class="scroll" role="region" aria-labelledby="one-by-one" tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col">Student</th>
              ${view.lenses.map((lens) => html`<th scope="col">${lensTitle(lens.lens)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${view.students.map(
              (student, place) =>
                html`<tr>
                  <th scope="row">
                    <b class="chip">${student.number || '–'}</b>
                    ${this.projected ? '' : (student.name ?? 'gone')}
                  </th>
                  ${view.lenses.map((lens) => this.#verdict(lens.students[place]))}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </div>`;
  }

  #verdict(seen: StudentSeen | undefined): TemplateResult {
    if (!seen || seen.visitors === 0) {
      return html`<td data-verdict="unseen">put down to nobody</td>`;
    }
    const words = [
      ...(seen.others > 0 ? [`mixed up with ${count(seen.others, 'other')}`] : []),
      ...(seen.visitors > 1 ? [`taken for ${seen.visitors}`] : []),
    ];
    return words.length === 0
      ? html`<td data-verdict="known">known</td>`
      : html`<td data-verdict="wrong">${words.join(', ')}</td>`;
  }

  async #read(): Promise<void> {
    if (this.#busy) {
      this.#again = true;
      return;
    }
    this.#busy = true;
    const wall = this.projected ? '?projected=true' : '';
    const answer = await ask<RoomCompareView>(`${this.api}/compare${wall}`, withKey(this.code));
    this.#busy = false;
    this.fault = answer.fault ?? '';
    this.view = answer.value ?? this.view;
    if (this.#again) {
      this.#again = false;
      void this.#read();
    }
  }

  #over(): void {
    this.view = undefined;
    this.fault = 'This room has ended. Everything in it is erased.';
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** A number of things, with the right form of the word. */
function count(number: number, one: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : `${one}s`}`;
}
