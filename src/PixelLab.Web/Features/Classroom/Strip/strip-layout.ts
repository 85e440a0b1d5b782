import { css } from 'lit';

/** How the strip of a room lies at the foot of every page, and what is put before the page. */
export const layout = css`
  .strip {
    position: fixed;
    inset-block-end: 0;
    inset-inline-start: 0;
    z-index: 2147483000;
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem 0.9rem;
    align-items: center;
    max-inline-size: min(100% - var(--lab-dock, 0px), 46rem);
    padding: 0.4rem 0.8rem;
    border: 1px solid var(--lab-line);
    border-start-end-radius: var(--lab-radius);
    background: var(--lab-surface);
    box-shadow: 0 -4px 20px rgb(0 0 0 / 12%);
  }
  dialog {
    max-inline-size: min(46rem, 92vw);
    max-block-size: 88vh;
    padding: 1.5rem;
    overflow: auto;
    border: 1px solid var(--lab-line);
    border-radius: var(--lab-radius);
    background: var(--lab-bg);
    color: var(--lab-ink);
  }
  dialog.spot {
    inline-size: min(46rem, 92vw);
  }
  dialog::backdrop {
    background: rgb(10 12 30 / 62%);
  }
  .held {
    position: sticky;
    inset-block-start: -1.5rem;
    margin: -1.5rem -1.5rem 0.75rem;
    padding: 1rem 1.5rem;
    border-block-end: 1px solid var(--lab-line);
    background: var(--lab-surface);
    font-weight: 600;
  }
  .hold {
    font-size: 1.5rem;
    text-align: center;
  }
  .switched {
    flex-basis: 100%;
    color: var(--lab-soft);
    font-size: 0.875rem;
  }
  .poll button {
    text-align: start;
    white-space: normal;
  }
  .poll {
    display: grid;
    gap: 0.5rem;
    inline-size: 100%;
  }
  .asked {
    display: flex;
    flex-basis: 100%;
    flex-wrap: wrap;
    gap: 0.4rem 0.9rem;
    align-items: center;
  }
  .poll div {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
  .row {
    display: flex;
    gap: 0.5rem;
    justify-content: end;
    margin-block-start: 1rem;
  }
  .about {
    margin-block-end: 0.75rem;
    color: var(--lab-soft);
  }
`;
