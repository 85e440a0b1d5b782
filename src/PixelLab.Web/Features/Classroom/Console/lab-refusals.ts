import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../../../Client/Kit/Styles/shared';
import { consoleWords as words } from '../../../Client/Kit/Words/console';
import { hourAndMinute } from '../../../Client/Kit/Words/time';
import type { LabRefusals as Refused } from '../wire';
import { consoleStyles } from './console-styles';

/** What the whole lab has turned away because somebody used up a budget: a line for each, however often it was. */
@customElement('lab-refusals')
export class LabRefusals extends LitElement {
  @property({ attribute: false }) refused: Refused | undefined;

  static override styles = [
    ...shared,
    consoleStyles,
    css`
      p,
      ul {
        max-inline-size: 44rem;
      }
      ul {
        margin-block-start: 0.5rem;
        padding-inline-start: 1.2rem;
      }
      time,
      span {
        color: var(--lab-soft);
      }
    `,
  ];

  /** The region is there before it says something, or no screen reader would say it. */
  protected override render(): TemplateResult {
    const budgets = this.refused?.budgets ?? [];
    return html`<div role="status" aria-label=${words.say('refused.name')}>
      ${
        budgets.length === 0
          ? nothing
          : html`<section class="card">
              <p>${words.say('refused.means')}</p>
              <ul>
                ${budgets.map(
                  ({ budget, count, latest }) =>
                    html`<li>
                      ${words.lookUp(`budget.${budget}`) ?? words.say('budgetUnknown')}
                      <span>
                        ${words.say('refused.times', { count })}
                        ${words.say('refused.latest', { time: hourAndMinute(Date.parse(latest)) })}
                      </span>
                    </li>`,
                )}
              </ul>
            </section>`
      }
    </div>`;
  }
}
