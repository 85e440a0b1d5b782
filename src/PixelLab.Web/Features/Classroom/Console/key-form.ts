import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { fieldOf } from '../../../Client/Kit/Page/field';
import { shared } from '../../../Client/Kit/Styles/shared';
import { consoleWords as words } from '../../../Client/Kit/Words/console';
import { consoleStyles } from './console-styles';

/** Asks for the key of a room in a browser that does not have it. */
@customElement('key-form')
export class KeyForm extends LitElement {
  @property() code = '';
  @property() fault = '';

  static override styles = [
    ...shared,
    consoleStyles,
    css`
      p {
        flex-basis: 100%;
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<form class="card" @submit=${(event: Event) => this.#submit(event)}>
      <p>${words.say('keyNeeded', { code: this.code })}</p>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      <label
        >${words.say('instructorsKey')}
        <input
          name="key"
          required
          maxlength="100"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
      /></label>
      <button class="primary">${words.say('goOn')}</button>
    </form>`;
  }

  #submit(event: Event): void {
    event.preventDefault();
    const key = fieldOf(event, 'key').trim().toLowerCase();
    this.dispatchEvent(new CustomEvent('key', { detail: key }));
  }
}
