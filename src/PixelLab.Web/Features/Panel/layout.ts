import { css } from 'lit';

/** Where the parts of the panel stand: bars on top, the list, and beside it what was chosen. */
export const layout = css`
  :host {
    display: grid;
    grid-template: auto auto auto 1fr / minmax(0, 1fr);
    block-size: 100%;
    min-block-size: 0;
    background: var(--lab-bg);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: center;
    padding: 0.4rem clamp(1rem, 3vw, 2rem);
    border-block-end: 1px solid var(--lab-line);
    background: var(--lab-surface);
  }
  h1 {
    margin-inline-end: auto;
    font-size: 1rem;
  }
  .state {
    display: inline-flex;
    gap: 0.45rem;
    align-items: center;
    color: var(--lab-soft);
  }
  .state::before {
    inline-size: 0.6rem;
    block-size: 0.6rem;
    border-radius: 50%;
    background: var(--lab-soft);
    content: '';
  }
  .state[data-state='live']::before {
    background: var(--lab-hit);
  }
  .state:is([data-state='lost'], [data-state='away']) {
    color: var(--lab-danger);
  }
  .state:is([data-state='lost'], [data-state='away'])::before {
    background: var(--lab-danger);
  }
  main {
    display: grid;
    grid-template-columns: clamp(20rem, 34vw, 34rem) 1fr;
    min-block-size: 0;
  }
  .reading {
    padding: 1.5rem clamp(1rem, 3vw, 2.5rem) 4rem;
  }
  .reading > * {
    max-inline-size: 72rem;
  }
  @media (max-width: 52rem) {
    main {
      grid-template-columns: 1fr;
    }
    .reading {
      display: none;
    }
    :host(:is([reading], [empty])) .list {
      display: none;
    }
    :host(:is([reading], [empty])) .reading {
      display: block;
    }
    :host([reading]) .bar {
      display: none;
    }
    :host([reading]) .back {
      display: inline-flex;
    }
    .list {
      border: 0;
    }
    .top,
    .bar {
      padding-inline: 0.75rem;
    }
    .top {
      flex-wrap: nowrap;
      gap: 0.4rem;
    }
    h1 {
      position: absolute;
      clip-path: inset(50%);
    }
    .state {
      flex: 1 1 3rem;
      min-inline-size: 0;
    }
    /* What passes in a moment takes one line, or all below would move. */
    .state:is([data-state='connecting'], [data-state='live']) {
      overflow: hidden;
      white-space: nowrap;
    }
  }
`;
