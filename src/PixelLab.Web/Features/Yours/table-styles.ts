import { css } from 'lit';

/** How a table looks; where there is no room for columns, a line stands as a block with the columns' names in it. */
export const tableStyles = css`
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  caption {
    padding-block-end: 0.4rem;
    color: var(--lab-soft);
    font-size: 0.9375rem;
    text-align: start;
  }
  th,
  td {
    padding: 0.45rem 0.75rem;
    border-block-end: 1px solid var(--lab-line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 0;
  }
  thead th {
    color: var(--lab-soft);
    font-weight: 500;
    font-size: 0.875rem;
    overflow-wrap: normal;
  }
  th[scope='row'] {
    min-inline-size: 11.5rem;
    font-weight: 600;
  }
  small {
    display: block;
    color: var(--lab-soft);
    font-weight: 400;
    font-size: 0.875rem;
  }
  code {
    font: 0.875rem var(--lab-mono);
  }
  .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  @container (max-width: 40rem) {
    thead {
      position: absolute;
      clip-path: inset(50%);
    }
    tr,
    th[scope='row'],
    td,
    td.number {
      display: block;
      padding: 0.1rem 0;
      border: 0;
      text-align: start;
      white-space: normal;
    }
    tr {
      padding-block: 0.6rem;
      border-block-end: 1px solid var(--lab-line);
    }
    td[data-label]::before {
      color: var(--lab-soft);
      font-size: 0.875rem;
      content: attr(data-label) ': ';
    }
  }
  @media print {
    .on-screen {
      display: none;
    }
    table,
    small,
    code {
      font-size: 8.5pt;
      line-height: 1.35;
    }
    th,
    td {
      padding-block: 0.15rem;
    }
  }
`;
