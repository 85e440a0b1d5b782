import { css, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/** A shape for each company, so that nobody has to tell them apart by colour alone. */
const SHAPES: Readonly<Record<string, SVGTemplateResult>> = {
  // Bars, for it counts.
  metrics: svg`<path d="M4 13V9M8 13V3M12 13V6" />`,
  // A target, for it aims.
  adnet: svg`<circle cx="8" cy="8" r="5.5" /><circle cx="8" cy="8" r="1.5" />`,
  postbox: svg`<path d="M2 4h12v8H2zL8 9l6-5" />`,
  // Two ways, for it exchanges.
  broker: svg`<path d="M2 6h11l-3-3M14 10H3l3 3" />`,
};

/** A page, for what the lab or a site says. */
const PAGE = svg`<path d="M4 2h5l3 3v9H4zM9 2v3h3" />`;

/** The mark of a company, drawn in its colour. */
export function vendorMark(vendor: string): TemplateResult {
  return html`<span class="mark vendor" data-vendor=${vendor || nothing} aria-hidden="true"
    ><svg viewBox="0 0 16 16" width="17" height="17" fill="none" stroke="currentColor" stroke-width="1.6">
      ${SHAPES[vendor] ?? PAGE}
    </svg></span
  >`;
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
