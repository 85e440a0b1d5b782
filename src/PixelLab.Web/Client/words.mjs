// The words that scripts say: Kit/Words/<language>/<subject>.json. English is complete by definition, and the scripts' types
// hold them to it; every other language must say the same things, or the build stops and names what is missing.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const FOLDER = new URL('./Kit/Words/', import.meta.url);
const FORM = /\.(zero|one|two|few|many|other)$/;

/** The languages beside English that have words. */
export function otherLanguages(folder = FOLDER) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'en')
    .map((entry) => entry.name);
}

/** Writes one file a language for the pages to fetch, each where it is told to. */
export function writeWords(placeOf, folder = FOLDER) {
  for (const language of otherLanguages(folder)) {
    writeFileSync(placeOf(language), JSON.stringify(wordsOf(language, folder)));
  }
}

/** A language's words, each name with its subject before it. */
export function wordsOf(language, folder = FOLDER) {
  const words = {};
  for (const file of readdirSync(new URL('en/', folder))) {
    const english = read(new URL(`en/${file}`, folder));
    const own = read(new URL(`${language}/${file}`, folder));
    const faults = compare(english, own, new Intl.PluralRules(language).resolvedOptions().pluralCategories);
    if (faults.length > 0) {
      throw new Error(`Client/Kit/Words/${language}/${file}: ${faults.join('; ')}.`);
    }
    for (const [name, text] of Object.entries(own)) {
      words[`${file.replace('.json', '')}.${name}`] = text;
    }
  }
  return words;
}

/** What is missing in a translation, is too much in it, or has other places to fill in. */
function compare(english, own, forms) {
  const wanted = new Map();
  for (const [name, text] of Object.entries(english)) {
    const names = FORM.test(name) ? forms.map((form) => name.replace(FORM, `.${form}`)) : [name];
    for (const one of names) {
      wanted.set(one, placesOf(text));
    }
  }
  return [
    ...[...wanted.keys()].filter((name) => !(name in own)).map((name) => `“${name}” is missing`),
    ...Object.keys(own)
      .filter((name) => !wanted.has(name))
      .map((name) => `“${name}” is not among the English words`),
    ...[...wanted]
      .filter(
        ([name, places]) => name in own && !placesOf(own[name]).every((place) => places.includes(place)),
      )
      .map(([name]) => `“${name}” has a place to fill in that the English one has not`),
  ];
}

function placesOf(text) {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).concat('count');
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
