import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeOf, scoreOf } from './before-after';

test('A round counts the questions that were answered, and those of them that were answered rightly', () => {
  const right = { a: 1, b: 0, c: 2 };
  assert.deepEqual(scoreOf(right, { a: [1], b: [2] }), { right: 1, of: 2 });
  assert.deepEqual(scoreOf(right, { gone: [0] }), { right: 0, of: 0 });
  assert.deepEqual(scoreOf(right, { a: [1], b: [0], c: [2] }), { right: 3, of: 3 });
});

test('What has changed is told once the second round is whole, and alone where there was no first', () => {
  const right = { a: 1, b: 0 };
  assert.equal(changeOf(right, { a: [1], b: [0] }, { a: [1] }), undefined);
  assert.equal(changeOf({}, {}, {}), undefined);
  assert.deepEqual(changeOf(right, { a: [1], b: [2] }, { a: [1], b: [0] }), ['questionsChange', 1, 2, 2, 2]);
  assert.deepEqual(changeOf(right, {}, { a: [1], b: [1] }), ['questionsScore', 1, 2]);
});
