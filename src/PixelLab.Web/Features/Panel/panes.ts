import { css } from 'lit';

/** A list, and beside it the request that was chosen of it. */
export const paneStyles = css`
  .list {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    border-inline-end: 1px solid var(--lab-line);
    background: var(--lab-surface);
  }
  hit-list {
    flex: 1;
  }
  .reading {
    min-inline-size: 0;
    overflow-y: auto;
  }
  .quiet {
    padding: 1rem;
    color: var(--lab-soft);
  }
  .back {
    display: none;
    margin-block-end: 1rem;
  }
`;
