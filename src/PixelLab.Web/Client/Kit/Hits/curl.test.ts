import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { asCurl } from './curl';
import type { Hit } from '../Wire/wire';

const hit = (more: Partial<Hit>): Hit =>
  ({ kind: 'hit', method: 'GET', headers: [], url: 'http://metrics.localhost/px/shop.gif', ...more }) as Hit;

/** What a shell gives to curl: its words, and what it is fed. */
function run(command: string): { words: string[]; fed: string } {
  const curl =
    'curl() { for word in "$@"; do printf "%s\\0" "$word"; done; case "$*" in *@-*) printf "fed\\0"; cat;; esac; }\n';
  const out = execFileSync('sh', ['-c', curl + command], { encoding: 'utf8' }).split('\0');
  const fed = out.indexOf('fed');
  return {
    words: fed < 0 ? out.slice(0, -1) : out.slice(0, fed),
    fed: fed < 0 ? '' : out.slice(fed + 1).join('\0'),
  };
}

for (const body of [
  'a\x03\ntouch /tmp/x\n',
  "it's 100% \\n $(id) `id`\r\n\x1b[201~",
  'trailing\n\n',
  '\u0085é\ud83d\ude00\n',
]) {
  test(`A body comes through a shell as it is, and nothing of it is typed: ${JSON.stringify(body)}`, () => {
    const command = asCurl(hit({ method: 'POST', body }));
    assert.doesNotMatch(command, /[\u0000-\u001f\u007f-\u009f]/);
    const { words, fed } = run(command);
    assert.deepEqual(words.slice(-4), [
      '--data-binary',
      '@-',
      '--url',
      'http://metrics.localhost/px/shop.gif',
    ]);
    assert.equal(fed, body);
  });
}

test('A plain body stands in the command', () => {
  assert.ok(run(asCurl(hit({ method: 'POST', body: "a='b'" }))).words.includes("a='b'"));
});

test('A control character in a header or an address is left out', () => {
  const { words } = run(
    asCurl(hit({ url: 'http://x/\x03\n', headers: [{ name: 'Referer', value: 'a\x1b[201~\nid' }] })),
  );
  assert.deepEqual(words.slice(-4), ['-H', 'Referer: a[201~id', '--url', 'http://x/']);
});

test('HEAD waits for no body, and a method that is none is left out', () => {
  assert.ok(run(asCurl(hit({ method: 'HEAD' }))).words.includes('--head'));
  assert.ok(!asCurl(hit({ method: 'HEAD' })).includes('-X'));
  assert.ok(!asCurl(hit({ method: 'A; id' })).includes('-X'));
});
