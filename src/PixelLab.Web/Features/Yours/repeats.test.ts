import assert from 'node:assert/strict';
import { test } from 'node:test';
import { request } from './explained.testing';
import { Repeats } from './repeats';
import type { Explained } from './wire';

type Source = Explained['fields'][number]['source'];

const part = (field: string, value: string, source: Source = 'browser') => ({
  field,
  value,
  source,
  meaning: '',
  control: '',
});

function dullOf(one: Partial<Explained>, ...others: Partial<Explained>[]): string[] {
  const repeats = new Repeats();
  [one, ...others].forEach((each) => repeats.note(request(each)));
  return [...repeats.of(request(one))].map(({ field }) => field);
}

test('A header that is the same in every request is dull, however it is spelt, and one that differs is not', () => {
  const fields = [part('User-Agent', 'A'), part('Accept-Language', 'en')];
  assert.deepEqual(dullOf({ fields }, { fields: [part('user-agent', 'A'), part('accept-language', 'de')] }), [
    'User-Agent',
  ]);
});

test('Of one request alone nothing is the same in every one, and what only few have is not', () => {
  const fields = [part('User-Agent', 'A')];
  assert.deepEqual(dullOf({ fields }), []);
  assert.deepEqual(dullOf({ fields }, {}, {}), []);
});

test('What tells nothing is dull in any request: how to talk, and what is empty', () => {
  const fields = [
    part('Accept', '*/*'),
    part('Sec-Fetch-Mode', 'cors'),
    part('ul', '', 'page'),
    part('id', '1', 'page'),
  ];
  assert.deepEqual(dullOf({ fields }), ['Accept', 'Sec-Fetch-Mode', 'ul']);
});

test('What names the page stays, and so do cookies', () => {
  const one = {
    fields: [part('Referer', 'https://shop.example/'), part('uid', '7', 'cookie')],
    told: [{ what: 'page', field: 'Referer', value: 'https://shop.example/' }],
  };
  assert.deepEqual(dullOf(one, one), []);
});
