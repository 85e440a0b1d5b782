import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseTwo } from './recall-choice';

const MINUTE = 60_000;
const LATER = 100 * MINUTE;

const seen = (
  key: string,
  at: number,
  isMissed = false,
): { key: string; seen: number; isMissed: boolean } => ({
  key,
  seen: at,
  isMissed,
});

void test('what was missed comes back before what was right, the longest not asked first', () => {
  const all = [
    seen('a/quiz-1', 1),
    seen('a/quiz-2', 9, true),
    seen('b/quiz-1', 5, true),
    seen('b/quiz-2', 2),
  ];
  assert.deepEqual(chooseTwo(all, [], LATER), ['b/quiz-1', 'a/quiz-2']);
});

void test('where nothing was missed comes what was longest not asked, and of equals what stands first', () => {
  const all = [seen('a/quiz-1', 3), seen('a/quiz-2', 0), seen('b/quiz-1', 0), seen('b/quiz-2', 1)];
  assert.deepEqual(chooseTwo(all, [], LATER), ['a/quiz-2', 'b/quiz-1']);
});

void test('the same two never come twice in a row while there is another', () => {
  const missed = [seen('a/quiz-1', 1, true), seen('a/quiz-2', 1, true)];
  assert.deepEqual(chooseTwo([...missed, seen('b/quiz-1', 8)], ['a/quiz-1', 'a/quiz-2'], LATER), [
    'b/quiz-1',
    'a/quiz-1',
  ]);
});

void test('what was answered within the last twenty minutes does not come back, missed or not', () => {
  const all = [
    seen('a/quiz-1', LATER - 19 * MINUTE, true),
    seen('a/quiz-2', LATER - 20 * MINUTE),
    seen('b/quiz-1', LATER),
  ];
  assert.deepEqual(chooseTwo(all, [], LATER), ['a/quiz-2']);
  assert.deepEqual(chooseTwo(all.slice(2), [], LATER), []);
});
