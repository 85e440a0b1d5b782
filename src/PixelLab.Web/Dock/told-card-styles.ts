import { css } from 'lit';

/** How the card of a company stands in the dock. */
export const cardStyles = css`
  :host {
    flex: none;
    border-block-start: 1px solid var(--lab-line);
    font-size: 0.9375rem;
  }
  details[open] {
    max-block-size: 14rem;
    overflow-y: auto;
  }
  summary {
    padding: 0.5rem 0.9rem;
    min-block-size: 2.75rem;
    align-content: center;
    cursor: pointer;
    font-weight: 600;
  }
  ul {
    display: grid;
    gap: 0.35rem;
    padding: 0 0.9rem 0.75rem;
  }
  p {
    padding: 0 0.9rem 0.75rem;
  }
  li {
    overflow-wrap: anywhere;
  }
  .kind {
    color: var(--lab-soft);
  }
  .kind::after {
    content: ':';
  }
  @media (prefers-reduced-motion: no-preference) {
    li {
      animation: told 1.2s ease-out;
    }
    @keyframes told {
      from {
        background: var(--lab-accent-wash);
        translate: 0.75rem 0;
      }
    }
  }
`;
