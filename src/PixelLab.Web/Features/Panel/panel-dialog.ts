import { css, html, LitElement, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import { shared } from '../../Client/Kit/Styles/shared';

/** A dialog of the panel's: a title, and below it what the dialog is for. While it is open, nothing else takes a key. */
export abstract class PanelDialog extends LitElement {
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  static override styles = [
    ...shared,
    css`
      dialog {
        max-inline-size: min(30rem, calc(100vw - 2rem));
        padding: 1.5rem;
        border: 1px solid var(--lab-line);
        border-radius: 14px;
        background: var(--lab-surface);
        color: var(--lab-ink);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 45%);
      }
      h2 {
        margin-block-end: 0.75rem;
      }
      p {
        margin-block-end: 1rem;
      }
      label {
        display: flex;
        gap: 0.6rem;
        align-items: baseline;
        margin-block-end: 1rem;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0.4rem 1.25rem;
        margin-block-end: 1.25rem;
      }
      dt {
        font-family: var(--lab-mono);
      }
    `,
  ];

  get isOpen(): boolean {
    return this.dialog.open;
  }

  open(): void {
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${this.heading()}</h2>
      ${this.content()}
    </dialog>`;
  }

  protected abstract heading(): string;

  /** What stands below the title; a form of the method `dialog` closes it. */
  protected abstract content(): TemplateResult;
}
