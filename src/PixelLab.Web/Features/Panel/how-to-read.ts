import { css, html, nothing, type TemplateResult } from 'lit';
import type { Row, RowKind } from '../../Client/Kit/Hits/rows';
import { titleOf, vendors } from '../../Client/Kit/Styles/vendors';
import { vendorMark } from '../../Client/Kit/Hits/vendor-mark';
import type { ShownRows } from './shown-rows';
import { panelWords as words } from '../../Client/Kit/Words/panel';

/** What a mark's frame can say. */
const MARKS = ['hit', 'waiting', 'missing'] as const satisfies readonly RowKind[];

/** Stands beside the list while nothing is chosen: what to do, and how the list is read. */
export function howToRead(shown: ShownRows, open: (newest: Row) => void): TemplateResult {
  const newest = shown.newestHit();
  const companies = shown
    .values('vendor')
    .map((vendor) => ({ vendor, does: vendors.get(vendor)?.does }))
    .filter(({ does }) => does);
  return html`<div class="plain how-to-read">
    <h2>${words.say('choose')}</h2>
    <p>${words.say('chooseText')}</p>
    ${
      newest
        ? html`<p class="actions">
            <button class="primary" @click=${() => open(newest)}>${words.say('openNewest')}</button>
          </p>`
        : nothing
    }
    <div class="legend">
      <section aria-labelledby="marks">
        <h3 id="marks">${words.say('marks')}</h3>
        <ul>
          ${MARKS.map((kind) => html`<li data-kind=${kind}>${vendorMark('')} <span>${words.say(`mark.${kind}`)}</span></li>`)}
        </ul>
      </section>
      ${
        companies.length > 0
          ? html`<section aria-labelledby="companies">
              <h3 id="companies">${words.say('companies')}</h3>
              <ul>
                ${companies.map(
                  ({ vendor, does }) =>
                    html`<li>
                      ${vendorMark(vendor)}
                      <span
                        ><span class="vendor" data-vendor=${vendor}>${titleOf(vendor)}</span> ${does}</span
                      >
                    </li>`,
                )}
              </ul>
            </section>`
          : nothing
      }
    </div>
    <p>${words.say('chooseKeys')}</p>
  </div>`;
}

export const howToReadStyles = css`
  .how-to-read {
    gap: 1.25rem;
    max-inline-size: 44rem;
    container-type: inline-size;
  }
  .legend {
    display: grid;
    gap: 1.25rem 2.5rem;
    inline-size: 100%;
    padding-block-start: 1.25rem;
    border-block-start: 1px solid var(--lab-line);
  }
  .legend h3 {
    margin-block-end: 0.6rem;
    font-size: 0.9375rem;
  }
  .legend ul {
    display: grid;
    gap: 0.6rem;
  }
  .legend li {
    display: grid;
    grid-template-columns: 2rem 1fr;
    gap: 0.75rem;
    align-items: center;
    color: var(--lab-soft);
  }
  @container (min-width: 38rem) {
    .legend {
      grid-template-columns: 1fr 1fr;
    }
  }
`;
