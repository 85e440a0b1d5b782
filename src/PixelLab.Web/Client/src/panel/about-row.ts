import { css, html, nothing, type TemplateResult } from 'lit';
import type { Row } from '../rows';

/** What a row that is no hit means. */
export function aboutRow(row: Row): TemplateResult {
  const where = html`“${row.title || row.page}”${row.site ? ` on ${row.site}` : ''}`;
  switch (row.kind) {
    case 'missing':
      return html`<div class="plain">
        <h2>${row.vendor} learned nothing here</h2>
        <p>
          The page ${where} carried a pixel that would have told ${row.vendor}: “${row.words}”. It did not
          arrive.
        </p>
        <p>${row.reason}</p>
      </div>`;
    case 'waiting':
      return html`<div class="plain">
        <h2>Planted, not arrived yet</h2>
        <p>
          The page ${where} carries a pixel of ${row.vendor}. When the browser fetches it, this row turns into
          the hit.
        </p>
      </div>`;
    case 'refused':
      return html`<div class="plain">
        <h2>A request was turned away</h2>
        <p>It came ${row.vendor ? `for ${row.vendor}` : 'for somebody in the lab'} and was ${row.words}.</p>
        <p>Such limits keep one sender from filling the lab. At most one row a minute says so.</p>
      </div>`;
    default:
      return html`<div class="plain">
        <h2>${row.kind === 'visit' ? 'A page was opened' : 'Something happened in the lab'}</h2>
        <p>${row.words}${row.title || row.page ? html`: ${where}` : nothing}</p>
        ${row.kind === 'visit' ? html`<p>This is what the site’s own server log holds; no tracker is needed for it.</p>` : nothing}
      </div>`;
  }
}

/** What to do first. */
export function welcome(shopUrl: string, newsUrl: string): TemplateResult {
  return html`<div class="plain">
    <h2>Open a page of the shop, and watch what it tells others</h2>
    <p>
      Every pixel on the page shows up here the moment your browser fetches it, with everything it gave away.
    </p>
    <p class="actions">
      ${shopUrl ? html`<a class="button primary" href=${shopUrl} target="_blank">Open the shop</a>` : nothing}
      ${newsUrl ? html`<a class="button" href=${newsUrl} target="_blank">Open the newspaper</a>` : nothing}
    </p>
  </div>`;
}

export const plainStyles = css`
  .plain {
    display: grid;
    gap: 1rem;
    align-content: center;
    justify-items: start;
    max-inline-size: 34rem;
    min-block-size: 70%;
    margin-inline: auto;
  }
  .plain h2 {
    font-size: 1.6rem;
    line-height: 1.2;
    text-wrap: balance;
  }
  .plain p {
    color: var(--lab-soft);
    font-size: 1.0625rem;
  }
`;
