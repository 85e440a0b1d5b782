import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoreOf } from './before-after';

test('A round counts the questions that were answered, and those of them that were answered rightly', () => {
  const right = { a: 1, b: 0, c: 2 };
  assert.deepEqual(scoreOf(right, { a: [1], b: [2] }), { right: 1, of: 2 });
  assert.deepEqual(scoreOf(right, { gone: [0] }), { right: 0, of: 0 });
  assert.deepEqual(scoreOf(right, { a: [1], b: [0], c: [2] }), { right: 3, of: 3 });
});
