import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hit } from '../../../Client/Kit/Wire/wire';
import { RoomFeed } from './room-feed';

function hit(id: number): Hit {
  return {
    kind: 'hit',
    id,
    at: new Date(id * 1000).toISOString(),
    seat: 'one',
    vendor: 'adnet',
    event: 'view_item',
    eventInWords: 'looked at the product',
    who: 'You',
    badges: [],
    cookies: [],
    url: '/',
    headBytes: 100,
    bodyBytes: 0,
  } as unknown as Hit;
}

test('what waited while the list was held is shown when it goes on, though nothing else comes', () => {
  const feed = new RoomFeed(() => undefined);
  feed.take(hit(1));
  feed.takeUp();
  feed.pause();
  feed.take(hit(2));
  feed.takeUp();

  assert.equal(feed.waiting, 1);
  assert.deepEqual(
    feed.rows.rows.map(({ id }) => id),
    [1],
  );
  feed.pause();
  assert.equal(feed.waiting, 0);
  assert.deepEqual(
    feed.rows.rows.map(({ id }) => id),
    [1, 2],
  );
});
