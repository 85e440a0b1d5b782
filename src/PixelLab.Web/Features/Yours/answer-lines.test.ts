import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf } from './answer-lines';

const text = new TextDecoder();

/** An answer that comes in these pieces. */
function answerOf(...pieces: string[]): ReadableStream<Uint8Array> {
  const bytes = pieces.map((piece) => new TextEncoder().encode(piece));
  return new ReadableStream({
    pull: (controller) => {
      const next = bytes.shift();
      if (next) {
        controller.enqueue(next);
      } else {
        controller.close();
      }
    },
  });
}

for (const [what, pieces] of [
  ['in one piece', ['a\nbc\n\nd']],
  ['cut within lines and at their ends', ['a', '\n', 'b', 'c\n\n', 'd']],
  ['a letter at a time', Array.from('a\nbc\n\nd')],
] as const) {
  test(`Lines are found ${what}`, async () => {
    const lines: string[] = [];
    for await (const line of linesOf(answerOf(...pieces))) {
      lines.push(text.decode(line));
    }
    assert.deepEqual(lines, ['a', 'bc', '', 'd']);
  });
}
