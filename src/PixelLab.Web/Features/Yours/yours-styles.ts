import { css } from 'lit';

/** Where list and request do not stand side by side. */
export const NARROW = matchMedia('(max-width: 52rem)');

/** Titles of the page and of its parts. */
export const titleStyles = css`
  :host {
    display: block;
    font-size: 1rem;
    line-height: 1.6;
  }
  h2 {
    margin-block: 2.5rem 0.75rem;
    font-size: 1.4rem;
    line-height: 1.2;
    overflow-wrap: anywhere;
  }
  h3 {
    margin-block: 1.5rem 0.4rem;
    font-size: 1.125rem;
  }
`;

/** How the page stands: the box to bring things into, the requests, and below them what they come to. */
export const yoursStyles = css`
  .box {
    display: grid;
    gap: 0.75rem;
    padding: 1.1rem 1.25rem;
    border: 2px dashed var(--lab-line);
    border-radius: var(--lab-radius);
    background: var(--lab-surface);
  }
  .box[data-over] {
    border-color: var(--lab-accent);
    background: var(--lab-accent-wash);
  }
  .box label {
    font-weight: 600;
  }
  textarea {
    inline-size: 100%;
    min-block-size: 6.5rem;
    padding: 0.5rem 0.65rem;
    border: 1px solid var(--lab-soft);
    border-radius: 6px;
    background: var(--lab-bg);
    color: var(--lab-ink);
    font: 0.9375rem/1.5 var(--lab-mono);
    resize: vertical;
  }
  .soft {
    color: var(--lab-soft);
    font-size: 0.9375rem;
  }
  button {
    min-block-size: 2.75rem;
  }
  .work {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
    margin-block: 1rem;
  }
  progress {
    flex: 1 1 12rem;
    block-size: 1rem;
    accent-color: var(--lab-accent);
  }
  .result {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
    gap: 0 3rem;
    scroll-margin-block-start: 0.5rem;
  }
  .sum {
    font-weight: 600;
    font-size: 1.125rem;
  }
  .things li > button {
    margin-block-start: 0.35rem;
  }
  .things li {
    padding-block: 0.5rem;
    border-block-end: 1px solid var(--lab-line);
    overflow-wrap: anywhere;
  }
  .fault {
    color: var(--lab-missing);
  }
  summary {
    inline-size: fit-content;
    padding-block: 0.25rem;
    font-weight: 600;
    cursor: pointer;
  }
  details li {
    border: 0;
    padding-block: 0.15rem;
  }
  .browser {
    overflow: hidden;
    border: 1px solid var(--lab-line);
    border-radius: var(--lab-radius);
    background: var(--lab-surface);
  }
  .bar {
    padding: 0.6rem 0.9rem;
  }
  .bar > label {
    min-inline-size: 0;
  }
  .bar .own {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    min-block-size: 2.75rem;
  }
  .bar select {
    max-inline-size: 14rem;
    min-block-size: 2.75rem;
  }
  .bar input[type='search'] {
    min-block-size: 2.75rem;
  }
  .panes {
    display: grid;
    grid-template-columns: clamp(20rem, 38%, 32rem) 1fr;
    block-size: clamp(26rem, 80dvh, 54rem);
  }
  .reading {
    padding: 1.25rem clamp(1rem, 2vw, 1.75rem) 3rem;
    background: var(--lab-bg);
  }
  hit-detail > * {
    margin-block-start: 0.75rem;
  }
  hit-detail > .soft {
    overflow-wrap: anywhere;
  }
  .trick {
    padding: 0.6rem 0.9rem;
    border-radius: 6px;
    background: var(--lab-raised);
  }
  @media (max-width: 52rem) {
    .panes {
      grid-template-columns: minmax(0, 1fr);
    }
    .list {
      border: 0;
    }
    .reading,
    .panes[data-reading] .list {
      display: none;
    }
    .panes[data-reading] .reading {
      display: block;
    }
    .bar:has(+ .panes[data-reading]) {
      display: none;
    }
    .back {
      display: inline-flex;
    }
    .bar > label,
    .bar select {
      flex: 1 1 8rem;
      max-inline-size: 100%;
    }
  }
  @media print {
    .box,
    .work,
    .things,
    .browser,
    .on-screen {
      display: none;
    }
  }
`;
