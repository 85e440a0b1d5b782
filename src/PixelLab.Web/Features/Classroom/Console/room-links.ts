import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../../../Client/Kit/Styles/shared';
import { consoleWords as words } from '../../../Client/Kit/Words/console';

/** The ways from the console to the views of the whole room. They open beside it, so that the console goes on. */
@customElement('room-links')
export class RoomLinks extends LitElement {
  @property({ type: Boolean }) projected = false;

  static override styles = [
    ...shared,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const here = location.pathname.replace(/\/$/, '');
    const wall = this.projected ? '?projected=true' : '';
    return html`<a class="button" href="${here}/reports${wall}" target="_blank">${words.say('reports')}</a>
      <a class="button" href="${here}/compare${wall}" target="_blank">${words.say('compare')}</a>`;
  }
}
