// A page of the town stays light: what its scripts weigh as a browser gets them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { bundling } from './bundling.mjs';

/** What a sample page may weigh, in bytes of compressed script. It was 42,000 when the lesson's step came into the dock. */
const MOST = 45_000;

test('a sample page with the dock, the story or a lesson, and its pixels weighs no more than it may', async () => {
  const { outputFiles } = await build({
    ...bundling,
    entryPoints: [
      'Dock/dock.entry.ts',
      'Features/Lessons/Steps/step.entry.ts',
      'Features/Story/story.entry.ts',
      'Vendors/Metrics/metrics.script.ts',
    ],
    outdir: 'unwritten',
    minify: true,
    write: false,
  });
  const weight = outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents).length, 0);
  assert.ok(weight <= MOST, `${weight} bytes`);
});
