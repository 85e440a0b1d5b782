import { css, html, nothing, svg, type TemplateResult } from 'lit';
import { vendors } from '../Styles/vendors';

/** A page, for what the lab or a site says. */
const PAGE = 'M4 2h5l3 3v9H4zM9 2v3h3';

/** The mark of a company, drawn in its colour; its shape tells it apart where the colour does not. */
export function vendorMark(vendor: string): TemplateResult {
  const look = vendors.get(vendor);
  return html`<span class="mark vendor" data-vendor=${vendor || nothing} aria-hidden="true"
    >${look || !vendor ? drawn(look?.shape ?? PAGE) : initial(vendor)}</span
  >`;
}

function drawn(shape: string): TemplateResult {
  return html`<svg
    viewBox="0 0 16 16"
    width="17"
    height="17"
    fill="none"
    stroke="currentColor"
    stroke-width="1.6"
  >
    ${svg`<path d=${shape} />`}
  </svg>`;
}

/** A company of which the lab draws no mark is told by how its name begins. */
function initial(name: string): string {
  return (/[\p{L}\p{N}]/u.exec(name)?.[0] ?? '').toLocaleUpperCase();
}

/** How a mark looks: in the company's colour, with a frame that says what became of the pixel. */
export const markStyles = css`
  .mark {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 2rem;
    block-size: 2rem;
    border: 1.5px solid transparent;
    border-radius: 8px;
    background: color-mix(in srgb, currentcolor 13%, transparent);
  }
  [data-kind='missing'] .mark,
  [data-kind='refused'] .mark {
    border: 1.5px dashed var(--lab-missing);
    background: none;
  }
  [data-kind='missing'] .mark::after,
  [data-kind='refused'] .mark::after {
    position: absolute;
    inline-size: 2.1rem;
    block-size: 2px;
    background: var(--lab-missing);
    rotate: -45deg;
    content: '';
  }
  [data-kind='waiting'] .mark {
    border: 1.5px dotted currentcolor;
    background: none;
  }
`;
