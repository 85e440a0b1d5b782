import { html, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { yoursWords as words } from '../../Client/Kit/Words/yours';

/** The files of examples, as they lie beside this. */
const EXAMPLES = [
  'address.txt',
  'command.txt',
  'request.txt',
  'recording.har',
  'snippet.txt',
  'letter.eml',
] as const;

/** What somebody brings at once: each thing with its name, which is empty where it was pasted. */
export type Bring = readonly (readonly [what: Blob, name: string])[];

/** The box to bring things into: by typing, pasting, choosing files, pressing an example, or dropping anywhere on the page. */
export class BringBox implements ReactiveController {
  #isOver = false;

  constructor(
    private readonly host: LitElement & { readonly labUrl: string },
    private readonly bring: (things: Bring) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('dragover', this.#over);
    addEventListener('dragleave', this.#left);
    addEventListener('drop', this.#dropped);
  }

  hostDisconnected(): void {
    removeEventListener('dragover', this.#over);
    removeEventListener('dragleave', this.#left);
    removeEventListener('drop', this.#dropped);
  }

  render(): TemplateResult {
    return html`<div class="box" ?data-over=${this.#isOver}>
      <label for="text">${words.say('field')}</label>
      <textarea
        id="text"
        aria-describedby="help"
        spellcheck="false"
        autocapitalize="off"
        autocomplete="off"
        dir="ltr"
        @keydown=${this.#key}
        @paste=${this.#pasted}
      ></textarea>
      <p id="help" class="soft">${words.say('fieldHelp')}</p>
      <div class="actions">
        <button class="primary" @click=${this.#explainText}>${words.say('explain')}</button>
        <button @click=${() => this.host.renderRoot.querySelector<HTMLElement>('[type=file]')?.click()}>
          ${words.say('files')}
        </button>
        <input type="file" multiple hidden @change=${this.#chosen} />
      </div>
      <p id="examples" class="soft">${words.say('examples')}</p>
      <div class="actions" role="group" aria-labelledby="examples">
        ${EXAMPLES.map(
          (name) =>
            html`<button @click=${() => void this.#explainExample(name)}>
              ${words.say(`example.${name}`)}
            </button>`,
        )}
      </div>
    </div>`;
  }

  focus(): void {
    this.#text?.focus();
  }

  get #text(): HTMLTextAreaElement | null {
    return this.host.renderRoot.querySelector('textarea');
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.#explainText();
    }
  };

  readonly #explainText = (): void => {
    const text = this.#text;
    if (text?.value.trim()) {
      this.bring([[new Blob([text.value]), '']]);
      text.value = '';
    } else {
      this.focus();
    }
  };

  readonly #chosen = ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    this.#bringFiles(input.files ?? []);
    input.value = '';
  };

  #bringFiles(files: Iterable<File>): void {
    this.bring([...files].map((file) => [file, file.name]));
  }

  async #explainExample(name: string): Promise<void> {
    const reply = await fetch(`${this.host.labUrl}yours/examples/${name}`);
    if (reply.ok) {
      this.bring([[await reply.blob(), name]]);
    }
  }

  readonly #pasted = (event: ClipboardEvent): void => {
    const files = event.clipboardData?.files;
    if (files?.length) {
      event.preventDefault();
      this.#bringFiles(files);
    }
  };

  readonly #over = (event: DragEvent): void => {
    event.preventDefault();
    this.#showOver(true);
  };

  readonly #left = (event: DragEvent): void => {
    // Between two elements of the page there is another one that it goes to.
    this.#showOver(event.relatedTarget !== null);
  };

  readonly #dropped = (event: DragEvent): void => {
    event.preventDefault();
    this.#showOver(false);
    const files = event.dataTransfer?.files;
    const text = event.dataTransfer?.getData('text/plain') ?? '';
    if (files?.length) {
      this.#bringFiles(files);
    } else if (text) {
      this.bring([[new Blob([text]), '']]);
    }
  };

  #showOver(isOver: boolean): void {
    if (this.#isOver !== isOver) {
      this.#isOver = isOver;
      this.host.requestUpdate();
    }
  }
}
