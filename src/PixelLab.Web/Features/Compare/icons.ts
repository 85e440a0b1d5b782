import { css, type CSSResult, svg, type SVGTemplateResult, unsafeCSS } from 'lit';
import type { Evidence, LensName } from './wire';

/** Small pictures beside words; the words say the same, so no reader of the screen hears of them. */
function picture(parts: SVGTemplateResult): SVGTemplateResult {
  return svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${parts}</svg>`;
}

const PIXEL = svg`<path d="M4 4h16v16H4z" /><path d="M10 10h4v4h-4z" fill="currentColor" />`;
const COOKIE = svg`<path d="M20 12a8 8 0 1 1-8-8 3.5 3.5 0 0 0 4 4 3.5 3.5 0 0 0 4 4z" />
  <path d="M8.5 10h.01M9.5 15h.01M14.5 15h.01" />`;

/** A tracker, or the truth. */
export const WHO: Record<LensName | 'truth', SVGTemplateResult> = {
  pixel: picture(PIXEL),
  cookie: picture(COOKIE),
  both: picture(svg`<g transform="translate(-1.5 -1.5) scale(.68)">${PIXEL}</g>
    <g transform="translate(9 9) scale(.66)">${COOKIE}</g>`),
  truth: picture(svg`<circle cx="12" cy="8" r="4" /><path d="M4 21a8 8 0 0 1 16 0" />`),
};

/** The colour of each tracker, and of the truth. */
const COLOUR: Record<LensName | 'truth', CSSResult> = {
  pixel: css`var(--lab-pixel)`,
  cookie: css`var(--lab-cookie)`,
  both: css`var(--lab-both)`,
  truth: css`var(--lab-ink)`,
};

/** Gives what belongs to a tracker its colour, as `--who`. */
export const whoStyles = Object.entries(COLOUR).map(
  ([who, colour]) => css`
    [data-who='${unsafeCSS(who)}'] {
      --who: ${colour};
    }
  `,
);

/** What came of trying something. */
export const CAME: Record<Evidence, SVGTemplateResult> = {
  recognised: picture(
    svg`<path d="M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12z" /><circle cx="12" cy="12" r="3" fill="currentColor" />`,
  ),
  not_recognised: picture(
    svg`<path d="M8.5 8.5a3.5 3.5 0 1 1 5.2 3.1c-1 .6-1.7 1.3-1.7 2.6" /><path d="M12 18.5h.01" />`,
  ),
  never_seen: picture(svg`<path d="M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12z" /><path d="M4 20 20 4" />`),
  not_tried: picture(svg`<path d="M7 12h10" />`),
};

export const iconStyles = css`
  .icon {
    flex: none;
    inline-size: 1.35em;
    block-size: 1.35em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`;
