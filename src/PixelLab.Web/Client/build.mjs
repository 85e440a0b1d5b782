// Bundles the browser code into ../wwwroot/built. Called by the project file; run it by hand to see what it says.
import { copyFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const out = new URL('../wwwroot/built/', import.meta.url).pathname;

const common = {
  absWorkingDir: new URL('.', import.meta.url).pathname,
  outdir: out,
  bundle: true,
  minify: true,
  target: 'es2022',
  loader: { '.css': 'text' },
  legalComments: 'none',
  logLevel: 'warning',
};

await build({
  ...common,
  format: 'esm',
  entryPoints: {
    panel: 'src/panel.ts',
    dock: 'src/dock.ts',
    lab: 'src/lab.ts',
    compare: 'src/compare.ts',
    pair: 'src/pair.ts',
    classroom: 'src/classroom.ts',
    console: 'src/console.ts',
    room: 'src/room.ts',
    lesson: 'src/lesson.ts',
    reports: 'src/reports.ts',
    'room-reports': 'src/room-reports.ts',
    'room-compare': 'src/room-compare.ts',
    'your-pixel': 'src/your-pixel.ts',
  },
});

// In a bundle of its own, for the library that draws is large.
await build({ ...common, format: 'esm', entryPoints: { population: 'src/population.ts' } });

// Vendors hand out plain scripts; a function around each keeps its names to itself.
await build({
  ...common,
  format: 'iife',
  entryPoints: { metrics: 'src/vendors/metrics.ts', adnet: 'src/vendors/adnet.ts' },
});

// The same colours for the lab's plain pages.
copyFileSync(new URL('src/styles/tokens.css', import.meta.url), `${out}tokens.css`);

// The dock's probe: a real image of the site's own, to tell whether the browser loads images at all.
const probe = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==';
writeFileSync(`${out}probe.gif`, Buffer.from(probe, 'base64'));
