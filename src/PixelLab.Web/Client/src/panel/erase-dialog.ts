import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { shared } from '../styles/shared';
import { dialogStyles } from './dialogs';
import { panelWords as words } from '../words/panel';

/** Asks before everything of a seat is erased; says `erase` when that is wanted. */
@customElement('erase-dialog')
export class EraseDialog extends LitElement {
  @property() seat = 'me';
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  static override styles = [...shared, dialogStyles];

  get isOpen(): boolean {
    return this.dialog.open;
  }

  open(): void {
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${words.say('eraseTitle')}</h2>
      <p>${this.seat === 'me' ? words.say('eraseOwn') : words.say('eraseSeat', { seat: this.seat })}</p>
      <form method="dialog" class="actions">
        <button autofocus>${words.say('keep')}</button>
        <button class="danger" @click=${() => this.dispatchEvent(new CustomEvent('erase'))}>
          ${words.say('eraseAll')}
        </button>
      </form>
    </dialog>`;
  }
}
