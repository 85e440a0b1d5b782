import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { shared } from '../styles/shared';
import { dialogStyles } from './dialogs';
import { KEYS } from './keys';

/** The dialog that lists the keys. */
@customElement('key-help')
export class KeyHelp extends LitElement {
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
      <h2 id="title">Keys</h2>
      <dl>
        ${KEYS.map(
          ({ shown, does }) =>
            html`<dt>${shown}</dt>
              <dd>${does}</dd>`,
        )}
      </dl>
      <form method="dialog"><button class="primary">Close</button></form>
    </dialog>`;
  }
}
