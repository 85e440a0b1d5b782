import { css } from 'lit';

/** How the compare page looks. The visitors’ colours are told apart by colour-blind people too, and a letter stands on each. */
export const compareStyles = css`
  :host {
    display: block;
    --v0: light-dark(#cfe3f5, #1d4468);
    --v1: light-dark(#fbe2b8, #6a4a0c);
    --v2: light-dark(#c9ecdf, #0f5540);
    --v3: light-dark(#f6d3e6, #6a2a51);
    --v4: light-dark(#f9f3b4, #57500c);
    --v5: light-dark(#f9d0bd, #6e2f12);
    --v6: light-dark(#dcd7f3, #413773);
  }
  [data-colour='0'] {
    background: var(--v0);
  }
  [data-colour='1'] {
    background: var(--v1);
  }
  [data-colour='2'] {
    background: var(--v2);
  }
  [data-colour='3'] {
    background: var(--v3);
  }
  [data-colour='4'] {
    background: var(--v4);
  }
  [data-colour='5'] {
    background: var(--v5);
  }
  [data-colour='6'] {
    background: var(--v6);
  }
  section {
    margin-block-start: 2.75rem;
  }
  h2 {
    margin-block-end: 0.6rem;
    font-size: 1.5rem;
    line-height: 1.2;
  }
  h3 {
    font-size: 1.1875rem;
  }
  h4 {
    margin: 1.1rem 0 0.3rem;
    font-size: 0.9375rem;
  }
  section > p {
    max-inline-size: 46rem;
    margin-block-end: 0.9rem;
  }
  code {
    font-family: var(--lab-mono);
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }
  .small,
  .small a {
    font-size: 0.9375rem;
  }
  .small {
    color: var(--lab-soft);
  }
  .travel {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    padding: 0.6rem 0.9rem;
    border: 1px solid var(--lab-line);
    border-radius: var(--lab-radius);
    background: var(--lab-surface);
  }
  .problem,
  .verdict {
    padding: 0.9rem 1.1rem;
    border-inline-start: 4px solid var(--lab-accent);
    border-radius: 0 var(--lab-radius) var(--lab-radius) 0;
    background: var(--lab-accent-wash);
  }
  .problem {
    border-color: var(--lab-danger);
  }
  .two,
  .three {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
    gap: 1rem;
  }
  .three {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
    margin-block-start: 1rem;
  }
  .card {
    padding: 1.1rem 1.25rem;
    border: 1px solid var(--lab-line);
    border-radius: var(--lab-radius);
    background: var(--lab-surface);
  }
  dl {
    display: grid;
    gap: 0.7rem;
    margin-block-start: 0.75rem;
  }
  dt {
    color: var(--lab-soft);
    font-size: 0.875rem;
    font-weight: 600;
  }
  .picture {
    display: flex;
    gap: 1rem;
    align-items: center;
    margin-block-start: 0.75rem;
  }
  .picture svg {
    flex: none;
    inline-size: 96px;
  }
  .dots {
    fill: var(--lab-raised);
  }
  .edge {
    fill: none;
    stroke: var(--lab-line);
  }
  .one {
    fill: none;
    stroke: var(--lab-accent);
    stroke-width: 2;
    stroke-dasharray: 3 2;
  }
  .line,
  .scroll {
    overflow-x: auto;
    border: 1px solid var(--lab-line);
    border-radius: var(--lab-radius);
    background: var(--lab-surface);
  }
  .evidence {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .big {
    margin-block: 0.4rem 0.6rem;
    font-size: 1.0625rem;
  }
  .big b {
    font-size: 2rem;
    line-height: 1;
  }
  .card li {
    display: flex;
    gap: 0.75rem;
    padding-block: 0.6rem;
    border-block-start: 1px solid var(--lab-line);
  }
  .card li div {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .letter {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 2rem;
    block-size: 2rem;
    border-radius: 50%;
    font-weight: 700;
  }
  summary {
    cursor: pointer;
  }
  @media (max-width: 40rem) {
    .picture {
      flex-direction: column;
      align-items: start;
    }
  }
`;
