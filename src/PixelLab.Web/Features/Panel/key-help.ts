import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { KEYS } from './keys';
import { PanelDialog } from './panel-dialog';
import { panelWords as words } from '../../Client/Kit/Words/panel';

/** The dialog that lists the keys. */
@customElement('key-help')
export class KeyHelp extends PanelDialog {
  protected override heading(): string {
    return words.say('keys');
  }

  protected override content(): TemplateResult {
    return html`<dl>
        ${KEYS.map(
          ({ does, key }) =>
            html`<dt>${words.lookUp(`keyName.${does}`) ?? key}</dt>
              <dd>${words.say(`key.${does}`)}</dd>`,
        )}
      </dl>
      <form method="dialog"><button class="primary">${words.say('close')}</button></form>`;
  }
}
