import { html, nothing, type TemplateResult } from 'lit';
import type { ChosenHit } from '../chosen-hit';
import type { Row } from '../rows';
import type { ExplainedField } from '../wire';

/** Fields that tell nothing about the person; the panel has them all. */
const BOOKKEEPING = new Set(['path', 'v', 'tid', 'id', 'if', 'ts', 'eid', 'z', '_p', '_s', 'noscript']);

/** How many fields the dock shows. */
const MOST_FIELDS = 6;

/** What the dock says of the chosen pixel, in short; the panel has the whole. */
export function aboutPixel(
  chosen: ChosenHit,
  panel: string,
  close: () => void,
): TemplateResult | typeof nothing {
  const { row } = chosen;
  if (!row) {
    return nothing;
  }
  const closing = html`<button @click=${close}>Close</button>`;
  return row.kind === 'hit' ? aboutHit(chosen, row, panel, closing) : aboutAbsent(row, closing);
}

function aboutHit(chosen: ChosenHit, row: Row, panel: string, closing: TemplateResult): TemplateResult {
  const told = (chosen.event?.explained ?? []).filter(tellsAboutPerson).slice(0, MOST_FIELDS);
  return html`<section class="detail" aria-label="About this hit">
    <p>${chosen.event?.sentence ?? 'Reading …'}</p>
    ${
      told.length > 0
        ? html`<dl>
            ${told.map(
              (field) =>
                html`<div>
                  <dt>${field.field}</dt>
                  <dd>${field.meaning}</dd>
                </div>`,
            )}
          </dl>`
        : nothing
    }
    <div class="actions">
      <a class="button primary" href=${`${panel}?hit=${row.id}`} target="_blank">Everything it sent</a
      >${closing}
    </div>
  </section>`;
}

function aboutAbsent(row: Row, closing: TemplateResult): TemplateResult {
  return html`<section class="detail" aria-label="About this pixel">
    <h3>${row.kind === 'missing' ? `${row.vendor} learned nothing here` : 'Not arrived yet'}</h3>
    <p>${row.reason || 'The page carries the pixel; the browser has not fetched it so far.'}</p>
    <div class="actions">${closing}</div>
  </section>`;
}

function tellsAboutPerson(field: ExplainedField): boolean {
  return (
    (field.source === 'page' || field.source === 'cookie') &&
    field.value !== '' &&
    !BOOKKEEPING.has(field.field)
  );
}
