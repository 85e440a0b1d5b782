import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../Client/Kit/Hits/hit-detail';
import '../../Client/Kit/Hits/hit-list';
import '../Compare/hit-pair';
import './brought-letter';
import './whole-picture';
import type { HitList } from '../../Client/Kit/Hits/hit-list';
import type { ShownRequest } from '../../Client/Kit/Hits/shown-request';
import type { Row } from '../../Client/Kit/Hits/rows';
import { shared } from '../../Client/Kit/Styles/shared';
import { listed } from '../../Client/Kit/Words/say';
import { shorten } from '../../Client/Kit/Words/words';
import { yoursWords as words } from '../../Client/Kit/Words/yours';
import { paneStyles } from '../Panel/panes';
import { toolbarStyles } from '../Panel/toolbar';
import { Brought, NOT_NARROWED, type Narrowed, type Thing } from './brought';
import { companyOf, ownerOf } from './company';
import { findKept, keep, letGo, type KeptThing } from './kept';
import { pairOf } from './pairing';
import { tricksOf } from './tricks';
import { requestsInWords, toldInShort } from './totals';
import type { Explained } from './wire';
import { NARROW, titleStyles, yoursStyles } from './yours-styles';

/** The files of examples, as they lie beside this. */
const EXAMPLES = [
  'address.txt',
  'command.txt',
  'request.txt',
  'recording.har',
  'snippet.txt',
  'letter.eml',
] as const;

/** The most characters of the address of whoever led to a request. */
const MOST_OF_LEAD = 120;

/** Marks the entry of the history that a request was opened with over the list. */
const OPENED = 'opened';

/** Your own web: what somebody brings, explained as the town is. */
@customElement('lab-yours')
export class LabYours extends LitElement {
  /** Where the lab explains. */
  @property() api = '';
  /** Where the lab's pages lie. */
  @property({ attribute: 'lab-url' }) labUrl = '/';
  /** The most megabytes of one thing that the lab reads. */
  @property({ type: Number, attribute: 'most-megabytes' }) mostMegabytes = 0;
  /** Where things are kept in the seat, and the most bytes of them, packed. */
  @property() kept = '';
  @property({ type: Number, attribute: 'most-kept' }) mostKept = 0;
  @query('textarea') private readonly text!: HTMLTextAreaElement;
  @query('input[type=file]') private readonly files!: HTMLInputElement;
  @query('hit-list') private readonly list!: HitList | null;
  @query('.browser') private readonly browser!: HTMLElement | null;
  @query('.reading') private readonly readingView!: HTMLElement | null;
  @query('.result') private readonly result!: HTMLElement | null;
  @query('#brought') private readonly thingsTitle!: HTMLElement | null;
  @query('whole-picture') private readonly picture!: HTMLElement | null;
  /** The numbers of the chosen request, and of the one beside it. */
  @state() private chosen: readonly number[] = [];
  @state() private pinned = 0;
  @state() private isOver = false;
  /** What this browser keeps in the seat. */
  @state() private inSeat: readonly KeptThing[] = [];
  /** What became of what was kept. */
  @state() private keptSaid = '';
  /** Why the last try to keep something failed. */
  @state() private keptNot = '';
  @state() private isKeeping = false;
  /** The request that is shown, read once: it stays as it is while others come in. */
  #shown: { readonly id: number; readonly request: Explained; readonly event: ShownRequest } | undefined;
  /** Drawn once a frame: requests come by the thousand. */
  #frame = 0;

  readonly #brought = new Brought(
    () => {
      this.#frame ||= requestAnimationFrame(() => {
        this.#frame = 0;
        this.requestUpdate();
      });
    },
    () => ({ api: this.api, mostMegabytes: this.mostMegabytes }),
    (first) => void this.#showResult(first),
  );
  /** What is found in the seat comes by itself, and the page stays where it is. */
  #isFinding = false;

  static override styles = [...shared, titleStyles, paneStyles, toolbarStyles, yoursStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#adopt();
    void this.#bringKept();
    addEventListener('hashchange', this.#followed);
    addEventListener('popstate', this.#adopt);
    addEventListener('dragover', this.#over);
    addEventListener('dragleave', this.#left);
    addEventListener('drop', this.#dropped);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#followed);
    removeEventListener('popstate', this.#adopt);
    removeEventListener('dragover', this.#over);
    removeEventListener('dragleave', this.#left);
    removeEventListener('drop', this.#dropped);
    this.#brought.stop();
  }

  protected override updated(changed: Map<string, unknown>): void {
    // Another request is read from its beginning.
    if (changed.has('chosen') && this.readingView) {
      this.readingView.scrollTop = 0;
    }
  }

  protected override render(): TemplateResult {
    return html`${this.#box()} ${this.#work()}
      <p class="unseen" role="status">${this.#brought.said}</p>
      ${this.#kept()}
      ${this.#brought.isEmpty ? html`<p class="quiet on-screen">${words.say('empty')}</p>` : this.#answer()}`;
  }

  #box(): TemplateResult {
    return html`<div class="box" ?data-over=${this.isOver}>
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
        <button class="primary" @click=${() => this.#explainText()}>${words.say('explain')}</button>
        <button @click=${() => this.files.click()}>${words.say('files')}</button>
        <input type="file" multiple hidden @change=${() => this.#explainChosen()} />
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

  #work(): TemplateResult | typeof nothing {
    const { current, waiting } = this.#brought;
    if (!current) {
      return nothing;
    }
    const { name, what, requests, progress } = current;
    const percent = progress && Math.min(100, Math.floor(progress.share * 100));
    return html`<div class="work">
      <progress aria-label=${words.say('progress')} max="100" value=${percent ?? nothing}></progress>
      <span
        >${percent === undefined ? nothing : words.say(`percent.${progress?.part ?? 'sent'}`, { percent })}
        ${
          requests > 0
            ? words.say('reading', { name, count: requests })
            : words.say('sending', { name, size: Math.ceil(what.size / 1024) })
        }
        ${waiting > 0 ? words.say('waiting', { count: waiting }) : nothing}</span
      >
      <button @click=${() => this.#brought.stop()}>${words.say('stop')}</button>
    </div>`;
  }

  #answer(): TemplateResult {
    const { picture, rows, things, whole } = this.#brought;
    return html`<div class="result">
        ${rows.length > 0 && whole > 0 ? this.#sum() : nothing} ${this.#things()}
      </div>
      ${this.#list()} ${rows.length > 0 ? this.#requests() : nothing}
      ${this.#letters(things.filter(({ kind }) => kind === 'mail'))}
      ${rows.length > 0 && whole > 0 ? html`<whole-picture .picture=${picture} version=${whole}></whole-picture>` : nothing}`;
  }

  /** The most telling of it, before all else. */
  #sum(): TemplateResult {
    const { picture } = this.#brought;
    const told = toldInShort(picture);
    return html`<section class="on-screen" aria-labelledby="sum">
      <h2 id="sum">${words.say('result')}</h2>
      <p class="sum">${requestsInWords(picture)}</p>
      ${told ? html`<p>${told}</p>` : nothing}
      <p class="work">
        <button @click=${() => this.picture?.scrollIntoView()}>${words.say('toPicture')}</button>
      </p>
    </section>`;
  }

  #things(): TemplateResult {
    return html`<section class="things" aria-labelledby="brought">
      <h2 id="brought" tabindex="-1">${words.say('brought')}</h2>
      <ul>
        ${this.#brought.things.map((thing) => this.#thing(thing))}
      </ul>
      <p class="work">
        <button @click=${() => this.#forget()}>${words.say('forget')}</button>
        <button ?disabled=${this.isKeeping || this.#toKeep().length === 0} @click=${() => void this.#keep()}>
          ${words.say('keep')}
        </button>
      </p>
      <p role="status">${this.keptNot ? html`<span class="fault">${this.keptNot}</span>` : nothing}</p>
      <p class="soft">${words.say('keepHelp', { limit: Math.floor(this.mostKept / 1024) })}</p>
    </section>`;
  }

  /** What is kept in the seat; what was said of it stays when it is gone. */
  #kept(): TemplateResult | typeof nothing {
    return this.inSeat.length === 0 && !this.keptSaid
      ? nothing
      : html`<section class="on-screen" aria-labelledby="kept">
          <h2 id="kept">${words.say('keptTitle')}</h2>
          <p role="status">${this.keptSaid}</p>
          ${
            this.inSeat.length === 0
              ? nothing
              : html`<p>
                    ${words.say('keptThings', { things: listed(this.inSeat.map(({ name }) => name)) })}
                  </p>
                  <p class="work">
                    <button @click=${() => void this.#letGo()}>${words.say('letGo')}</button>
                  </p>`
          }
        </section>`;
  }

  /** What can be kept: all that was read. */
  #toKeep(): KeptThing[] {
    return this.#brought.things.filter(({ fault }) => !fault).map(({ name, what }) => ({ name, what }));
  }

  async #keep(): Promise<void> {
    const things = this.#toKeep();
    this.#unsay();
    this.isKeeping = true;
    this.keptNot = await keep(this.kept, this.mostKept, things);
    this.isKeeping = false;
    if (!this.keptNot) {
      this.inSeat = things;
      this.keptSaid = words.say('keptNow');
    }
  }

  /** What was said of keeping is of no use after the next act. */
  #unsay(): void {
    this.keptNot = '';
    this.keptSaid = '';
  }

  async #letGo(): Promise<void> {
    this.#unsay();
    if (await letGo(this.kept)) {
      this.inSeat = [];
      this.keptSaid = words.say('letGoNow');
    }
  }

  /** What was kept is there again. */
  async #bringKept(): Promise<void> {
    this.inSeat = await findKept(this.kept);
    this.#isFinding = this.inSeat.length > 0;
    this.#brought.bring(this.inSeat.map(({ what, name }) => [what, name]));
  }

  /** Takes what somebody brings. */
  #bring(things: readonly (readonly [what: Blob, name: string])[]): void {
    this.#unsay();
    this.#isFinding = false;
    this.#brought.bring(things);
  }

  /** Brings what was read into view, and opens its first request beside the list; where that would cover the list, the list is shown. */
  async #showResult(first: number | undefined): Promise<void> {
    if (this.#isFinding) {
      this.#isFinding = false;
      return;
    }
    if (first !== undefined) {
      this.#brought.uncover(first);
      if (!NARROW.matches) {
        this.#choose(first);
      } else if (this.chosen.length > 0) {
        this.#close();
      }
    }
    this.requestUpdate();
    await this.updateComplete;
    await this.list?.updateComplete;
    this.list?.bringChosen();
    this.result?.scrollIntoView();
  }

  #drop(thing: Thing): void {
    this.#unsay();
    this.#brought.drop(thing);
    if (this.chosen.some((id) => !this.#brought.find(id))) {
      this.#close();
    }
    if (!this.#brought.find(this.pinned)) {
      this.pinned = 0;
    }
    this.thingsTitle?.focus();
  }

  #thing(thing: Thing): TemplateResult {
    const { name, kind, requests, problems, fault } = thing;
    return html`<li>
      <b>${name}</b>
      ${kind ? words.say('thing', { kind: words.say(`kind.${kind}`), count: requests }) : nothing}
      ${fault ? html`<p class="fault">${fault}</p>` : nothing}
      ${
        problems.length > 0
          ? html`<details ?open=${requests === 0}>
              <summary>${words.say('problems', { count: problems.length })}</summary>
              <ul>
                ${problems.map(({ where, why }) => html`<li>${words.say('problem', { where, why })}</li>`)}
              </ul>
            </details>`
          : nothing
      }
      ${
        this.#brought.things.length > 1
          ? html`<button aria-label=${words.say('dropOf', { name })} @click=${() => this.#drop(thing)}>
              ${words.say('drop')}
            </button>`
          : nothing
      }
    </li>`;
  }

  #list(): TemplateResult | typeof nothing {
    const { list, rows } = this.#brought;
    return list
      ? html`<section class="on-screen" aria-labelledby="rules">
          <h2 id="rules">${words.say('listTitle')}</h2>
          <p>
            ${words.say('listRules', { list: list.name, count: list.rules })}
            ${rows.length > 0 ? html`<b>${this.#brought.listInWords()}</b>` : nothing}
          </p>
          <p class="soft">${words.say('listHelp')}</p>
          <p class="work">
            <button @click=${() => this.#brought.rule(undefined)}>${words.say('listOff')}</button>
          </p>
        </section>`
      : nothing;
  }

  #letters(letters: readonly Thing[]): TemplateResult | typeof nothing {
    return letters.length === 0
      ? nothing
      : html`<div class="on-screen" @click=${this.#pressed}>
          ${letters.map((letter) => html`<brought-letter .letter=${letter} .brought=${this.#brought}></brought-letter>`)}
          <slot name="mail-programs"></slot>
        </div>`;
  }

  #requests(): TemplateResult {
    const { shown, version } = this.#brought;
    const [id = 0] = this.chosen;
    return html`<section aria-labelledby="requests">
      <h2 id="requests" class="on-screen">${words.say('requests')}</h2>
      <div class="browser">
        ${this.#bar()}
        <div class="panes" ?data-reading=${id > 0}>
          <div class="list">
            ${
              shown.length > 0
                ? html`<hit-list
                    in-order
                    name=${words.say('list')}
                    .rows=${shown}
                    version=${version}
                    chosen=${id ? `r${id}` : ''}
                    @choose=${(event: CustomEvent<Row>) => this.#choose(event.detail.id)}
                    @open=${() => this.readingView?.focus()}
                  ></hit-list>`
                : html`<p class="quiet">${words.say(this.#brought.listed === 0 ? 'onlyOwn' : 'noMatch')}</p>`
            }
          </div>
          <div class="reading" tabindex="-1" role="region" aria-label=${words.say('request')}>
            <button class="back" @click=${() => this.#back()}>
              <span aria-hidden="true">←</span> ${words.say('back')}
            </button>
            ${this.#reading()}
          </div>
        </div>
      </div>
    </section>`;
  }

  #bar(): TemplateResult {
    const { narrowed, listed: all, shown } = this.#brought;
    const isNarrowed = Object.values(narrowed).some(Boolean);
    return html`<div class="bar" role="search" data-open>
      ${this.#choice('vendor')} ${this.#choice('site')} ${this.#brought.list ? this.#ruleChoice() : nothing}
      <input
        type="search"
        placeholder=${words.say('search')}
        aria-label=${words.say('searchIn')}
        maxlength="200"
        .value=${narrowed.text}
        @input=${(event: Event) => this.#brought.narrow({ text: (event.target as HTMLInputElement).value })}
      />
      ${
        isNarrowed
          ? html`<span class="soft">${words.say('shown', { shown: shown.length, all })}</span>
              <button @click=${() => this.#brought.narrow(NOT_NARROWED)}>${words.say('takeOff')}</button>`
          : nothing
      }
      ${this.#ownSwitch()}
    </div>`;
  }

  /** What a page fetches of its own tells nobody else anything, and is listed by a press. */
  #ownSwitch(): TemplateResult | typeof nothing {
    const { ownFiles, showsOwn } = this.#brought;
    return ownFiles === 0
      ? nothing
      : html`<label class="own">
          <input
            type="checkbox"
            .checked=${showsOwn}
            @change=${(event: Event) => this.#brought.showOwn((event.target as HTMLInputElement).checked)}
          />
          ${words.say('ownFiles', { count: ownFiles })}
        </label>`;
  }

  #choice(part: 'vendor' | 'site'): TemplateResult {
    const chosen = this.#brought.narrowed[part];
    const all = words.say(`all.${part}`);
    return html`<label
      ><span class="unseen">${all}</span>
      <select
        @change=${(event: Event) => this.#brought.narrow({ [part]: (event.target as HTMLSelectElement).value })}
      >
        <option value="" .selected=${chosen === ''}>${all}</option>
        ${this.#brought.values(part).map((value) => html`<option .selected=${chosen === value}>${value}</option>`)}
      </select></label
    >`;
  }

  #ruleChoice(): TemplateResult {
    const { rule } = this.#brought.narrowed;
    return html`<label
      ><span class="unseen">${words.say('all.rule')}</span>
      <select
        @change=${(event: Event) =>
          this.#brought.narrow({ rule: (event.target as HTMLSelectElement).value as Narrowed['rule'] })}
      >
        <option value="" .selected=${rule === ''}>${words.say('all.rule')}</option>
        ${(['stopped', 'through'] as const).map(
          (one) => html`<option value=${one} .selected=${rule === one}>${words.say(`rule.${one}`)}</option>`,
        )}
      </select></label
    >`;
  }

  #ruled(request: Explained): TemplateResult | typeof nothing {
    const { list } = this.#brought;
    const rule = list?.ruleFor(request);
    return !list
      ? nothing
      : html`<p class="trick">
          ${rule ? html`${words.say('listRule', { list: list.name })} <code>${rule}</code>` : words.say('listThrough', { list: list.name })}
        </p>`;
  }

  #reading(): TemplateResult {
    const [id = 0, besideId = 0] = this.chosen;
    if (id === 0) {
      return html`<p class="quiet">${words.say('choose')}</p>`;
    }
    const found = this.#brought.find(id);
    const beside = this.#brought.find(besideId);
    if (!found || (besideId > 0 && !beside)) {
      return html`<p class="quiet">${words.say('gone')}</p>`;
    }
    return beside
      ? html`<h3>${words.say('pair')}</h3>
          <hit-pair .view=${pairOf(found.request, id, beside.request, besideId)}></hit-pair>`
      : this.#request(id, found.request, found.of);
  }

  #request(id: number, found: Explained, { name, repeats }: Thing): TemplateResult {
    if (this.#shown?.id !== id) {
      const { body, fields, ...rest } = found;
      this.#shown = { id, request: found, event: { ...rest, body: body ?? undefined, explained: fields } };
    }
    const { event, request } = this.#shown;
    return html`<hit-detail
      .event=${event}
      sentence=${sentenceOf(request)}
      permalink=${`${location.origin}${location.pathname}#${id}`}
      ?pinned=${this.pinned === id}
      beside=${this.pinned > 0 && this.pinned !== id ? `#${this.pinned}+${id}` : ''}
      .folded=${repeats.of(request)}
      @pin=${() => {
        this.pinned = this.pinned === id ? 0 : id;
      }}
    >
      <p class="soft">${words.say('where', { name, where: request.where })}</p>
      ${leadInWords(request)} ${this.#ruled(request)}
      ${tricksOf(request).map(
        (trick) =>
          html`<p class="trick">
            ${words.say(`trick.${trick.name}`)}
            <a href=${`${this.labUrl}lessons/${trick.lesson}`}>${words.say('lesson')}</a>
          </p>`,
      )}
    </hit-detail>`;
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.#explainText();
    }
  }

  #explainText(): void {
    const { value } = this.text;
    if (value.trim()) {
      this.#bring([[new Blob([value]), '']]);
      this.text.value = '';
    } else {
      this.text.focus();
    }
  }

  #explainChosen(): void {
    this.#bringFiles(this.files.files ?? []);
    this.files.value = '';
  }

  #bringFiles(files: Iterable<File>): void {
    this.#bring([...files].map((file) => [file, file.name]));
  }

  async #explainExample(name: string): Promise<void> {
    const reply = await fetch(`${this.labUrl}yours/examples/${name}`);
    if (reply.ok) {
      this.#bring([[await reply.blob(), name]]);
    }
  }

  #pasted(event: ClipboardEvent): void {
    const files = event.clipboardData?.files;
    if (files?.length) {
      event.preventDefault();
      this.#bringFiles(files);
    }
  }

  readonly #over = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = true;
  };

  readonly #left = (event: DragEvent): void => {
    // Between two elements of the page there is another one that it goes to.
    this.isOver = event.relatedTarget !== null;
  };

  readonly #dropped = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = false;
    const files = event.dataTransfer?.files;
    const text = event.dataTransfer?.getData('text/plain') ?? '';
    if (files?.length) {
      this.#bringFiles(files);
    } else if (text) {
      this.#bring([[new Blob([text]), '']]);
    }
  };

  #choose(id: number): void {
    if (NARROW.matches) {
      // The request covers the list there, so that going back closes it.
      history.pushState(OPENED, '', `#${id}`);
    } else {
      history.replaceState(null, '', `#${id}`);
    }
    this.#adopt();
  }

  #back(): void {
    if (history.state === OPENED) {
      history.back();
    } else {
      this.#close();
    }
  }

  #close(): void {
    history.replaceState(null, '', location.pathname + location.search);
    this.#adopt();
  }

  #forget(): void {
    this.pinned = 0;
    this.#shown = undefined;
    this.#unsay();
    this.#close();
    this.#brought.forget();
    if (this.inSeat.length > 0) {
      void this.#letGo();
    }
    this.text.focus();
  }

  /** A link to the request that is chosen already changes nothing in the address, and leads there all the same. */
  readonly #pressed = (event: Event): void => {
    const [link] = event.composedPath();
    if (link instanceof HTMLAnchorElement && link.hash !== '' && link.hash === location.hash) {
      this.#followed();
    }
  };

  /** A link elsewhere on the page leads to a request. */
  readonly #followed = (): void => {
    this.#adopt();
    if (this.chosen.length > 0) {
      this.browser?.scrollIntoView({ block: 'nearest' });
    }
  };

  /** Shows what the address names: a request by its number, or two with a plus between them. */
  readonly #adopt = (): void => {
    const [, one, other] = /^#(\d{1,7})(?:\+(\d{1,7}))?$/.exec(location.hash) ?? [];
    const wasReading = this.chosen.length > 0;
    this.chosen = [one, other].filter((id) => id !== undefined).map(Number);
    if (NARROW.matches && wasReading !== this.chosen.length > 0) {
      void this.updateComplete.then(() => (wasReading ? this.list : this.readingView)?.focus());
    }
  };
}

/** Who led to it, where that is another than the page's own site. */
function leadInWords({ ledBy }: Explained): TemplateResult | typeof nothing {
  return !ledBy || ledBy.firstParty
    ? nothing
    : html`<p class="soft">
        ${words.say(`leadsHere.${ledBy.how}`, { company: ownerOf(ledBy) })}
        <code>${shorten(ledBy.url, MOST_OF_LEAD)}</code>
      </p>`;
}

/** Whom a request told, of what, and what they learned by it. */
function sentenceOf(request: Explained): string {
  const { category, did, event, told } = request;
  const company = companyOf(request);
  const named = category ? words.say('category', { company, category }) : company;
  const things = [...new Set(told.map(({ what }) => words.lookUp(`told.${what}`) ?? what))];
  return [
    words.say(event === null ? 'asked' : 'told', { company: named, did }),
    things.length > 0 ? words.say('learned', { things: listed(things) }) : '',
  ].join(' ');
}
