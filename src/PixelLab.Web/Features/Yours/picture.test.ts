import assert from 'node:assert/strict';
import { test } from 'node:test';
import { request } from './explained.testing';
import { Picture } from './picture';
import type { Explained, Lead, Told } from './wire';

const NUMBER = '5550001112223334445';

const told = (what: string, field: string, value: string): Told => ({ what, field, value });

const page = (host: string): Told => told('page', 'dl', `https://${host}/shoes`);

function pictureOf(...requests: Partial<Explained>[]): Picture {
  const picture = new Picture();
  requests.forEach((one) => picture.add(request(one)));
  return picture;
}

test('Products of one owner are one company, and a host that nobody is known to own stands for its domain', () => {
  const companies = pictureOf(
    { owner: 'Google', vendor: 'Google Ads', category: 'advertising' },
    { owner: 'Google', vendor: 'Google Analytics 4' },
    { host: 'px.own.example', domain: 'own.example' },
  ).companies();
  assert.deepEqual(
    companies.map(({ name, requests, category }) => [name, requests, category]),
    [
      ['Google', 2, 'advertising'],
      ['own.example', 1, ''],
    ],
  );
});

test('It is known whether what was brought has cookies at all', () => {
  assert.equal(pictureOf({ headers: [{ name: 'accept', value: '*/*' }] }).hasCookies, false);
  assert.equal(pictureOf({}, { headers: [{ name: 'Cookie', value: 'a=1' }] }).hasCookies, true);
});

test('A value that two companies got is shared, with the fields that it stood in', () => {
  const [one, ...more] = pictureOf(
    { owner: 'Xandr', told: [told('number', 'uuid2', NUMBER)] },
    { owner: 'PubMatic', told: [told('partners_number', 'piggybackCookie', NUMBER)] },
    { owner: 'PubMatic', told: [told('number', 'KADUSERCOOKIE', 'only-its-own')] },
  ).shared();
  assert.deepEqual(more, []);
  assert.equal(one?.value, NUMBER);
  assert.deepEqual(
    [...one.at].map(([company, fields]) => [company, [...fields]]),
    [
      ['Xandr', ['uuid2']],
      ['PubMatic', ['piggybackCookie']],
    ],
  );
});

for (const [what, one] of [
  ['the page', page('shop.example')],
  ['a short number', told('number', 'n', '1')],
] as const) {
  test(`It says nothing that two companies got ${what}`, () => {
    assert.deepEqual(pictureOf({ owner: 'A', told: [one] }, { owner: 'B', told: [one] }).shared(), []);
  });
}

test('A company is tied to the sites that told it of their pages, the strongest tie first', () => {
  const ties = pictureOf(
    { owner: 'A', site: 'shop.example' },
    { owner: 'A', site: 'news.example' },
    { owner: 'A', site: 'news.example' },
    { owner: 'B', site: null },
  ).ties();
  assert.deepEqual(ties, [
    { site: 'news.example', company: 'A', requests: 2 },
    { site: 'shop.example', company: 'A', requests: 1 },
  ]);
});

test('What one request tells twice counts once', () => {
  const [company] = pictureOf({
    owner: 'A',
    told: [told('number', 'a', 'first-number'), told('number', 'b', 'second-number')],
  }).companies();
  assert.deepEqual([...(company?.told ?? [])], [['number', 1]]);
});

test('What a site fetches of its own counts for no company, and says what was recognised there', () => {
  const picture = pictureOf(
    {
      domain: 'shop.example',
      site: 'shop.example',
      firstParty: true,
      vendor: 'Matomo',
      owner: 'InnoCraft',
      told: [page('shop.example')],
    },
    { domain: 'shop.example', site: 'shop.example', firstParty: true },
    { owner: 'A', site: 'shop.example' },
  );
  assert.deepEqual([picture.requests, picture.toOthers, picture.companies().length], [3, 1, 1]);
  assert.deepEqual(
    [[...picture.own.names], [...picture.own.products], picture.own.requests],
    [['shop.example'], ['Matomo'], 2],
  );
  assert.deepEqual(picture.ties(), [{ site: 'shop.example', company: 'A', requests: 1 }]);
});

const ledBy = (how: Lead['how'], owner: string, firstParty = false): Lead => ({
  how,
  url: 'https://a.example/a.js',
  domain: 'a.example',
  owner,
  firstParty,
});

test('A company leads to another by reply, script or page, and neither a site nor itself does', () => {
  const picture = pictureOf(
    { owner: 'B', ledBy: ledBy('redirect', 'A') },
    { owner: 'B', ledBy: ledBy('redirect', 'A') },
    { owner: 'B', ledBy: ledBy('referrer', 'A') },
    { owner: 'B', ledBy: ledBy('script', 'B') },
    { owner: 'B', ledBy: ledBy('script', 'Shop', true) },
    { owner: 'B', site: 'shop.example', firstParty: true, ledBy: ledBy('script', 'A') },
  );
  assert.deepEqual(picture.leads(), [
    { from: 'A', to: 'B', how: 'redirect', requests: 2 },
    { from: 'A', to: 'B', how: 'document', requests: 1 },
  ]);
});

test('Whose script asked is said only where a recording notes it', () => {
  assert.equal(
    pictureOf({ ledBy: ledBy('redirect', 'A') }, { ledBy: ledBy('referrer', 'A') }).saysWhoAsked,
    false,
  );
  assert.equal(pictureOf({ ledBy: ledBy('script', 'A') }).saysWhoAsked, true);
});

test('A site that was visited is no company that leads to others, and a company whose site was visited stays one', () => {
  const shop: Lead = {
    how: 'referrer',
    url: 'https://shop.example/',
    domain: 'shop.example',
    owner: null,
    firstParty: false,
  };
  const picture = pictureOf(
    { owner: 'A', site: 'news.example', ledBy: shop },
    { owner: 'A', site: 'news.example', ledBy: { ...shop, owner: 'Shop' } },
    { domain: 'shop.example', site: 'shop.example', firstParty: true },
  );
  assert.deepEqual(
    picture.leads().map(({ from }) => from),
    ['Shop'],
  );
});

test('Companies that told each other their numbers are told, with how often and whether it was another each time', () => {
  const toB = (number: string): Partial<Explained> => ({
    owner: 'B',
    told: [told('partners_number', 'id', number)],
    ledBy: ledBy('redirect', 'A'),
  });
  const [one, ...more] = pictureOf(
    toB('1111111'),
    toB('2222222'),
    { ...toB('3333333'), ledBy: ledBy('redirect', 'Shop', true) },
    { ...toB('4444444'), ledBy: undefined },
  ).exchanges();
  assert.deepEqual(more, []);
  assert.deepEqual(
    [one?.from, one?.to, one?.times, [...(one?.numbers ?? [])]],
    ['A', 'B', 2, ['1111111', '2222222']],
  );
});

for (const [how, atNews, isSame] of [
  ['another', NUMBER.split('').reverse().join(''), false],
  ['the same', NUMBER, true],
] as const) {
  test(`A company that knew the browser at a second site by ${how} number is told with both`, () => {
    const at = (site: string, field: string, value: string): Partial<Explained> => ({
      owner: 'A',
      site,
      told: [told('number', field, value)],
    });
    const numbers = pictureOf(
      at('shop.example', 'anid', NUMBER),
      at('shop.example', 'once', 'only-there'),
      at('news.example', 'anid', atNews),
      { ...at('news.example', 'own', NUMBER), owner: 'B' },
    ).numbersAtSites();
    assert.deepEqual(numbers, [{ company: 'A', sites: ['shop.example', 'news.example'], isSame }]);
  });
}

test('What all companies together were told is counted, what was told most often first', () => {
  assert.deepEqual(
    pictureOf(
      { owner: 'A', told: [page('shop.example'), told('search', 'dl', 'boots')] },
      { owner: 'B', told: [page('shop.example')] },
      { owner: 'Shop', firstParty: true, told: [page('shop.example')] },
    ).toldToOthers(),
    [
      ['page', 2],
      ['search', 1],
    ],
  );
});
