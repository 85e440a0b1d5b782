import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Drawing } from './drawing';

/** A drawing of three parts that notes which part was drawn with which state. */
function noted(inPart: (part: string, drawing: Drawing<string, number>) => void = () => undefined): {
  drawing: Drawing<string, number>;
  drawn: string[];
  faults: unknown[];
} {
  const drawn: string[] = [];
  const faults: unknown[] = [];
  const drawing: Drawing<string, number> = new Drawing<string, number>(
    ['glance', 'line', 'sent'],
    async (part) => {
      drawn.push(`${part} ${drawing.stateOf(part)}`);
      await new Promise(setImmediate);
      inPart(part, drawing);
    },
    (fault) => faults.push(fault),
  );
  return { drawing, drawn, faults };
}

test('Parts are drawn one after the other, each once', async () => {
  const { drawing, drawn } = noted();
  await drawing.bringTo(1);
  await drawing.bringTo(1);
  assert.deepEqual(drawn, ['glance 1', 'line 1', 'sent 1']);
});

test('A state that comes meanwhile is drawn too, and the last parts are not kept waiting by it', async () => {
  const { drawing, drawn } = noted((part, self) => {
    if (part === 'glance') {
      void self.bringTo(2);
    }
  });
  await drawing.bringTo(1);
  assert.deepEqual(drawn, ['glance 1', 'line 2', 'sent 2', 'glance 2']);
});

test('A part that cannot be drawn does not freeze the others, nor what comes later', async () => {
  const broken = new Error('line');
  const { drawing, drawn, faults } = noted((part) => {
    if (part === 'line') {
      throw broken;
    }
  });
  await drawing.bringTo(1);
  await drawing.bringTo(2);
  assert.deepEqual(drawn, ['glance 1', 'line 1', 'sent 1', 'glance 2', 'line 2', 'sent 2']);
  assert.deepEqual(faults, [broken, broken]);
});
