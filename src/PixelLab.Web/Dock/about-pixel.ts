import { html, nothing, type TemplateResult } from 'lit';
import { defencesOf } from '../Client/Kit/Hits/defences';
import type { ChosenHit } from '../Client/Kit/Hits/chosen-hit';
import type { Row } from '../Client/Kit/Hits/rows';
import { tellingTab } from '../Client/Kit/Page/tabs';
import { titleOf } from '../Client/Kit/Styles/vendors';
import type { ExplainedField } from '../Client/Kit/Wire/wire';
import { sentenceOf } from '../Client/Kit/Words/words';
import { dockWords as words } from '../Client/Kit/Words/dock';

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
  const closing = html`<button @click=${close}>${words.say('close')}</button>`;
  return row.kind === 'hit' ? aboutHit(chosen, row, panel, closing) : aboutAbsent(row, closing);
}

function aboutHit(chosen: ChosenHit, row: Row, panel: string, closing: TemplateResult): TemplateResult {
  const told = (chosen.event?.explained ?? []).filter(tellsAboutPerson).slice(0, MOST_FIELDS);
  return html`<section class="detail" aria-label=${words.say('aboutHit')}>
    <p>${chosen.event ? sentenceOf(chosen.event) : words.say('reading')}</p>
    ${
      chosen.event
        ? html`${defencesOf(chosen.event)}
            <details>
              <summary>${words.say('technical')}</summary>
              <dl>
                ${told.map(
                  (field) =>
                    html`<div>
                      <dt>${field.field}</dt>
                      <dd>${field.meaning}</dd>
                    </div>`,
                )}
              </dl>
              <p><code>${chosen.event.url}</code></p>
            </details>`
        : nothing
    }
    <div class="actions">
      <a class="button primary" href=${`${panel}?hit=${row.id}`} target=${tellingTab()}
        >${words.say('everything')}</a
      >${closing}
    </div>
  </section>`;
}

function aboutAbsent(row: Row, closing: TemplateResult): TemplateResult {
  return html`<section class="detail" aria-label=${words.say('aboutPixel')}>
    <h3>
      ${row.kind === 'missing' ? words.say('learnedNothing', { vendor: titleOf(row.vendor) }) : words.say('notYet')}
    </h3>
    <p>${row.reason || words.say('notFetched')}</p>
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
