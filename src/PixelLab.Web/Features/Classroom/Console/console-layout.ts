import { css } from 'lit';

/** How the console’s parts lie beside and below one another, on a screen and on a wall. */
export const consoleLayout = css`
  .all {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }
  store-strip {
    margin-block-end: 0.75rem;
  }
  .said:empty {
    display: none;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(17rem, 1fr) minmax(0, 2.4fr);
    gap: 1rem;
    align-items: start;
  }
  /* As wide as the wall. */
  .projected {
    inline-size: calc((100vw - 3rem) / 1.3);
    margin-inline: calc(50% - 50vw / 1.3 + 1.5rem / 1.3);
    zoom: 1.3;
  }
  @media (max-width: 48rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
