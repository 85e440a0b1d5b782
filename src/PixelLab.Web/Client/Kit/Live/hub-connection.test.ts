import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lossOf } from './hub-connection';

test('A stream for which there is no place just now is tried again, while any other refusal is final', () => {
  const said = (words: string): Error =>
    new Error(`An error occurred on the server while streaming results. HubException: ${words}`);
  assert.equal(
    lossOf(said('too-many-streams: This connection has 32 streams already, which is the most.')),
    'lost',
  );
  assert.equal(lossOf(said('This seat is in no room.')), 'refused');
  assert.equal(lossOf(said('store-away')), 'away');
  assert.equal(lossOf(new Error('closed')), 'lost');
});
