import { html, nothing, type TemplateResult } from 'lit';
import { yoursWords as words } from '../../Client/Kit/Words/yours';
import type { Brought, Thing } from './brought';

/** How far what is being explained is, with a way to stop. */
export function progressOf(brought: Brought): TemplateResult | typeof nothing {
  const { current, waiting } = brought;
  if (!current) {
    return nothing;
  }
  const { name, what, requests, progress } = current;
  const percent = progress && Math.min(100, Math.floor(progress.share * 100));
  return html`<div class="work">
    <progress aria-label=${words.say('progress')} max="100" value=${percent ?? nothing}></progress>
    <span
      >${percent === undefined ? nothing : words.say(`percent.${progress?.part ?? 'sent'}`, { percent })}
      ${
        requests > 0
          ? words.say('reading', { name, count: requests })
          : words.say('sending', { name, size: Math.ceil(what.size / 1024) })
      }
      ${waiting > 0 ? words.say('waiting', { count: waiting }) : nothing}</span
    >
    <button @click=${() => brought.stop()}>${words.say('stop')}</button>
  </div>`;
}

/** The things that were brought, each with a way to forget it where there are several. */
export function thingList({ things }: Brought, drop: (thing: Thing) => void): TemplateResult {
  return html`<ul>
    ${things.map((thing) => thingLine(thing, things.length > 1 ? drop : undefined))}
  </ul>`;
}

function thingLine(thing: Thing, drop: ((thing: Thing) => void) | undefined): TemplateResult {
  const { name, kind, requests, problems, fault } = thing;
  return html`<li>
    <b>${name}</b>
    ${kind ? words.say('thing', { kind: words.say(`kind.${kind}`), count: requests }) : nothing}
    ${fault ? html`<p class="fault">${fault}</p>` : nothing}
    ${
      problems.length > 0
        ? html`<details ?open=${requests === 0}>
            <summary>${words.say('problems', { count: problems.length })}</summary>
            <ul>
              ${problems.map(({ where, why }) => html`<li>${words.say('problem', { where, why })}</li>`)}
            </ul>
          </details>`
        : nothing
    }
    ${
      drop
        ? html`<button aria-label=${words.say('dropOf', { name })} @click=${() => drop(thing)}>
            ${words.say('drop')}
          </button>`
        : nothing
    }
  </li>`;
}

/** The list of a blocker's rules that was brought, and what it would have stopped. */
export function ruleList(brought: Brought): TemplateResult | typeof nothing {
  const { list, rows } = brought;
  return list
    ? html`<section class="on-screen" aria-labelledby="rules">
        <h2 id="rules">${words.say('listTitle')}</h2>
        <p>
          ${words.say('listRules', { list: list.name, count: list.rules })}
          ${rows.length > 0 ? html`<b>${brought.listInWords()}</b>` : nothing}
        </p>
        <p class="soft">${words.say('listHelp')}</p>
        <p class="work">
          <button @click=${() => brought.rule(undefined)}>${words.say('listOff')}</button>
        </p>
      </section>`
    : nothing;
}
