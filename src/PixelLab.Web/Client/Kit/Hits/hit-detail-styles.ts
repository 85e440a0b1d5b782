import { css } from 'lit';

/** What the parts of a hit have in common: their titles, and what was sent word for word. */
export const detailParts = css`
  section {
    margin-block-start: 1.9rem;
  }
  h2 {
    margin-block-end: 0.35rem;
    font-size: 1.125rem;
  }
  h3 {
    margin-block: 1.1rem 0.4rem;
    color: var(--lab-soft);
    font-size: 0.875rem;
    font-weight: 600;
  }
  pre {
    max-block-size: 26rem;
    margin: 0;
    padding: 0.9rem 1rem;
    overflow: auto;
    border: 1px solid var(--lab-line);
    border-radius: var(--lab-radius);
    background: var(--lab-surface);
    font: 0.8125rem/1.55 var(--lab-mono);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .aside {
    margin-block-start: 0.4rem;
    color: var(--lab-soft);
    font-size: 0.875rem;
  }
`;

/** How a hit looks: the sentence, what can be done with it, and each field beside its meaning. */
export const hitDetailStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .sentence {
    padding: 1.1rem 1.25rem;
    border-inline-start: 4px solid var(--lab-accent);
    border-radius: 0 var(--lab-radius) var(--lab-radius) 0;
    background: var(--lab-accent-wash);
    font-size: 1.1875rem;
    line-height: 1.5;
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-block: 0.9rem 0;
  }
  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1px;
    overflow: hidden;
    border: 1px solid var(--lab-line);
    border-radius: var(--lab-radius);
    background: var(--lab-line);
  }
  .field {
    display: grid;
    grid-template-columns: minmax(9rem, 2fr) minmax(0, 3fr);
    overflow-wrap: anywhere;
    gap: 0.25rem 1.25rem;
    padding: 0.75rem 1rem;
    background: var(--lab-surface);
  }
  .field[data-talked-about] {
    outline: 3px solid var(--lab-accent);
    outline-offset: -3px;
    background: var(--lab-accent-wash);
  }
  :host([can-choose]) .field {
    cursor: pointer;
  }
  :host([can-choose]) .field:hover {
    background: var(--lab-raised);
  }
  .name button {
    min-block-size: 1.75rem;
    padding: 0.1rem 0.5rem;
    border-radius: 6px;
    color: inherit;
    font: inherit;
    overflow-wrap: anywhere;
    white-space: normal;
    text-align: start;
  }
  .name {
    color: var(--lab-soft);
    font: 600 0.8125rem var(--lab-mono);
    overflow-wrap: anywhere;
  }
  .value {
    font: 0.875rem/1.45 var(--lab-mono);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .control {
    margin-block-start: 0.25rem;
    color: var(--lab-soft);
    font-size: 0.875rem;
  }
  .control b {
    font-weight: 600;
  }
  summary {
    inline-size: fit-content;
    margin-block-start: 1rem;
    padding-block: 0.5rem;
    font-weight: 600;
    cursor: pointer;
  }
  .as-sent h2 {
    display: none;
  }
  .as-sent section {
    margin-block-start: 0.25rem;
  }
  .labs {
    border-radius: 3px;
    background: var(--lab-raised);
    color: var(--lab-soft);
    text-decoration: underline dotted;
  }
  @container (max-width: 34rem) {
    .field {
      grid-template-columns: minmax(0, 1fr);
    }
    .sentence {
      font-size: 1.0625rem;
    }
  }
`;

/** How the bytes of the picture look. */
export const replyStyles = css`
  .bytes {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem;
    padding: 0.9rem;
    border: 1px solid var(--lab-line);
    border-radius: var(--lab-radius);
    background: var(--lab-surface);
  }
  .bytes button {
    min-block-size: 1.9rem;
    padding: 0.1rem 0.45rem;
    border-radius: 5px;
    background: var(--lab-raised);
    font: 0.8125rem var(--lab-mono);
  }
  .bytes button[aria-pressed='true'] {
    background: var(--lab-accent);
    color: var(--lab-on-accent);
  }
  .meaning {
    min-block-size: 3.2rem;
    margin-block-start: 0.6rem;
  }
`;
