import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pairOf } from './pairing';
import type { Explained } from './wire';

type Source = Explained['fields'][number]['source'];

function request(...fields: (readonly [field: string, value: string, source: Source])[]): Explained {
  return {
    where: 'line 1',
    method: 'GET',
    url: 'https://pixel.example/',
    host: 'pixel.example',
    owner: null,
    vendor: null,
    category: null,
    event: null,
    did: 'opened a page',
    fields: fields.map(([field, value, source]) => ({ field, value, source, meaning: '', control: '' })),
    told: [],
    headers: [],
    body: null,
  };
}

test('Parts of two requests are the same, differ, or stand on one side alone', () => {
  const { parts } = pairOf(
    request(['ev', 'PageView', 'page'], ['id', '1', 'cookie'], ['User-Agent', 'A', 'browser']),
    1,
    request(['ev', 'Purchase', 'page'], ['User-Agent', 'A', 'browser'], ['cd', '9', 'page']),
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
    request(['id', '1', 'page'], ['id', '2', 'page'], ['id', '3', 'cookie']),
    1,
    request(['id', '1', 'page'], ['id', '3', 'cookie']),
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
  const { left, right } = pairOf(request(), 3, request(), 17);
  assert.deepEqual([left.id, left.words], [3, '3: opened a page → pixel.example']);
  assert.equal(right.who, 'line 1');
});
