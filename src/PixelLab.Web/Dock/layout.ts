import { css } from 'lit';

/** How the dock stands beside the page, or over its foot where the page is narrow. */
export const layout = css`
  :host {
    position: fixed;
    z-index: 2147483000;
    inset-block: 0;
    inset-inline-end: 0;
    display: flex;
    flex-direction: column;
    inline-size: 23rem;
    border-inline-start: 1px solid var(--lab-line);
    background: var(--lab-surface);
    box-shadow: -8px 0 28px -18px rgb(0 0 0 / 50%);
    color-scheme: light dark;
    text-align: start;
  }
  :host(:not([open])) {
    inset-block-start: auto;
    inset-block-end: calc(1rem + var(--lab-covered, 0px));
    inset-inline-end: 1rem;
    inline-size: auto;
    border: 0;
    border-radius: 999px;
    background: none;
    box-shadow: none;
    align-items: end;
  }
  .head {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.1rem 0.75rem;
    align-items: center;
    padding: 0.8rem 0.9rem;
    border-block-end: 1px solid var(--lab-line);
    background: var(--lab-accent);
    color: var(--lab-on-accent);
  }
  .head p {
    font-weight: 600;
  }
  .head small {
    font-size: 0.8125rem;
  }
  .head button {
    grid-row: 1 / 3;
    grid-column: 2;
    border-color: currentcolor;
    background: transparent;
    color: inherit;
  }
  .head :focus-visible {
    outline-color: currentcolor;
  }
  .summary {
    display: flex;
    gap: 0.75rem;
    flex-wrap: wrap;
    justify-content: space-between;
    padding: 0.6rem 0.9rem;
    border-block-end: 1px solid var(--lab-line);
    background: var(--lab-raised);
    font-size: 0.875rem;
  }
  .summary label {
    display: inline-flex;
    gap: 0.4rem;
    align-items: center;
    min-block-size: 1.5rem;
    cursor: pointer;
  }
  .meaning {
    display: flex;
    gap: 0.9rem;
    align-items: center;
    padding: 0.6rem 0.9rem;
    border-block-end: 1px solid var(--lab-line);
    background: var(--lab-accent-wash);
    font-size: 0.9375rem;
  }
  .meaning span {
    flex: 1;
  }
  .meaning button {
    flex: none;
    min-block-size: 2.75rem;
  }
  /* Beside the dots in the margin, and above what one is asked to press. */
  .note .meaning {
    inline-size: min(21rem, 100vw - 3.5rem);
    margin-block-end: 0.6rem;
    padding: 0.4rem 0.7rem;
    border: 1px solid var(--lab-line);
    border-radius: 12px;
    background: var(--lab-surface);
    box-shadow: 0 6px 20px rgb(0 0 0 / 35%);
  }
  .lost {
    color: var(--lab-danger);
  }
  hit-list {
    flex: 1;
  }
  .quiet {
    flex: 1;
    padding: 1rem 0.9rem;
    color: var(--lab-soft);
  }
  .hint {
    flex: none;
    padding-block: 0.6rem;
    border-block-start: 1px solid var(--lab-line);
  }
  .detail {
    display: grid;
    gap: 0.75rem;
    max-block-size: 55%;
    padding: 0.9rem;
    overflow-y: auto;
    border-block-start: 3px solid var(--lab-accent);
    background: var(--lab-bg);
  }
  .detail h3 {
    font-size: 0.9375rem;
  }
  .detail p {
    overflow-wrap: anywhere;
  }
  .detail details {
    font-size: 0.875rem;
  }
  .detail summary {
    inline-size: fit-content;
    min-block-size: 1.75rem;
    cursor: pointer;
    font-weight: 600;
  }
  .detail .defences {
    margin: 0;
  }
  .detail code {
    font: 0.8125rem var(--lab-mono);
  }
  .detail dl {
    display: grid;
    gap: 0.4rem;
    font-size: 0.875rem;
  }
  .detail dt {
    color: var(--lab-soft);
    font: 600 0.8125rem var(--lab-mono);
  }
  .foot {
    padding: 0.7rem 0.9rem;
    border-block-start: 1px solid var(--lab-line);
  }
  .badge {
    /* Two digits fit: it stands at the end of a line, and would move its beginning. */
    min-inline-size: 14rem;
    justify-content: center;
    min-block-size: 2.75rem;
    padding-inline: 1.1rem;
    border: 2px solid var(--lab-on-accent);
    border-radius: 999px;
    background: var(--lab-accent);
    color: var(--lab-on-accent);
    font-weight: 600;
    box-shadow: 0 6px 20px rgb(0 0 0 / 35%);
  }
  @media (max-width: 63.99rem) {
    :host([open]) {
      inset-block: auto var(--lab-covered, 0px);
      inset-inline: 0;
      inline-size: auto;
      block-size: var(--lab-sheet, 55dvh);
      border-block-start: 1px solid var(--lab-line);
      border-start-start-radius: 16px;
      border-start-end-radius: 16px;
      overflow: hidden auto;
      overscroll-behavior: contain;
    }
    /* Rows are seen also below a lesson's step: the sheet scrolls as a whole. */
    hit-list {
      flex: 1 0 11rem;
    }
    .head {
      padding-block: 0.4rem;
    }
    button,
    .button,
    .summary label,
    .detail summary {
      min-block-size: 2.75rem;
    }
    .foot {
      padding-block: 0.4rem;
    }
    .summary {
      row-gap: 0;
      padding-block: 0.35rem 0;
      align-items: center;
    }
    .detail {
      max-block-size: none;
      flex: 1 0 auto;
      gap: 0.5rem;
      padding-block: 0.6rem;
    }
    hit-list:has(+ .detail) {
      display: none;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
