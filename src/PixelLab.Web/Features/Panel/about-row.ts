import { css, html, nothing, type TemplateResult } from 'lit';
import type { Row } from '../../Client/Kit/Hits/rows';
import { TOWN_TAB } from '../../Client/Kit/Page/tabs';
import { titleOf } from '../../Client/Kit/Styles/vendors';
import { rowSentence } from '../../Client/Kit/Words/words';
import { panelWords as words } from '../../Client/Kit/Words/panel';

/** What a row that is no hit means. */
export function aboutRow(row: Row): TemplateResult {
  const page = row.title || row.page;
  const where = row.site ? words.say('whereOnSite', { page, site: row.site }) : words.say('where', { page });
  const vendor = titleOf(row.vendor);
  switch (row.kind) {
    case 'missing':
      return plain(words.say('learnedNothing', { vendor }), [
        row.reason,
        words.say('wouldHaveTold', { where, vendor, words: rowSentence(row) }),
      ]);
    case 'waiting':
      return plain(words.say('notYet'), [words.say('carries', { where, vendor })]);
    case 'refused':
      return plain(words.say('turnedAway'), [
        vendor
          ? words.say('cameFor', { vendor, words: row.words })
          : words.say('cameForLab', { words: row.words }),
        words.say('limits'),
      ]);
    default: {
      const what = page ? words.say('whatAndWhere', { words: row.words, where }) : row.words;
      return row.kind === 'visit'
        ? plain(words.say('pageOpened'), [what, words.say('serverLog')])
        : plain(words.say('somethingHappened'), [what]);
    }
  }
}

/** What to do first. */
export function welcome(shopUrl: string, newsUrl: string): TemplateResult {
  return plain(
    words.say('welcome'),
    [words.say('welcomeText')],
    html`<p class="actions">
      ${shopUrl ? html`<a class="button primary" href=${shopUrl} target=${TOWN_TAB}>${words.say('openShop')}</a>` : nothing}
      ${newsUrl ? html`<a class="button" href=${newsUrl} target=${TOWN_TAB}>${words.say('openNews')}</a>` : nothing}
    </p>`,
  );
}

function plain(
  title: string,
  sentences: readonly string[],
  actions: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<div class="plain">
    <h2>${title}</h2>
    ${sentences.map((sentence) => html`<p>${sentence}</p>`)} ${actions}
  </div>`;
}

export const plainStyles = css`
  .plain {
    display: grid;
    gap: 1rem;
    align-content: center;
    justify-items: start;
    max-inline-size: 34rem;
    min-block-size: 70%;
    margin-inline: auto;
  }
  .plain h2 {
    font-size: 1.6rem;
    line-height: 1.2;
    text-wrap: balance;
  }
  .plain p {
    color: var(--lab-soft);
    font-size: 1.0625rem;
  }
`;
