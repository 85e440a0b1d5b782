import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RoomControl } from './room-control';

/** A lab that answers a DELETE with a status, and anything else only once it is let go. */
function labThatEnds(status: number): { asked: string[]; answer: () => void } {
  const asked: string[] = [];
  let answer = (): void => undefined;
  globalThis.fetch = (url, init = {}) => {
    init.signal?.throwIfAborted();
    asked.push(`${init.method} ${url as string}`);
    if (init.method === 'DELETE') {
      return Promise.resolve(new Response(status === 204 ? null : '{"detail":"No."}', { status }));
    }
    return new Promise((resolve, reject) => {
      answer = () => resolve(Response.json({ slug: 'a' }));
      init.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
    });
  };
  return { asked, answer: () => answer() };
}

test('Whoever ends a room asks nothing more of it, and no longer waits for what was asked', async () => {
  const { asked } = labThatEnds(204);
  const control = new RoomControl('ABC', '/api/rooms/ABC', 'key', () => undefined);
  const progress = control.get('/progress');
  await control.end();

  assert.equal(await progress, undefined);
  assert.equal(await control.get('/progress'), undefined);
  assert.deepEqual(asked, ['GET /api/rooms/ABC/progress', 'DELETE /api/rooms/ABC']);
});

test('A room that could not be ended is read on', async () => {
  const lab = labThatEnds(503);
  const faults: string[] = [];
  const control = new RoomControl('ABC', '/api/rooms/ABC', 'key', (outcome) => faults.push(outcome.fault));
  await control.end();
  const progress = control.get('/progress');
  lab.answer();

  assert.deepEqual(await progress, { slug: 'a' });
  assert.deepEqual(faults, ['No.']);
});
