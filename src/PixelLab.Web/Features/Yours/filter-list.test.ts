import assert from 'node:assert/strict';
import { test } from 'node:test';
import { request } from './explained.testing';
import { FilterList } from './filter-list';
import { isFilterList } from './is-filter-list';

for (const [what, text, is] of [
  ['a list that says so', '[Adblock Plus 2.0]\n! Title: mine\n/pixel.gif', true],
  ['rules alone', '||ads.example^\n@@||ads.example/fine^\n', true],
  ['rules that hide', 'example.com##.ad\n! so\n', true],
  ['addresses', 'https://pixel.example/a\nhttps://pixel.example/b\n', false],
  ['a command', "curl 'https://pixel.example/a'", false],
  ['a recording', '{"log":{"version":"1.2","entries":[]}}', false],
  ['a snippet', '<script src="https://pixel.example/a.js"></script>', false],
  ['a letter', 'From: a@example.org\nSubject: hello\n\nText', false],
  ['a raw request', 'GET /px?x=1 HTTP/1.1\nHost: pixel.example\n', false],
  ['nothing', '', false],
] as const) {
  test(`It is told of ${what} whether it is a list of rules`, async () => {
    assert.equal(await isFilterList(new Blob([text])), is);
  });
}

test('A rule stops what it names, and an exception lets it come', () => {
  const list = new FilterList('mine', '||pixel.example^\n@@||pixel.example/fine^\n/nonsense[/\n');
  assert.equal(list.ruleFor(request({ url: 'https://pixel.example/a.gif' })), '||pixel.example^');
  assert.equal(list.ruleFor(request({ url: 'https://pixel.example/fine/a.gif' })), '');
  assert.equal(list.ruleFor(request({ url: 'https://other.example/a.gif' })), '');
});

test('A rule may be for one kind of request, or for other sites alone', () => {
  const list = new FilterList('mine', '||pixel.example^$image,third-party\n');
  const rule = '||pixel.example^$image,third-party';
  const url = 'https://pixel.example/a';
  assert.equal(list.ruleFor(request({ url, means: 'image', site: 'shop.example' })), rule);
  assert.equal(list.ruleFor(request({ url, means: 'script', site: 'shop.example' })), '');
  assert.equal(list.ruleFor(request({ url, means: 'image', site: 'pixel.example' })), '');
  assert.equal(list.ruleFor(request({ url, means: 'image', site: null })), rule);
});

test('What is no address is stopped by no rule', () => {
  assert.equal(new FilterList('mine', '*\n').ruleFor(request({ url: '' })), '');
});
