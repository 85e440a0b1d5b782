import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wayOf } from './ways';
import type { Explained } from './wire';

for (const [where, way] of [
  ['part 2 (text/html), line 14, img src', 'picture'],
  ['line 3, style url()', 'style'],
  ['line 3, div style', 'style'],
  ['line 3, link stylesheet', 'style'],
  ['line 3, link preload stylesheet', 'ahead'],
  ['line 3, iframe src', 'frame'],
  ['line 3, video poster', 'hidden'],
  ['entry 3', 'hidden'],
] as const) {
  test(`What stands at “${where}” is asked for by way of: ${way}`, () => {
    assert.equal(wayOf({ where } as Explained), way);
  });
}
