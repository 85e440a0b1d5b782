import { html, nothing, type TemplateResult } from 'lit';
import type { Hit } from '../Wire/wire';
import { detailWords as words } from '../Words/detail';

/** The request line may hold the seat, which is the lab's own. */
const SEAT = /\/~[a-z0-9]+/;

/** The request as it was sent, with the part that a real tracker would not have. */
export function requestAsSent(event: Hit): TemplateResult {
  const head = event.head ?? '';
  const seat = SEAT.exec(head.split('\r\n', 1)[0] ?? '');
  return html`<section>
    <h2 id="request">${words.say('request')}</h2>
    <pre tabindex="0" role="region" aria-labelledby="request">
${seat ? greyed(head, seat) : head}${event.body ? `\r\n\r\n${event.body}` : ''}</pre>
    <p class="aside">
      ${words.say(event.bodyBytes ? 'headAndBody' : 'head', {
        protocol: event.protocol,
        bytes: event.headBytes,
        body: event.bodyBytes,
      })}
      ${seat ? words.parts('greyed', { seat: html`<code>${seat[0]}</code>` }) : nothing}
    </p>
  </section>`;
}

function greyed(head: string, { 0: seat, index }: RegExpExecArray): TemplateResult {
  return html`${head.slice(0, index)}<span class="labs" title=${words.say('labsOwn')}>${seat}</span
    >${head.slice(index + seat.length)}`;
}
