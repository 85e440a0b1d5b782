import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CompareHost, PARTS, section } from './sections';
import type { CompareView } from './wire';

test('A part that cannot be drawn says so in its place, and the fault is told to whoever looks after the page', () => {
  const told: unknown[] = [];
  globalThis.reportError = (fault) => told.push(fault);
  const host = { walker: 'you', isLive: true } as CompareHost;
  for (const part of PARTS) {
    const drawn = section(part, { state: undefined } as unknown as CompareView, host);
    assert.match(JSON.stringify(drawn), /cannot be shown/);
  }
  assert.equal(told.length, PARTS.length);
});
