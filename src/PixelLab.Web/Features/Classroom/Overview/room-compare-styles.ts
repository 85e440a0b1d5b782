import { css } from 'lit';

/** How the trackers' views of a room look. A square is one visitor; who is really in it stands in it. */
export const roomCompareStyles = css`
  :host {
    display: block;
    font-size: 1rem;
  }
  .card {
    padding: 1.25rem 1.4rem;
    border: 1px solid var(--lab-line);
    border-radius: var(--lab-radius);
    background: var(--lab-surface);
  }
  h2 {
    font-size: 1.2em;
    line-height: 1.25;
  }
  .aside {
    color: var(--lab-soft);
    font-size: 0.9375em;
  }
  .truth {
    display: grid;
    gap: 0.5rem;
    border-color: var(--lab-hit);
    border-inline-start-width: 6px;
  }
  .number b {
    font-size: 2.25em;
    letter-spacing: -0.02em;
    line-height: 1.15;
    font-variant-numeric: tabular-nums;
  }
  .lenses {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr));
    gap: 1rem;
    margin-block: 1rem 2rem;
  }
  .lenses .card {
    display: flex;
    flex-direction: column;
    gap: 0.6rem;
    min-inline-size: 0;
  }
  .sentence {
    text-wrap: pretty;
  }
  .visitors {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    align-items: stretch;
    margin-block: 0.4rem;
  }
  .visitors li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.15rem 0.3rem;
    align-items: center;
    justify-content: center;
    min-inline-size: 2.4rem;
    min-block-size: 2.4rem;
    padding: 0.2rem 0.5rem;
    border: 2px solid var(--lab-hit);
    border-radius: 8px;
    background: var(--lab-bg);
    font-variant-numeric: tabular-nums;
  }
  .visitors li[data-kind='mixed'] {
    border-color: var(--lab-missing);
    background: var(--lab-missing-wash);
  }
  .visitors li[data-kind='anybody'] {
    border-style: dashed;
    border-color: var(--lab-soft);
  }
  .visitors b,
  .chip {
    font-weight: 600;
  }
  .visitors .rest {
    border: 0;
    background: none;
    color: var(--lab-soft);
  }
  dl {
    display: grid;
    gap: 0.3rem;
    margin-block-start: auto;
    padding-block-start: 0.75rem;
    border-block-start: 1px solid var(--lab-line);
  }
  dl div {
    display: flex;
    gap: 1rem;
    justify-content: space-between;
  }
  dt {
    color: var(--lab-soft);
  }
  dd {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .scroll {
    overflow-x: auto;
    margin-block-start: 0.75rem;
    border: 1px solid var(--lab-line);
    border-radius: var(--lab-radius);
    background: var(--lab-surface);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.55rem 1rem;
    border-block-start: 1px solid var(--lab-line);
    text-align: start;
    vertical-align: top;
  }
  thead th {
    border: 0;
    color: var(--lab-soft);
    font-size: 0.875em;
  }
  tbody th {
    font-weight: 500;
    white-space: nowrap;
  }
  td {
    min-inline-size: 9rem;
  }
  .chip {
    display: inline-block;
    min-inline-size: 1.6rem;
  }
  [data-verdict='known'] {
    color: var(--lab-hit);
    font-weight: 600;
  }
  [data-verdict='wrong'] {
    color: var(--lab-missing);
  }
  [data-verdict='unseen'] {
    color: var(--lab-soft);
  }
  :host([projected]) {
    font-size: 1.35rem;
  }
  :host([projected]) .aside,
  :host([projected]) dt {
    color: var(--lab-ink);
    font-size: 1em;
  }
`;
