import { html, render } from 'lit';
import { say } from './page-words';

/** Asks before something is lost. Escape and the second button keep it. */
export function ask(question: string): Promise<boolean> {
  return new Promise((resolve) => {
    const dialog = document.createElement('dialog');
    dialog.className = 'card';
    dialog.setAttribute('aria-labelledby', 'lesson-question');
    render(
      html`<p id="lesson-question">${question}</p>
        <form method="dialog" class="buttons">
          <button class="danger" value="yes">${say('yes')}</button>
          <button value="no" autofocus>${say('no')}</button>
        </form>`,
      dialog,
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
