import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../Client/Kit/Hits/hit-detail';
import '../../Client/Kit/Hits/hit-list';
import { inLanguage } from '../../Client/Kit/Page/in-language';
import { LiveFeed } from '../../Client/Kit/Live/live-feed';
import type { Connection } from '../../Client/Kit/Live/stream';
import { wordsOfPage } from '../../Client/Kit/Page/page-data';
import { type Row, RowBook } from '../../Client/Kit/Hits/rows';
import { shared } from '../../Client/Kit/Styles/shared';
import type { LabEvent, Hit } from '../../Client/Kit/Wire/wire';

/** The hits of the seat from this page's opening on: what the learner's own page sends, beside the page. */
@customElement('your-hits')
export class YourHits extends LitElement {
  @property() seat = 'me';
  @property() api = '';
  @property() hub = '/live';
  @property() since = '';

  @state() private rows: Row[] = [];
  @state() private version = 0;
  @state() private chosen = '';
  @state() private detail: Hit | undefined;
  @state() private connection: Connection = 'connecting';

  readonly #book = new RowBook();
  #feed: LiveFeed | undefined;

  static override styles = [
    ...shared,
    css`
      :host {
        display: block;
      }
      hit-list {
        block-size: 18rem;
        border: 1px solid var(--lab-line);
        border-radius: var(--lab-radius);
        background: var(--lab-surface);
      }
      .quiet {
        color: var(--lab-soft);
      }
      hit-detail {
        margin-block-start: 1rem;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#feed = new LiveFeed(
      this.hub,
      this.seat,
      this.since,
      (event) => this.#take(event),
      (connection) => {
        this.connection = connection;
      },
    );
    this.#feed.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#feed?.stop();
  }

  protected override render() {
    return html`${
      this.rows.length === 0
        ? html`<p class="quiet" role="status">
            ${wordsOfPage('page-words')[this.connection === 'lost' ? 'lost' : 'nothing']}
          </p>`
        : html`<hit-list
            .rows=${this.rows}
            .version=${this.version}
            .chosen=${this.chosen}
            @choose=${(event: CustomEvent<Row>) => void this.#choose(event.detail)}
          ></hit-list>`
    }${this.detail ? html`<hit-detail .event=${this.detail}></hit-detail>` : nothing}`;
  }

  #take(event: LabEvent): void {
    if (event.kind === 'erased') {
      this.#book.clear();
      this.detail = undefined;
    } else if (event.kind === 'hit') {
      this.#book.add(event);
    }
    this.rows = [...this.#book.rows];
    this.version++;
  }

  async #choose(row: Row): Promise<void> {
    this.chosen = row.key;
    const reply = await fetch(inLanguage(`${this.api}/events/${row.id}`));
    this.detail = reply.ok ? ((await reply.json()) as Hit) : undefined;
  }
}
