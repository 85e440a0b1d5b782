import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StateWatch } from './state-watch';

/** A watch whose answers come when the test lets them, and what became of them. */
function watched(): {
  watch: StateWatch<string>;
  asked: (number | undefined)[];
  seen: string[];
  answer: (state: string | Error) => Promise<void>;
} {
  const asked: (number | undefined)[] = [];
  const seen: string[] = [];
  const waiting: { resolve: (state: string) => void; reject: (error: Error) => void }[] = [];
  const watch = new StateWatch<string>(
    (events) => {
      asked.push(events);
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    (state) => seen.push(state),
    () => seen.push('failed'),
  );
  const answer = async (state: string | Error): Promise<void> => {
    const next = waiting.shift();
    if (state instanceof Error) {
      next?.reject(state);
    } else {
      next?.resolve(state);
    }
    await new Promise(setImmediate);
  };
  return { watch, asked, seen, answer };
}

test('An answer for a time that was left meanwhile is dropped, and the new time is asked for', async () => {
  const { watch, asked, seen, answer } = watched();
  void watch.refresh();
  void watch.travel(3);
  void watch.travel(7);
  await answer('now');
  assert.deepEqual(seen, []);
  await answer('after 7');
  assert.deepEqual(seen, ['after 7']);
  assert.deepEqual(asked, [undefined, 7]);
});

test('That the lab did not answer for a time that was left is nothing to complain of', async () => {
  const { watch, seen, answer } = watched();
  void watch.refresh();
  void watch.travel(3);
  await answer(new Error('away'));
  await answer('after 3');
  assert.deepEqual(seen, ['after 3']);
});

test('What comes while one state is on its way is asked for once more', async () => {
  const { watch, asked, seen, answer } = watched();
  void watch.refresh();
  void watch.refresh();
  void watch.refresh();
  await answer('first');
  await answer('second');
  assert.deepEqual(seen, ['first', 'second']);
  assert.equal(asked.length, 2);
});

test('After a fault it asks again', async () => {
  const { watch, seen, answer } = watched();
  void watch.refresh();
  await answer(new Error('away'));
  void watch.refresh();
  await answer('back');
  assert.deepEqual(seen, ['failed', 'back']);
});
