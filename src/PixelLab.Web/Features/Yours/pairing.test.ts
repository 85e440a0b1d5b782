import assert from 'node:assert/strict';
import { test } from 'node:test';
import { request } from './explained.testing';
import { pairOf } from './pairing';
import type { Explained } from './wire';

type Source = Explained['fields'][number]['source'];

function sent(...fields: (readonly [field: string, value: string, source: Source])[]): Explained {
  return request({
    fields: fields.map(([field, value, source]) => ({ field, value, source, meaning: '', control: '' })),
  });
}

test('Parts of two requests are the same, differ, or stand on one side alone', () => {
  const { parts } = pairOf(
    sent(['ev', 'PageView', 'page'], ['id', '1', 'cookie'], ['User-Agent', 'A', 'browser']),
    1,
    sent(['ev', 'Purchase', 'page'], ['User-Agent', 'A', 'browser'], ['cd', '9', 'page']),
    2,
  );
  assert.deepEqual(
    parts.map(({ kind, name, verdict }) => `${kind} ${name} ${verdict}`),
    [
      'request method same',
      'query ev different',
      'cookie id left',
      'header User-Agent same',
      'query cd right',
    ],
  );
});

test('Parts of one name are paired in their order, and a cookie with no parameter of its name', () => {
  const { parts } = pairOf(
    sent(['id', '1', 'page'], ['id', '2', 'page'], ['id', '3', 'cookie']),
    1,
    sent(['id', '1', 'page'], ['id', '3', 'cookie']),
    2,
  );
  assert.deepEqual(
    parts.slice(1).map(({ kind, left, right, verdict }) => [kind, left, right, verdict]),
    [
      ['query', '1', '1', 'same'],
      ['query', '2', undefined, 'left'],
      ['cookie', '3', '3', 'same'],
    ],
  );
});

test('A side is named by its number, what was told, and whom', () => {
  const { left, right } = pairOf(sent(), 3, sent(), 17);
  assert.deepEqual([left.id, left.words], [3, '3: opened a page → pixel.example']);
  assert.equal(right.who, 'line 1');
});
