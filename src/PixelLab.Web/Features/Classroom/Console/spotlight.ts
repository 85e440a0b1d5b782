import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../../Client/Kit/Hits/hit-detail';
import { shared } from '../../../Client/Kit/Styles/shared';
import { consoleWords as words } from '../../../Client/Kit/Words/console';
import type { Hit } from '../../../Client/Kit/Wire/wire';
import { consoleStyles } from './console-styles';
import type { RoomControl } from './room-control';
import type { ConsoleView } from '../wire';

/** The hit that the instructor has chosen, and the way to put it on all screens, with a field marked. */
@customElement('room-spotlight')
export class RoomSpotlight extends LitElement {
  @property({ attribute: false }) event!: Hit;
  @property({ attribute: false }) room!: ConsoleView;
  @property({ attribute: false }) control!: RoomControl;
  /** Whose it is. */
  @property() whose = '';
  @property({ type: Boolean, reflect: true }) projected = false;
  @state() private field = '';
  /** The hit as everybody may see it: the lab knows what that is. */
  @state() private forWall: Hit | undefined;

  static override styles = [
    ...shared,
    consoleStyles,
    css`
      /* The stream below stays within reach. */
      .chosen {
        max-block-size: 80dvh;
        padding: 0.5rem 1.25rem 1.25rem;
        overflow-y: auto;
        border: 1px solid var(--lab-accent);
        border-radius: var(--lab-radius);
        background: var(--lab-surface);
      }
      .bar {
        position: sticky;
        inset-block-start: 0;
        z-index: 1;
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 0.75rem;
        align-items: center;
        padding-block: 0.5rem 0.75rem;
        background: var(--lab-surface);
      }
      .bar p {
        flex: 1 1 14rem;
      }
    `,
  ];

  protected override willUpdate(changed: Map<string, unknown>): void {
    if ((changed.get('event') as Hit | undefined)?.id !== this.event.id && changed.has('event')) {
      this.field = '';
    }
    if (this.projected && (changed.has('event') || changed.has('projected'))) {
      this.forWall = undefined;
      void this.#askForWall(this.event.id);
    }
  }

  protected override render(): TemplateResult {
    const { event, room, field } = this;
    return html`<section class="chosen" tabindex="-1" aria-label=${words.say('chosenHit')}>
      <div class="bar">
        <p role="status">
          <b>${this.whose}</b> ·
          ${field ? words.parts('youTalkAbout', { field: html`<b>${field}</b>` }) : words.say('clickOnField')}
        </p>
        <button class="primary" @click=${() => this.#show()}>
          ${words.say(room.spotlight === event.id ? 'putAgain' : 'put')}
        </button>
        <button @click=${() => this.dispatchEvent(new CustomEvent('done'))}>${words.say('close')}</button>
      </div>
      <hit-detail
        can-choose
        .event=${this.projected ? this.forWall : event}
        highlight=${field}
        @field=${(chosen: CustomEvent<string>) => {
          this.field = chosen.detail;
          if (room.spotlight === event.id) {
            this.#show();
          }
        }}
      ></hit-detail>
    </section>`;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.chosen')?.focus();
  }

  async #askForWall(id: number): Promise<void> {
    const forWall = await this.control.get<Hit>(`/hits/${id}?projected=true`);
    if (id === this.event.id) {
      this.forWall = forWall;
    }
  }

  #show(): void {
    void this.control.act(
      { do: 'spotlight', seat: this.event.seat, event: this.event.id, field: this.field },
      words.say('isOnScreens'),
    );
  }
}
