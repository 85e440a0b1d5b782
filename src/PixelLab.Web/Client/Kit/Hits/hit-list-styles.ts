import { css, unsafeCSS } from 'lit';

/** The height of every row, in pixels: so the list knows which rows are in view without measuring any. */
export const ROW_HEIGHT = 60;

/** The same where what a row says may take two lines. */
export const TALL_ROW_HEIGHT = 88;

/** A list below this width has tall rows, in pixels. */
export const NARROW = 560;

/** How the list of hits looks: the company by its colour and its mark, what became of the pixel by the mark's frame. */
export const hitListStyles = css`
  :host {
    display: block;
    min-block-size: 0;
    overflow: hidden;
    container-type: inline-size;
  }
  .scroller {
    block-size: 100%;
    overflow-y: auto;
    overscroll-behavior: contain;
    outline-offset: -3px;
  }
  .all {
    position: relative;
  }
  .row {
    position: absolute;
    inset-inline: 0;
    inset-block-start: 0;
    display: grid;
    grid-template-columns: 2rem 1fr auto;
    gap: 0 0.75rem;
    align-items: center;
    block-size: var(--row);
    padding-inline: 0.9rem;
    border-block-end: 1px solid var(--lab-line);
    cursor: pointer;
  }
  .row:hover,
  .row.lit {
    background: var(--lab-raised);
  }
  .row[aria-selected='true'] {
    background: var(--lab-accent-wash);
    box-shadow: inset 3px 0 0 var(--lab-accent);
  }
  time,
  .size {
    color: var(--lab-soft);
    font: 0.8125rem var(--lab-mono);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .size {
    max-inline-size: 9rem;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .what {
    min-inline-size: 0;
  }
  .what > * {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  @container (width < ${unsafeCSS(NARROW)}px) {
    /* At the top, so that the first line stays where it is when a pixel arrives and more is known of it. */
    .row {
      align-items: start;
      padding-block-start: 0.45rem;
    }
    .what > * {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      white-space: normal;
      line-height: 1.4;
    }
  }
  /* The company was told that somebody did this; it did not do it. */
  .told {
    white-space: nowrap;
  }
  .told::before {
    color: var(--lab-soft);
    content: '→ ' / '';
  }
  .row[data-kind='waiting'] .told::before,
  .row[data-kind='missing'] .told::before {
    content: '↛ ' / '';
  }
  .badge {
    margin-inline-end: 0.35em;
    padding: 0.1em 0.55em 0.15em;
    border-radius: 999px;
    background: var(--lab-raised);
    color: var(--lab-ink);
    font-weight: 500;
    font-size: 0.75rem;
    white-space: nowrap;
  }
  .badge[data-badge^='again'],
  .badge[data-badge='account'] {
    background: var(--lab-accent-wash);
    color: var(--lab-accent);
  }
  .where {
    color: var(--lab-soft);
    font-size: 0.8125rem;
  }
  .row[data-kind='missing'] .where {
    color: var(--lab-missing);
  }
  .row[data-kind='missing'] .words,
  .row[data-kind='waiting'] .words {
    color: var(--lab-soft);
  }
  .when {
    display: grid;
    justify-items: end;
  }
  .whose {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .row:has(.whose) {
    grid-template-columns: 2rem 10rem 1fr auto;
  }
  @container (max-width: 38rem) {
    .row:has(.whose) {
      grid-template-columns: 2rem 6.5rem 1fr;
    }
    .row:has(.whose) .when {
      display: none;
    }
  }
  /* On a phone what happened has the line to itself, and whose it is stands before where it was. */
  @container (max-width: 30rem) {
    .row:has(.whose) {
      grid-template: 'mark words words' auto 'mark whose where' auto / 2rem auto minmax(0, 1fr);
      align-content: center;
    }
    .row:has(.whose) > :first-child {
      grid-area: mark;
    }
    .row:has(.whose) .what {
      display: contents;
    }
    .row:has(.whose) .words {
      grid-area: words;
    }
    .whose {
      grid-area: whose;
      max-inline-size: 9rem;
      font-size: 0.8125rem;
    }
    .row:has(.whose) .where {
      grid-area: where;
    }
  }
  .pin {
    color: var(--lab-accent);
  }
  :host([narrow]) .row {
    grid-template-columns: 2rem 1fr;
    padding-inline: 0.75rem;
  }
  :host([narrow]) .when {
    display: none;
  }
`;
