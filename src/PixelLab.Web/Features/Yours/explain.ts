import { inLanguage } from '../../Client/Kit/Page/in-language';
import { answerWords } from '../../Client/Kit/Words/answer';
import { linesOf } from './answer-lines';
import type { Explained, Explanation } from './wire';

const COMMA = 44;

/** What is told of something when all of it is read. */
export type Rest = Pick<Explanation, 'links' | 'problems'>;

/** What takes an answer while it comes. */
export interface Taker {
  kind(kind: Explanation['kind']): void;
  /** A request, and the bytes by which it can be read again. */
  request(explained: Explained, bytes: Uint8Array): void;
  rest(rest: Rest): void;
}

/**
 * Has something explained. The answer has a line for what it is, one for each request, and a last one (`ExplanationWriter.cs`), so that the first
 * requests show while the others are being read, and none is held twice.
 * @returns Why it could not be read, in a sentence; empty where it could.
 */
export async function explain(
  api: string,
  what: Blob,
  name: string,
  signal: AbortSignal,
  taker: Taker,
): Promise<string> {
  const address = inLanguage(`${api}${name ? `?name=${encodeURIComponent(name.slice(0, 200))}` : ''}`);
  const reply = await fetch(address, { method: 'POST', body: what, signal });
  if (!reply.ok || !reply.body) {
    const problem = (await reply.json().catch(() => ({}))) as { detail?: string };
    return problem.detail ?? answerWords.say('status', { status: String(reply.status) });
  }
  let head = '';
  const text = new TextDecoder();
  for await (const line of linesOf(reply.body)) {
    if (!head) {
      head = text.decode(line);
      taker.kind((JSON.parse(`${head}]}`) as Explanation).kind);
      continue;
    }
    const bytes = line[0] === COMMA ? line.subarray(1) : line;
    const json = text.decode(bytes);
    if (json.startsWith(']')) {
      taker.rest(JSON.parse(`{"requests":[${json}`) as Rest);
    } else {
      taker.request(JSON.parse(json) as Explained, bytes);
    }
  }
  return '';
}

/** Reads a request again. */
export function readAgain(bytes: Uint8Array): Explained {
  return JSON.parse(new TextDecoder().decode(bytes)) as Explained;
}
