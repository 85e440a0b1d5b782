import assert from 'node:assert/strict';
import { test } from 'node:test';
import { request } from './explained.testing';
import { Picture } from './picture';
import { toldInShort } from './totals';

function pictureOf(...told: string[]): Picture {
  const picture = new Picture();
  picture.add(request({ owner: 'A', told: told.map((what) => ({ what, field: what, value: 'anything' })) }));
  return picture;
}

test('In short it tells what was told most often and what tells most, without what every request tells', () => {
  const picture = pictureOf('search', 'page', 'program', 'languages');
  picture.add(request({ owner: 'A', told: [{ what: 'page', field: 'dl', value: 'anything' }] }));
  assert.equal(
    toldInShort(picture),
    'They were told most often: the page (2). What tells most about somebody: what was searched for.',
  );
});

test('Where companies were told nothing, nothing is said of it', () => {
  assert.equal(toldInShort(pictureOf('program')), '');
});
