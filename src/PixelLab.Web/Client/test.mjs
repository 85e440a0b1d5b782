// Runs the unit tests of the browser code and of its build: all, or those of files whose path has one of the words given.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { bundling } from './bundling.mjs';
import { PROJECT, sourcesIn } from './sources.mjs';

const words = process.argv.slice(2);
const tests = sourcesIn(PROJECT).filter(
  (file) =>
    /\.test\.(ts|mjs)$/.test(file) && (words.length === 0 || words.some((word) => file.includes(word))),
);
if (tests.length === 0) {
  console.error(`No test has ${words.join(' or ')} in its path.`);
  process.exit(1);
}

// Bundled as the pages' scripts are, but for the packages: node has its own ways to them.
mkdirSync(`${PROJECT}obj/client`, { recursive: true });
const out = mkdtempSync(`${PROJECT}obj/client/tests-`);
const scripts = tests.filter((file) => file.endsWith('.ts'));
await build({
  ...bundling,
  entryPoints: scripts,
  outbase: '.',
  outdir: out,
  outExtension: { '.js': '.mjs' },
  platform: 'node',
  packages: 'external',
  sourcemap: true,
  // All that modules read of the page when they are loaded: an English one that brings no words along.
  banner: { js: `globalThis.document ??= { documentElement: { lang: 'en' }, getElementById: () => null };` },
});

const files = tests.map((file) =>
  file.endsWith('.ts') ? `${out}/${file.replace(/ts$/, 'mjs')}` : PROJECT + file,
);
const how = ['--enable-source-maps', '--test', '--test-reporter=spec'];
const { status } = spawnSync(process.execPath, [...how, ...files], { stdio: 'inherit' });
rmSync(out, { recursive: true });
process.exit(status ?? 1);
