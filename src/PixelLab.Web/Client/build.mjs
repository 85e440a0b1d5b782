// Bundles the browser code into ../wwwroot/built. Called by the project file; run it by hand to see what it says.
import { copyFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { otherLanguages, writeWords } from './words.mjs';

const out = new URL('../wwwroot/built/', import.meta.url).pathname;

const common = {
  absWorkingDir: new URL('.', import.meta.url).pathname,
  outdir: out,
  bundle: true,
  minify: true,
  target: 'es2022',
  loader: { '.css': 'text' },
  legalComments: 'none',
  // English is in the scripts; a page in another language fetches that one's words.
  define: { LANGUAGES: JSON.stringify(otherLanguages()) },
  logLevel: 'warning',
};

await build({
  ...common,
  format: 'esm',
  entryPoints: {
    panel: 'src/panel.ts',
    dock: 'src/dock.ts',
    compare: 'src/compare.ts',
    pair: 'src/pair.ts',
    classroom: 'src/classroom.ts',
    console: 'src/console.ts',
    room: 'src/room.ts',
    lesson: 'src/lesson.ts',
    'lesson-compare': 'src/lesson-compare.ts',
    reports: 'src/reports.ts',
    'room-reports': 'src/room-reports.ts',
    'room-compare': 'src/room-compare.ts',
    'your-pixel': 'src/your-pixel.ts',
  },
});

// In a bundle of its own, for the library that draws is large.
await build({ ...common, format: 'esm', entryPoints: { population: 'src/population.ts' } });

// Plain scripts: what the lab's pages need before they are painted, and what vendors hand out. A function around each keeps
// its names to itself.
await build({
  ...common,
  format: 'iife',
  entryPoints: { lab: 'src/lab.ts', metrics: 'src/vendors/metrics.ts', adnet: 'src/vendors/adnet.ts' },
});

// The same colours for the lab's plain pages.
copyFileSync(new URL('src/styles/tokens.css', import.meta.url), `${out}tokens.css`);

// The lab's typeface, with its licence beside it: no page asks anybody else for one.
const inter = new URL('node_modules/@fontsource-variable/inter/', import.meta.url);
copyFileSync(new URL('files/inter-latin-wght-normal.woff2', inter), `${out}inter-latin.woff2`);
copyFileSync(new URL('LICENSE', inter), `${out}inter-licence.txt`);

// The dock's probe: a real image of the site's own, to tell whether the browser loads images at all.
const probe = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==';
writeFileSync(`${out}probe.gif`, Buffer.from(probe, 'base64'));

writeWords(out);
