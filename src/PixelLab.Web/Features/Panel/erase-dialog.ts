import { html, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { PanelDialog } from './panel-dialog';
import { panelWords as words } from '../../Client/Kit/Words/panel';

/** Asks before everything of a seat is erased; says `erase` when that is wanted, and whether the browser is to keep its part of it. */
@customElement('erase-dialog')
export class EraseDialog extends PanelDialog {
  @property() seat = 'me';
  @query('input') private readonly keeps!: HTMLInputElement;

  protected override heading(): string {
    return words.say('eraseTitle');
  }

  protected override content(): TemplateResult {
    return html`<p>
        ${this.seat === 'me' ? words.say('eraseOwn') : words.say('eraseSeat', { seat: this.seat })}
      </p>
      <form method="dialog" class="actions">
        <label><input type="checkbox" /> ${words.say('keepCookies')}</label>
        <button autofocus>${words.say('keep')}</button>
        <button
          class="danger"
          @click=${() => this.dispatchEvent(new CustomEvent('erase', { detail: this.keeps.checked }))}
        >
          ${words.say('eraseAll')}
        </button>
      </form>`;
  }
}
