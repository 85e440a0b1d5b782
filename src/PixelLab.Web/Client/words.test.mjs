import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { wordsOf, writeWords } from './words.mjs';

const made = [];
after(() => made.forEach((folder) => rmSync(folder, { recursive: true })));

/** A folder with these words of the dock, by their languages. */
function folderWith(languages) {
  const folder = mkdtempSync(join(tmpdir(), 'pixellab-words-'));
  made.push(folder);
  for (const [language, words] of Object.entries(languages)) {
    mkdirSync(join(folder, language));
    writeFileSync(join(folder, language, 'dock.json'), JSON.stringify(words));
  }
  return pathToFileURL(`${folder}/`);
}

test('A translation needs every word, and every form of its own language', () => {
  const folder = folderWith({
    en: { hide: 'Hide', 'hits.one': '{count} hit', 'hits.other': '{count} hits of {site}' },
    pl: { hide: 'Ukryj', 'hits.one': 'a', 'hits.few': 'b', 'hits.many': 'c', 'hits.other': 'd {site}' },
  });
  const words = wordsOf('pl', folder);
  assert.equal(words['dock.hide'], 'Ukryj');
  assert.equal(words['dock.hits.many'], 'c');
});

test('Each language beside English is a file for the pages', () => {
  const folder = folderWith({ en: { hide: 'Hide' }, de: { hide: 'Weg' } });
  const languages = [];
  writeWords((language) => {
    languages.push(language);
    return new URL(`${language}.json`, folder);
  }, folder);
  assert.deepEqual(languages, ['de']);
});

for (const [german, fault] of [
  [{ 'hits.one': '{count} Abruf', 'hits.other': '{count} Abrufe' }, '“hide” is missing'],
  [{ hide: 'Weg', 'hits.other': '{count} Abrufe' }, '“hits.one” is missing'],
  [{ hide: 'Weg', 'hits.one': '{zahl} Abruf', 'hits.other': '{count} Abrufe' }, 'a place to fill in'],
  [{ hide: 'Weg', 'hits.one': '1', 'hits.other': 'n', show: 'Her' }, '“show” is not among the English words'],
]) {
  test(`What a translation lacks is named: ${fault}`, () => {
    const folder = folderWith({
      en: { hide: 'Hide', 'hits.one': '{count} hit', 'hits.other': '{count} hits' },
      de: german,
    });
    assert.throws(() => wordsOf('de', folder), { message: new RegExp(fault) });
  });
}
