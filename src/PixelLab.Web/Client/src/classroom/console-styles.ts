import { css } from 'lit';

/** How the console looks; `projected` is for a wall: large, and without names. */
export const consoleStyles = css`
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 1rem 2rem;
    align-items: center;
    justify-content: space-between;
  }
  .join {
    display: flex;
    flex-wrap: wrap;
    gap: 1.25rem;
    align-items: center;
  }
  .join img {
    padding: 6px;
    border-radius: 8px;
    background: #fff;
  }
  .code {
    font: 700 clamp(2.2rem, 7vw, 4rem) / 1.1 var(--lab-mono);
    letter-spacing: 0.06em;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .card {
    margin-block-start: 1rem;
    padding: 1rem 1.25rem;
    border: 1px solid var(--lab-line);
    border-radius: var(--lab-radius);
    background: var(--lab-surface);
  }
  .card form,
  form.card {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.9rem;
    align-items: end;
    margin-block-start: 0.9rem;
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
  .tools p {
    margin-block-start: 1rem;
    overflow-wrap: anywhere;
  }
  code {
    font-family: var(--lab-mono);
  }
  .fault {
    padding: 0.6rem 0.9rem;
    border-inline-start: 4px solid var(--lab-danger);
    background: var(--lab-raised);
  }
  .said:empty {
    display: none;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(15rem, 1fr) 2fr;
    gap: 1.5rem;
    margin-block-start: 1.5rem;
  }
  .columns section {
    min-inline-size: 0;
  }
  .chosen {
    grid-column: 1 / -1;
    order: -1;
    padding: 1rem;
    border: 1px solid var(--lab-accent);
    border-radius: var(--lab-radius);
  }
  .chosen form {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
    align-items: end;
    margin-block-end: 1rem;
  }
  h2 {
    margin-block-end: 0.6rem;
    font-size: 1.25rem;
  }
  .roster li {
    display: grid;
    gap: 0.15rem;
    padding-block: 0.4rem;
    border-block-end: 1px solid var(--lab-line);
    justify-items: start;
  }
  .roster span {
    color: var(--lab-soft);
    font-size: 0.875rem;
    overflow-wrap: anywhere;
  }
  .stream {
    border-block-start: 1px solid var(--lab-line);
  }
  .stream li {
    border-block-end: 1px solid var(--lab-line);
  }
  .stream button {
    display: grid;
    grid-template-columns: auto 9rem 1fr;
    gap: 0.1rem 0.8rem;
    inline-size: 100%;
    padding: 0.4rem 0.5rem;
    border: 0;
    border-radius: 0;
    background: none;
    text-align: start;
    white-space: normal;
  }
  .stream time {
    color: var(--lab-soft);
    font-family: var(--lab-mono);
    font-size: 0.875rem;
  }
  .stream small {
    grid-column: 3;
    color: var(--lab-soft);
    overflow-wrap: anywhere;
  }
  .stream [data-kind='missing'] {
    background: var(--lab-missing-wash);
  }
  .bars li {
    display: grid;
    grid-template-columns: minmax(6rem, 1fr) 3fr 2rem;
    gap: 0.75rem;
    align-items: center;
  }
  meter {
    inline-size: 100%;
    block-size: 1.25rem;
  }
  dialog {
    max-inline-size: 34rem;
    padding: 1.5rem;
    border: 1px solid var(--lab-line);
    border-radius: var(--lab-radius);
    background: var(--lab-bg);
    color: var(--lab-ink);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    justify-content: end;
    margin-block-start: 1rem;
  }
  .projected {
    font-size: 1.35em;
  }
  .projected .roster span,
  .projected .stream time,
  .projected .stream small {
    color: var(--lab-ink);
    font-size: 1rem;
  }
  @media (max-width: 48rem) {
    .columns {
      grid-template-columns: 1fr;
    }
    .stream button {
      grid-template-columns: auto 1fr;
    }
    .stream button > span,
    .stream small {
      grid-column: 1 / -1;
    }
  }
`;
