import { html, nothing, type TemplateResult } from 'lit';
import './hit-pair';
import { comparePageWords as words } from '../../Client/Kit/Words/compare-page';
import { type EvidenceHost, evidenceTable } from './evidence-table';
import { firstWalk } from './first-walk';
import { glance } from './glance';
import { profiles } from './profiles';
import { specimens } from './specimens';
import { timeLine } from './time-line';
import { judgement, truthInWords } from './verdict';
import type { CompareView } from './wire';

/** The page's parts from top to bottom. Each is drawn in a task of its own, so that no task keeps the person waiting. */
export const PARTS = ['glance', 'line', 'evidence', 'profiles', 'sent', 'are'] as const;
export type Part = (typeof PARTS)[number];

/** What the parts need beside the state. */
export interface CompareHost extends EvidenceHost {
  /** The address of the seat’s API. */
  api: string;
  shopUrl: string;
  /** A product of the shop, and the newspaper: where a first walk leads. */
  productUrl: string;
  newsUrl: string;
  /** The image’s bytes, two digits each. */
  gif: string;
}

type Section = (view: CompareView, host: CompareHost) => TemplateResult | typeof nothing;

/** A part as it is drawn; one that cannot be drawn says so in its place, and the others stand. */
export function section(part: Part, view: CompareView, host: CompareHost): TemplateResult | typeof nothing {
  try {
    return SECTIONS[part](view, host);
  } catch (fault) {
    reportError(fault);
    return html`<p class="problem" role="alert">${words.say('partFailed')}</p>`;
  }
}

const SECTIONS: Record<Part, Section> = {
  /** What the page is about, in one look; where nothing has happened, how to begin. */
  glance: ({ state, total }, host) => {
    const walk =
      host.walker === 'you' && host.isLive
        ? firstWalk(state, { shop: host.productUrl, news: host.newsUrl })
        : nothing;
    if (state.hits > 0) {
      return html`${glance(state, host.walker)}${walk}`;
    }
    return walk === nothing && total > 0
      ? html`<p class="verdict">${words.say('earlierNothing')}</p>`
      : html`${walk}`;
  },

  line: ({ state }, host) =>
    state.hits === 0
      ? nothing
      : html`<section aria-labelledby="concludes">
          <h2 id="concludes">${words.say('concludes')}</h2>
          <p class="verdict">${truthInWords(state, host.walker)} ${judgement(state, host.walker)}</p>
          ${timeLine(state, host.panel, host.walker)}
        </section>`,

  evidence: ({ state, experiments }, host) =>
    html`<section aria-labelledby="evidence">
      <h2 id="evidence">${words.say(`evidence.${host.walker}`)}</h2>
      <p>${words.say(`evidenceLead.${host.walker}`)}</p>
      ${host.walker === 'town' ? nothing : evidenceTable(state, experiments, host)}
    </section>`,

  profiles: ({ state }, host) =>
    state.hits === 0
      ? nothing
      : html`<section aria-labelledby="profiles">
          <h2 id="profiles">${words.say('profiles')}</h2>
          ${profiles(state, host.panel)}
        </section>`,

  sent: ({ state }, host) =>
    state.hits === 0
      ? nothing
      : html`<section aria-labelledby="sent">
          <h2 id="sent">${words.say('sent')}</h2>
          ${
            state.lastVisit
              ? html`<p>${words.say('sentTwice', { page: state.lastVisit.page })}</p>
                  <hit-pair
                    .api=${host.api}
                    .panel=${host.panel}
                    .left=${state.lastVisit.pixel}
                    .right=${state.lastVisit.cookie}
                  ></hit-pair>`
              : html`<p>${words.say('sentNone')}</p>`
          }
        </section>`,

  are: ({ state }, host) =>
    html`<section aria-labelledby="are">
      <h2 id="are">${words.say(host.walker === 'you' ? 'are.you' : 'are.others')}</h2>
      ${specimens(state, host.panel, host.shopUrl, host.gif, host.walker)}
    </section>`,
};
