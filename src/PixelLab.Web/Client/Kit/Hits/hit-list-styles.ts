import { css } from 'lit';

/** The height of every row, in pixels: so the list knows which rows are in view without measuring any. */
export const ROW_HEIGHT = 60;

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
    block-size: ${ROW_HEIGHT}px;
    padding-inline: 0.9rem;
    border-block-end: 1px solid var(--lab-line);
    cursor: pointer;
  }
  .row:hover {
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
  .what {
    min-inline-size: 0;
  }
  .what > * {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  /* The company heard that somebody did this; it did not do it. */
  .words .vendor[data-vendor]::after {
    content: ':' / '';
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
    grid-template-columns: 2rem 1fr auto;
    padding-inline: 0.75rem;
  }
  :host([narrow]) time {
    display: none;
  }
`;
