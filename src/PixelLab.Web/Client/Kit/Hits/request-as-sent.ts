import { html, nothing, type TemplateResult } from 'lit';
import type { ShownRequest } from './shown-request';
import { detailWords as words } from '../Words/detail';

/** The request line may hold the seat, which is the lab's own. */
const SEAT = /\/~[a-z0-9]+/;

/** The request as it was sent, with the part that a real tracker would not have. */
export function requestAsSent(event: ShownRequest): TemplateResult {
  const head = event.head ?? headOf(event);
  const seat = event.head === undefined ? null : SEAT.exec(head.split('\r\n', 1)[0] ?? '');
  return html`<section>
    <h2 id="request">${words.say('request')}</h2>
    <pre tabindex="0" role="region" aria-labelledby="request">
${seat ? greyed(head, seat) : head}${event.body ? `\r\n\r\n${event.body}` : ''}</pre>
    ${event.head === undefined ? nothing : sizeOf(event, seat?.[0])}
  </section>`;
}

/** The head as far as it was brought: one a line, without what only the wire knows. */
function headOf({ method, url, headers }: ShownRequest): string {
  return [`${method} ${url}`, ...(headers ?? []).map(({ name, value }) => `${name}: ${value}`)].join('\r\n');
}

function sizeOf(event: ShownRequest, seat: string | undefined): TemplateResult {
  return html`<p class="aside">
    ${words.say(event.bodyBytes ? 'headAndBody' : 'head', {
      protocol: event.protocol ?? '',
      bytes: event.headBytes ?? 0,
      body: event.bodyBytes ?? 0,
    })}
    ${seat ? words.parts('greyed', { seat: html`<code>${seat}</code>` }) : nothing}
  </p>`;
}

function greyed(head: string, { 0: seat, index }: RegExpExecArray): TemplateResult {
  return html`${head.slice(0, index)}<span class="labs" title=${words.say('labsOwn')}>${seat}</span
    >${head.slice(index + seat.length)}`;
}
