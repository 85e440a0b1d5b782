import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pauseAfter } from './back-off';

test('Each pause is twice as long as the one before, up to a bound', () => {
  const shortest = [0, 1, 2, 3, 4, 5, 60].map((failures) => pauseAfter(failures, 0));
  assert.deepEqual(shortest, [250, 500, 1000, 2000, 4000, 5000, 5000]);
  const longest = [0, 1, 60].map((failures) => pauseAfter(failures, 1));
  assert.deepEqual(longest, [500, 1000, 10_000]);
});

test('A class that lost its server in one moment does not come back in one', () => {
  const pauses = Array.from({ length: 300 }, () => pauseAfter(5));
  assert.ok(pauses.every((pause) => pause >= 5000 && pause <= 10_000));
  // By pure chance every half second of the five has somebody: that one of ten is empty happens once in 10^12 times.
  assert.equal(new Set(pauses.map((pause) => Math.floor((pause - 5000) / 500))).size, 10);
});
