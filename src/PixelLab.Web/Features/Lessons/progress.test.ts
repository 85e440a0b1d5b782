import assert from 'node:assert/strict';
import { test } from 'node:test';

// The module listens for other tabs as soon as it is loaded; node has no page to listen on.
globalThis.addEventListener = () => undefined;
const { readProgress } = await import('./progress');

function answersOf(told: unknown): unknown {
  const lessons = { 'a-lesson': { done: [], read: false, guesses: {}, answers: told } };
  return { ...readProgress(JSON.stringify({ version: 1, last: '', lessons }))?.lessons['a-lesson']?.answers };
}

void test('what was first answered is read back', () => {
  assert.deepEqual(answersOf({ 'quiz-1': [0], 'quiz-2': [3, 1] }), { 'quiz-1': [0], 'quiz-2': [3, 1] });
});

void test('of a file that anybody may have written only answers come through', () => {
  const hostile = {
    'quiz-1': [1e9],
    'quiz-2': [],
    'quiz-3': '<b>',
    'quiz-4': [0, '1'],
    'quiz-5': [-1],
    '<b>': [0],
    __proto__: [0],
    'quiz-6': [2, 2, 2],
    'quiz-7': Array.from({ length: 1000 }, (_, place) => place),
  };
  assert.deepEqual(answersOf(hostile), {
    'quiz-6': [2],
    'quiz-7': Array.from({ length: 20 }, (_, at) => at),
  });
  assert.deepEqual(answersOf([[0]]), {});
  assert.deepEqual(answersOf(undefined), {});
});

void test('what was answered once more at the end is read back beside what was answered first', () => {
  const lesson = { answers: { 'quiz-1': [0] }, again: { 'quiz-1': [2], 'quiz-2': ['x'] } };
  const read = readProgress(JSON.stringify({ version: 1, last: '', lessons: { 'ten-questions': lesson } }));
  assert.deepEqual({ ...read?.lessons['ten-questions']?.answers }, { 'quiz-1': [0] });
  assert.deepEqual({ ...read?.lessons['ten-questions']?.again }, { 'quiz-1': [2] });
});
