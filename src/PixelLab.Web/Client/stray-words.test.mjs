import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsIn } from './stray-words.mjs';

for (const [script, word] of [
  ['html`<p>${a}\n  Nothing yet.</p>`', '2: … Nothing yet.'],
  ['html`<button class="primary" aria-label="Back">‹</button>`', '1: "Back"'],
  ['html`<td title=${a ? b : `${b} hits`}></td>`', '1: … hits'],
  ["html`<b>${a ? 'Paused' : words.say('pause')}</b>`", '1: Paused'],
  ['html`<ul>${list.map((one) => html`<li>${one} or ${one}</li>`)}</ul>`', '1: … or …'],
  ["html`<p class=${a > b ? 'big note' : html`Deep`}></p>`", '1: Deep'],
  ["const NAMES = { a: 'not seen', b: 'c' };", '1: not seen'],
  ["this.problem = away ? 'Gone.' : '';", '1: Gone.'],
  ["element.textContent = 'Done';", '1: Done'],
  ["element.setAttribute('aria-label', 'Dock');", '1: Dock'],
  ['tell(`After ${n} of ${m}`);', '1: After … of …'],
  ["const layout = css`.a::before { content: 'Pixel'; }`;", "1: 'Pixel'"],
]) {
  test(`A word that stands in a script is found: ${word}`, () => assert.deepEqual(wordsIn(script), [word]));
}

for (const script of [
  "html`<p class=${a ? 'button primary' : 'button'} id=\"a b\">PixelLab: ${words.say('nothing')} +${n} ›</p>`",
  "html`${words.parts('sum', { hits: html`<b>${hits}</b>` })}<!-- Not drawn. -->`",
  "type Name = 'one two'; interface Both { name: 'one two' }; let a: Record<'one two', string>;",
  "place.querySelector('.answers > ul > li'); /one two/.exec(text); throw new Error('It is broken.');",
  "import './one two'; const key = `${seat} ${plant}`; const event = 'seat-changed';",
  'const layout = css`.a { content: attr(data-title); grid-area: one / two; }`;',
]) {
  test(`What nobody reads is no stray word: ${script}`, () => assert.deepEqual(wordsIn(script), []));
}
