import { css, html, nothing, type TemplateResult } from 'lit';
import type { ShownRequest } from './shown-request';
import { detailWords as words } from '../Words/detail';

const SIGNS = { stops: '✓', less: '~', none: '✗' } as const;

/** What would have stopped a request, by its kind; what helped most comes first. */
export function defencesOf(event: ShownRequest): TemplateResult | typeof nothing {
  const defences = event.account?.defences ?? [];
  if (defences.length === 0) {
    return nothing;
  }
  const sorted = (['stops', 'less', 'none'] as const).flatMap((effect) =>
    defences.filter((one) => one.effect === effect),
  );
  return html`<details class="defences">
    <summary>${words.say('defences')}</summary>
    <ul>
      ${sorted.map(
        (one) =>
          html`<li data-effect=${one.effect}>
            <span aria-hidden="true">${SIGNS[one.effect]}</span>
            <span
              ><b>${words.say(`defence.${one.defence}`)}</b>:
              ${words.say(`effect.${one.effect}`)}${one.measured ? html` <small>${words.say('measured')}</small>` : nothing}</span
            >
          </li>`,
      )}
    </ul>
  </details>`;
}

export const defenceStyles = css`
  .defences {
    margin-block: 1rem;
  }
  .defences summary {
    inline-size: fit-content;
    cursor: pointer;
    font-weight: 600;
  }
  .defences ul {
    display: grid;
    gap: 0.35rem;
    margin: 0.5rem 0 0;
    padding: 0;
    list-style: none;
  }
  .defences li {
    display: grid;
    grid-template-columns: 1.2rem 1fr;
  }
  .defences [data-effect='stops'] > :first-child {
    color: var(--lab-accent);
    font-weight: 700;
  }
  .defences small {
    color: var(--lab-soft);
  }
`;
