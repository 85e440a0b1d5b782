import { css, html, nothing, type TemplateResult } from 'lit';
import { TOWN_TAB } from '../../Client/Kit/Page/tabs';
import { comparePageWords as words } from '../../Client/Kit/Words/compare-page';
import type { Comparison, TimeRun } from './wire';

/** Where the short walk leads. */
export interface WalkAddresses {
  /** A product of the shop. */
  shop: string;
  /** The newspaper’s front page. */
  news: string;
}

interface Stop {
  name: string;
  url: string;
  isDone: boolean;
}

/**
 * A walk of three pages that fills this page: each stop is ticked by the hits that it really left. Nothing where the walk
 * has been made, by whatever way.
 */
export function firstWalk(state: Comparison, addresses: WalkAddresses): TemplateResult | typeof nothing {
  const stops = stopsOf(state.runs, addresses);
  const next = stops.find((stop) => !stop.isDone);
  if (!next || state.earlierHits > 0) {
    return nothing;
  }
  const isFirst = next === stops[0];
  return html`<section class="walk" aria-labelledby="walk">
    <h2 id="walk">${words.say(isFirst ? 'walkBegin' : 'walkOn')}</h2>
    <p>${words.say(isFirst ? 'walkBeginLead' : 'walkOnLead')}</p>
    <ol>
      ${stops.map(
        (stop, index) =>
          html`<li data-done=${stop.isDone ? '' : nothing} data-next=${stop === next ? '' : nothing}>
            <span class="tick" aria-hidden="true">${stop.isDone ? '✓' : index + 1}</span>
            <a class=${stop === next ? 'button primary' : 'button'} href=${stop.url} target=${TOWN_TAB}
              >${stop.name}</a
            >
            ${stop.isDone ? html`<span class="unseen">${words.say('walkDone')}</span>` : nothing}
          </li>`,
      )}
    </ol>
  </section>`;
}

function stopsOf(runs: TimeRun[], { shop, news }: WalkAddresses): Stop[] {
  const inShop = runs.findIndex((run) => run.site === 'shop');
  const inNews = runs.findIndex((run, place) => run.site === 'news' && inShop >= 0 && place > inShop);
  // A page that is left says so in a last hit, which may come when the next page's are there: a page that is opened has more.
  const back = runs.findIndex(
    (run, place) => run.site === 'shop' && inNews >= 0 && place > inNews && run.hits > 1,
  );
  return [
    { name: words.say('walkShop'), url: shop, isDone: inShop >= 0 },
    { name: words.say('walkNews'), url: news, isDone: inNews >= 0 },
    { name: words.say('walkBack'), url: shop, isDone: back >= 0 },
  ];
}

export const walkStyles = css`
  .walk {
    margin-block-start: 1.25rem;
    padding: 1.1rem 1.25rem 1.3rem;
    border: 1px solid var(--lab-accent);
    border-radius: var(--lab-radius);
    background: var(--lab-accent-wash);
  }
  .walk ol {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1.75rem;
  }
  .walk li {
    display: flex;
    gap: 0.6rem;
    align-items: center;
  }
  .tick {
    display: grid;
    place-items: center;
    inline-size: 1.9rem;
    block-size: 1.9rem;
    border: 2px solid var(--lab-accent);
    border-radius: 50%;
    font-weight: 700;
  }
  .walk [data-done] .tick {
    border-color: var(--lab-hit);
    background: var(--lab-hit);
    color: var(--lab-surface);
  }
`;
