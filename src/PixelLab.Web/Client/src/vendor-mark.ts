import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

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
