import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressesOf } from './sources.mjs';

test('What becomes of a file follows from its place and name', () => {
  const { modules, scripts, styles, copies } = addressesOf([
    'Client/Kit/Styles/tokens.css',
    'Features/Front/Icons/door-shop.svg',
    'Features/Lessons/Styles/text.css',
    'Features/Lessons/lesson.entry.css',
    'Features/Panel/panel.entry.ts',
    'Features/Panel/store.ts',
    'Features/Panel/store.test.ts',
    'Sites/News/Pictures/bridge.svg',
    'Sites/News/icon.svg',
    'Sites/News/news.css',
    'Sites/News/NewsPages.cs',
    'Vendors/Metrics/metrics.script.ts',
  ]);
  assert.deepEqual([...modules], [['built/panel.js', 'Features/Panel/panel.entry.ts']]);
  assert.deepEqual([...scripts], [['built/metrics.js', 'Vendors/Metrics/metrics.script.ts']]);
  assert.deepEqual([...styles], [['css/lesson.css', 'Features/Lessons/lesson.entry.css']]);
  assert.deepEqual(
    [...copies],
    [
      ['icons/door-shop.svg', 'Features/Front/Icons/door-shop.svg'],
      ['news/bridge.svg', 'Sites/News/Pictures/bridge.svg'],
      ['icons/news.svg', 'Sites/News/icon.svg'],
      ['css/news.css', 'Sites/News/news.css'],
    ],
  );
});

for (const [one, other, address] of [
  ['Features/Panel/panel.entry.ts', 'Features/Wall/panel.entry.ts', '/built/panel.js'],
  ['Features/Panel/panel.entry.ts', 'Vendors/Panel/panel.script.ts', '/built/panel.js'],
  ['Features/Shop/shop.css', 'Sites/Shop/shop.css', '/css/shop.css'],
  ['Features/Shop/shop.entry.css', 'Sites/Shop/shop.css', '/css/shop.css'],
  ['Sites/Shop/icon.svg', 'Vendors/Shop/icon.svg', '/icons/shop.svg'],
]) {
  test(`Two files that would be ${address} stop the build: ${other}`, () => {
    assert.throws(() => addressesOf([one, other]), {
      message: `Both ${one} and ${other} would be ${address}: give one of them another name.`,
    });
  });
}
