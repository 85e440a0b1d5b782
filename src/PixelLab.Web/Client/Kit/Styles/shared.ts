import { css, unsafeCSS } from 'lit';
import tokens from './tokens.css';
import { vendorColours } from './vendors';

/** The colours and type, and what every part of panel and dock has in common. */
export const shared = [
  unsafeCSS(tokens),
  css`
    :host {
      color: var(--lab-ink);
      font: 15px/1.5 var(--lab-sans);
    }
    *,
    *::before,
    *::after {
      box-sizing: border-box;
    }
    h1,
    h2,
    h3,
    p,
    ul,
    ol,
    dl,
    dd {
      margin: 0;
    }
    ul,
    ol {
      padding: 0;
      list-style: none;
    }
    a {
      color: var(--lab-accent);
    }
    button,
    select,
    input {
      font: inherit;
      color: inherit;
    }
    button,
    .button {
      display: inline-flex;
      gap: 0.4em;
      align-items: center;
      min-block-size: 2.25rem;
      padding: 0.3rem 0.75rem;
      border: 1px solid var(--lab-line);
      border-radius: 8px;
      background: var(--lab-surface);
      color: var(--lab-ink);
      text-decoration: none;
      white-space: nowrap;
      cursor: pointer;
    }
    button:hover,
    .button:hover {
      border-color: var(--lab-accent);
    }
    button:disabled {
      border-color: var(--lab-line);
      color: var(--lab-soft);
      opacity: 0.6;
      cursor: default;
    }
    button[aria-pressed='true'] {
      border-color: var(--lab-accent);
      background: var(--lab-accent-wash);
    }
    .primary {
      border-color: var(--lab-accent);
      background: var(--lab-accent);
      color: var(--lab-on-accent);
      font-weight: 600;
    }
    .danger {
      border-color: var(--lab-danger);
      color: var(--lab-danger);
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
    }
    :focus-visible {
      outline: 3px solid var(--lab-accent);
      outline-offset: 2px;
    }
    .unseen {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .vendor {
      color: var(--lab-soft);
      font-weight: 600;
    }
    @media (prefers-reduced-motion: reduce) {
      * {
        animation: none !important;
        transition: none !important;
      }
    }
  `,
  ...vendorColours,
];
