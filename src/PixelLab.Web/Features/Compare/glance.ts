import { css, html, nothing, type TemplateResult } from 'lit';
import { compareWords } from '../../Client/Kit/Words/compare';
import { comparePageWords as words } from '../../Client/Kit/Words/compare-page';
import { language } from '../../Client/Kit/Words/say';
import { WHO } from './icons';
import { COLOURS, figure, lensTitle, letters } from './names';
import { peopleIn, type Walker } from './truth';
import type { Comparison, LensView } from './wire';

/** How many of a tracker’s visitors are drawn as letters. */
const LETTERS = 6;

/** The first thing to look at: how many people there were, and how many visitors each tracker counts. */
export function glance(state: Comparison, walker: Walker): TemplateResult {
  return html`<ul class="glance" aria-label=${words.say('glance')}>
    ${truth(state, walker)} ${state.lenses.map((view) => tracker(view, peopleIn(state, walker)))}
  </ul>`;
}

function truth(state: Comparison, walker: Walker): TemplateResult {
  const people = peopleIn(state, walker);
  const browsers = state.browsers.length;
  return html`<li data-who="truth">
    <p class="who">${WHO.truth} ${compareWords.say('truth')}</p>
    <p class="figure">
      ${people === undefined ? words.parts('browsers', figure(browsers)) : words.parts('people', figure(people))}
    </p>
    <p class="off">
      ${people === undefined ? words.say('ofWhoever') : words.say(walker === 'town' ? 'withKinds' : 'withBrowsers', { count: browsers })}
    </p>
  </li>`;
}

function tracker(view: LensView, people: number | undefined): TemplateResult {
  const drawn = view.visitors.slice(-LETTERS);
  const rest = view.count - drawn.length;
  return html`<li data-who=${view.lens}>
    <p class="who">${WHO[view.lens]} ${lensTitle(view.lens)}</p>
    <p class="figure">${compareWords.parts('visitors', figure(view.count))}</p>
    ${people === undefined ? nothing : off(view.count - people)}
    <p class="chips" aria-hidden="true">
      ${rest > 0 ? html`<span>+${rest.toLocaleString(language)}</span>` : nothing}
      ${drawn.map(({ number }) => html`<span class="chip" data-colour=${(number - 1) % COLOURS}>${letters(number)}</span>`)}
    </p>
  </li>`;
}

function off(difference: number): TemplateResult {
  const count = Math.abs(difference);
  return difference === 0
    ? html`<p class="off" data-off="none"><span aria-hidden="true">=</span> ${words.say('rightNumber')}</p>`
    : difference > 0
      ? html`<p class="off" data-off="more">
          <span aria-hidden="true">▲</span> ${words.say('tooMany', { count })}
        </p>`
      : html`<p class="off" data-off="fewer">
          <span aria-hidden="true">▼</span> ${words.say('tooFew', { count })}
        </p>`;
}

export const glanceStyles = css`
  .glance {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 0.75rem;
    margin-block: 1.25rem 1rem;
  }
  .glance li {
    display: flex;
    flex-direction: column;
    gap: 0.35rem;
    padding: 0.9rem 1.1rem 1rem;
    border: 1px solid var(--lab-line);
    border-block-start: 5px solid var(--who);
    border-radius: var(--lab-radius);
    background: var(--lab-surface);
  }
  .glance [data-who='truth'] {
    border-color: var(--lab-ink);
    background: var(--lab-raised);
  }
  .who {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    font-weight: 600;
  }
  .who .icon {
    color: var(--who);
  }
  .figure {
    font-size: 1.0625rem;
    font-variant-numeric: tabular-nums;
  }
  .figure b {
    margin-inline-end: 0.15em;
    font-size: 2.75rem;
    line-height: 1;
  }
  .off {
    color: var(--lab-soft);
  }
  .off[data-off='more'],
  .off[data-off='fewer'] {
    color: var(--lab-missing);
    font-weight: 600;
  }
  .off[data-off='none'] {
    color: var(--lab-hit);
    font-weight: 600;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem;
    align-items: center;
    margin-block-start: auto;
    padding-block-start: 0.35rem;
    color: var(--lab-soft);
  }
  .chip {
    display: grid;
    place-items: center;
    min-inline-size: 1.75rem;
    padding-inline: 0.3rem;
    block-size: 1.75rem;
    border-radius: 0.4rem;
    color: var(--lab-ink);
    font-weight: 700;
  }
  @media (max-width: 60rem) {
    .glance {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media (max-width: 40rem) {
    .glance {
      gap: 0.5rem;
    }
    .glance li {
      padding: 0.7rem 0.8rem;
    }
    .figure b {
      font-size: 2.125rem;
    }
  }
`;
