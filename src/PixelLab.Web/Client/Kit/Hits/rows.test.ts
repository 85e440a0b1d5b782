import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hit } from '../Wire/wire';
import { rowSentence, shorten } from '../Words/words';
import { hitsOf, RowBook } from './rows';

function beat(id: number, view: string, engaged: number, seat = 'me'): Hit {
  return {
    kind: 'hit',
    id,
    at: new Date(id * 1000).toISOString(),
    seat,
    vendor: 'metrics',
    plant: `${view}.m${id}`,
    event: 'user_engagement',
    eventInWords: 'kept the page in view',
    who: 'You',
    badges: [],
    cookies: [],
    engaged,
    url: '/',
    headBytes: 100,
    bodyBytes: 0,
  } as unknown as Hit;
}

test('a page that stays in view is one row with the sum of what was told', () => {
  const book = new RowBook();
  book.add(beat(1, 'a', 15_000));
  book.add(beat(2, 'b', 15_000));
  book.add(beat(3, 'a', 15_000));
  book.add(beat(4, 'a', 9000));

  assert.equal(book.rows.length, 2);
  const [first, second] = book.rows;
  assert.ok(first && second);
  assert.equal(rowSentence(first), 'You kept the page in view for 39 seconds');
  assert.deepEqual(first.hits, [1, 3, 4]);
  assert.equal(first.id, 4);
  assert.equal(hitsOf(first), 3);
  assert.equal(hitsOf(second), 1);
});

test('the same view in two seats is two rows', () => {
  const book = new RowBook();
  book.add(beat(1, 'a', 15_000, 'one'));
  book.add(beat(2, 'a', 15_000, 'two'));

  assert.equal(book.rows.length, 2);
});

test('after its row was dropped a view begins anew', () => {
  const book = new RowBook();
  book.add(beat(1, 'a', 15_000));
  book.drop(() => true);
  book.add(beat(2, 'a', 15_000));

  assert.equal(book.rows.length, 1);
  assert.equal(book.rows[0]?.engaged, 15_000);
});

test('a long text is cut after a whole character', () => {
  const family = '👩‍👩‍👧';

  assert.equal(shorten(family.repeat(20), 20), `${family.repeat(2)}…`);
  assert.equal(shorten('short', 20), 'short');
});
