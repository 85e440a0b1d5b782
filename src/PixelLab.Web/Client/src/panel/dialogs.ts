import { css } from 'lit';

/** How the panel's dialogs look. */
export const dialogStyles = css`
  dialog {
    max-inline-size: min(30rem, calc(100vw - 2rem));
    padding: 1.5rem;
    border: 1px solid var(--lab-line);
    border-radius: 14px;
    background: var(--lab-surface);
    color: var(--lab-ink);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  dialog h2 {
    margin-block-end: 0.75rem;
  }
  dialog p {
    margin-block-end: 1rem;
  }
  dialog dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.4rem 1.25rem;
    margin-block-end: 1.25rem;
  }
  dialog dt {
    font-family: var(--lab-mono);
  }
`;
