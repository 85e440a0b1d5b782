import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { shared } from '../styles/shared';
import { dialogStyles } from './dialogs';
import { KEYS } from './keys';
import { panelWords as words } from '../words/panel';

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
      <h2 id="title">${words.say('keys')}</h2>
      <dl>
        ${KEYS.map(
          ({ does, key }) =>
            html`<dt>${words.lookUp(`keyName.${does}`) ?? key}</dt>
              <dd>${words.say(`key.${does}`)}</dd>`,
        )}
      </dl>
      <form method="dialog"><button class="primary">${words.say('close')}</button></form>
    </dialog>`;
  }
}
