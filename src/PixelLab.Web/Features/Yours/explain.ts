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

/** How much of a large recording is explained before the rest is sent, and from where on one is large. */
const BEGINNING = 1024 * 1024;
const LARGE = 8 * BEGINNING;

/**
 * Has something explained: the beginning of a large recording at once, for until all of it is sent nothing of an answer can be read.
 * @returns Why it could not be read, in a sentence; empty where it could.
 */
export async function explain(
  api: string,
  what: Blob,
  name: string,
  signal: AbortSignal,
  taker: Taker,
  follow = '',
): Promise<string> {
  let early = 0;
  if (what.size > LARGE) {
    let isRecording = false;
    await ask(api, what.slice(0, BEGINNING), name, signal, {
      kind: (kind) => {
        isRecording = kind === 'har';
      },
      request: (request, bytes) => {
        if (isRecording) {
          early++;
          taker.request(request, bytes);
        }
      },
      rest: () => undefined,
    });
  }
  let seen = 0;
  return ask(
    api,
    what,
    name,
    signal,
    {
      ...taker,
      request: (request, bytes) => {
        if (++seen > early) {
          taker.request(request, bytes);
        }
      },
    },
    follow,
  );
}

/**
 * Asks the lab. The answer has a line for what it is, one for each request, and a last one (`ExplanationWriter.cs`), so that the first
 * requests show while the others are being read, and none is held twice.
 * @returns Why it could not be read, in a sentence; empty where it could.
 */
async function ask(
  api: string,
  what: Blob,
  name: string,
  signal: AbortSignal,
  taker: Taker,
  follow = '',
): Promise<string> {
  const query = new URLSearchParams({ ...(name && { name: name.slice(0, 200) }), ...(follow && { follow }) });
  const address = inLanguage(query.size > 0 ? `${api}?${query}` : api);
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
