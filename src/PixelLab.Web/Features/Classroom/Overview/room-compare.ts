import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { lensTitle } from '../../Compare/names';
import { shared } from '../../../Client/Kit/Styles/shared';
import { listed } from '../../../Client/Kit/Words/say';
import { roomCompareWords as words } from '../../../Client/Kit/Words/room-compare';
import { ask } from '../../../Client/Kit/Page/ask';
import { roomPulse, withKey } from '../../../Client/Kit/Rooms/pulse';
import { roomCompareStyles } from './room-compare-styles';
import type { BelievedVisitor, RoomCompareView, RoomLens, StudentSeen } from './room-compare-wire';
import type { Stream } from '../../../Client/Kit/Live/stream';

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
            ${this.fault}
            ${words.parts('keyElsewhere', {
              console: html`<a href=${this.console}>${words.say('inConsole')}</a>`,
            })}
          </p>`
        : html`<p class="card" role="status">${words.say('reading')}</p>`;
    }
    return html`
      ${this.fault ? html`<p class="card" role="alert">${this.fault}</p>` : nothing}
      <section class="truth card" aria-labelledby="truth">
        <h2 id="truth">${words.say('truth')}</h2>
        <p class="number"><b>${words.say('students', { count: view.students.length })}</b></p>
        <p>${view.truth} ${this.#silent(view)}</p>
        <ol class="visitors" aria-label=${words.say('theStudents')}>
          ${view.students
            .slice(0, 60)
            .map(
              (student) =>
                html`<li><span class="unseen">${words.say('student')} </span><b>${student.number}</b></li>`,
            )}
          ${view.students.length > 60 ? html`<li class="rest">${words.say('more', { count: view.students.length - 60 })}</li>` : nothing}
        </ol>
        ${
          view.simulated
            ? html`<p class="aside">
                ${words.parts('simulatedOut', {
                  page: html`<a href=${this.population}>${words.say('simulatedPage')}</a>`,
                })}
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
    return silent > 0 ? words.say('silent', { count: silent }) : '';
  }

  #lens(lens: RoomLens, view: RoomCompareView): TemplateResult {
    const rest = lens.visitors - lens.shown.length;
    return html`<section class="card" aria-labelledby=${lens.lens}>
      <h2 id=${lens.lens}>${lensTitle(lens.lens)}</h2>
      <p class="aside">${words.say(`way.${lens.lens}`)}</p>
      <p class="number"><b>${words.say('visitors', { count: lens.visitors })}</b></p>
      <p class="sentence">${lens.sentence}</p>
      <ol class="visitors" aria-label=${words.say('believed')}>
        ${lens.shown.map((visitor) => this.#visitor(visitor, view))}
        ${rest > 0 ? html`<li class="rest">${words.say('more', { count: rest })}</li>` : nothing}
      </ol>
      <dl>
        <div>
          <dt>${words.say('known')}</dt>
          <dd>${lens.known}</dd>
        </div>
        <div>
          <dt>${words.say('mixed')}</dt>
          <dd>${lens.mixed}</dd>
        </div>
        <div>
          <dt>${words.say('split')}</dt>
          <dd>${lens.split}</dd>
        </div>
        <div>
          <dt>${words.say('unseen')}</dt>
          <dd>${lens.unseen}</dd>
        </div>
        <div>
          <dt>${words.say('right')}</dt>
          <dd>${percent(lens.right)}</dd>
        </div>
        <div>
          <dt>${words.say('found')}</dt>
          <dd>${percent(lens.found)}</dd>
        </div>
      </dl>
    </section>`;
  }

  #visitor(visitor: BelievedVisitor, view: RoomCompareView): TemplateResult {
    const numbers = visitor.students.map((place) => view.students[place]?.number ?? 0);
    const kind = !visitor.isSomebody ? 'anybody' : numbers.length > 1 ? 'mixed' : 'one';
    return html`<li data-kind=${kind}>
      <span class="unseen">${words.say(kind === 'anybody' ? 'couldBe' : 'really')} </span>
      ${numbers.map((number) => html`<b>${number || words.say('gone')}</b> `)}
      ${visitor.more > 0 ? html`<span>+${visitor.more}</span>` : nothing}
    </li>`;
  }

  #table(view: RoomCompareView): TemplateResult {
    return html`<div>
      <h2 id="one-by-one">${words.say('oneByOne')}</h2>
      <div class="scroll" role="region" aria-labelledby="one-by-one" tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col">${words.say('student')}</th>
              ${view.lenses.map((lens) => html`<th scope="col">${lensTitle(lens.lens)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${view.students.map(
              (student, place) =>
                html`<tr>
                  <th scope="row">
                    <b class="chip">${student.number || '–'}</b>
                    ${this.projected ? '' : (student.name ?? words.say('gone'))}
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
      return html`<td data-verdict="unseen">${words.say('unseen')}</td>`;
    }
    const faults = [
      ...(seen.others > 0 ? [words.say('isMixed', { count: seen.others })] : []),
      ...(seen.visitors > 1 ? [words.say('isSplit', { visitors: seen.visitors })] : []),
    ];
    return faults.length === 0
      ? html`<td data-verdict="known">${words.say('isKnown')}</td>`
      : html`<td data-verdict="wrong">${listed(faults)}</td>`;
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
    this.fault = words.say('ended');
  }
}

function percent(share: number): string {
  return words.say('percent', { share: Math.round(share * 100) });
}
