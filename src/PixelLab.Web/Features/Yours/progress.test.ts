import assert from 'node:assert/strict';
import { test } from 'node:test';
import { progressOf } from './progress';

test('a thing is sent first and read then', () => {
  assert.deepEqual(progressOf({ sent: 25, read: 0 }, 100), { part: 'sent', share: 0.25 });
  assert.deepEqual(progressOf({ sent: 100, read: 0 }, 100), { part: 'read', share: 0 });
  assert.deepEqual(progressOf({ sent: 100, read: 50 }, 100), { part: 'read', share: 0.5 });
});
