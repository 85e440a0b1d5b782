import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LabEvent } from '../Wire/wire';
import { Place } from './place';

const note = (id: number, log: string): LabEvent => ({
  kind: 'cookies_cleared',
  id,
  at: '2026-11-29T12:00:00Z',
  seat: 'me',
  cursor: `${log}.${id}`,
});

const erased = (id: number, cursor: string | undefined, newLog?: true): LabEvent => ({
  kind: 'erased',
  id,
  at: '2026-11-29T12:00:00Z',
  seat: 'me',
  ...(cursor ? { cursor } : {}),
  ...(newLog ? { newLog } : {}),
});

test('An event that comes twice is taken once, and the cursor is that of the newest', () => {
  const place = new Place('');
  assert.ok(place.goTo(note(7, 'old')));
  assert.ok(place.goTo(note(9, 'old')));
  assert.ok(!place.goTo(note(9, 'old')));
  assert.ok(!place.goTo(note(7, 'old')));
  assert.equal(place.cursor, 'old.9');
});

test('In another log the ids that the page has seen come again, and are taken', () => {
  const place = new Place('old.99');
  assert.ok(place.goTo(note(100, 'old')));
  assert.ok(place.goTo(erased(0, 'new.0', true)));
  assert.equal(place.cursor, 'new.0');
  for (let id = 1; id <= 150; id++) {
    assert.ok(place.goTo(note(id, 'new')));
  }
  assert.equal(place.cursor, 'new.150');
});

test('Where one seat of many is erased, what the others did before is still to come', () => {
  const place = new Place('');
  assert.ok(place.goTo(note(3, 'log')));
  assert.ok(place.goTo(erased(50, undefined)));
  assert.equal(place.cursor, 'log.3');
  assert.ok(place.goTo(note(4, 'log')));
});
