import { css } from 'lit';

/** What the console’s parts have in common: cards, forms and headings. */
export const consoleStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  /* A wall is read from the back of the room: nothing on it is pale. */
  :host([projected]),
  :host([projected]) * {
    --lab-soft: var(--lab-ink);
    --lab-line: light-dark(#8792a0, #66727f);
  }
  h2 {
    margin-block-end: 0.6rem;
    font-size: 1.25rem;
  }
  .card {
    padding: 1rem 1.25rem;
    border: 1px solid var(--lab-line);
    border-radius: var(--lab-radius);
    background: var(--lab-surface);
  }
  form {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.9rem;
    align-items: end;
  }
  label {
    display: grid;
    gap: 0.25rem;
    font-size: 0.9375rem;
  }
  input,
  select,
  textarea {
    min-block-size: 2.25rem;
    max-inline-size: 100%;
    padding: 0.3rem 0.6rem;
    border: 1px solid var(--lab-soft);
    border-radius: 8px;
    background: var(--lab-bg);
    color: inherit;
    font: inherit;
  }
  summary {
    cursor: pointer;
    font-weight: 600;
  }
  .fault {
    padding: 0.6rem 0.9rem;
    border-inline-start: 4px solid var(--lab-danger);
    background: var(--lab-raised);
  }
  code {
    font-family: var(--lab-mono);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    justify-content: end;
    margin-block-start: 1rem;
  }
  dialog {
    max-inline-size: min(34rem, calc(100vw - 2rem));
    padding: 1.5rem;
    border: 1px solid var(--lab-line);
    border-radius: var(--lab-radius);
    background: var(--lab-bg);
    color: var(--lab-ink);
  }
`;
