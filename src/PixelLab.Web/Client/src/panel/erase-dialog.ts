import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { shared } from '../styles/shared';
import { dialogStyles } from './dialogs';

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
      <h2 id="title">Erase everything?</h2>
      <p>
        All events of ${this.seat === 'me' ? 'this lab’s own seat' : `the seat ${this.seat}`} are deleted at
        once and for good. The cookies in your browser stay; clear them there.
      </p>
      <form method="dialog" class="actions">
        <button autofocus>Keep them</button>
        <button class="danger" @click=${() => this.dispatchEvent(new CustomEvent('erase'))}>
          Erase everything
        </button>
      </form>
    </dialog>`;
  }
}
