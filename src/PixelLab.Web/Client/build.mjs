// Makes all files that the browser gets. Called by the project file; by hand: node Client/build.mjs FOLDER LIST [--minify].
// The list of what was made is written last: where there is none, a build was not finished.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { build } from 'esbuild';
import { bundling } from './bundling.mjs';
import { addressesOf, PROJECT, sourcesIn } from './sources.mjs';
import { writeWords } from './words.mjs';

const [folder, list, ...flags] = process.argv.slice(2);
const out = `${resolve(folder)}/`;
const isMinified = flags.includes('--minify');
const { modules, scripts, styles, copies } = addressesOf(sourcesIn(PROJECT));
const made = [];

for (const [entries, how] of [
  [modules, {}],
  // A function around each plain script keeps its names to itself.
  [scripts, { format: 'iife' }],
  [styles, { loader: { '.css': 'css' } }],
]) {
  const { metafile } = await build({
    ...bundling,
    ...how,
    entryPoints: [...entries].map(([address, file]) => ({ in: file, out: address.replace(/\.\w+$/, '') })),
    outdir: out,
    minify: isMinified,
    sourcemap: !isMinified,
    metafile: true,
  });
  made.push(...Object.keys(metafile.outputs).map((file) => resolve(PROJECT, file)));
}

/** A place for a file that is made here, with its folder. */
function placeOf(address) {
  mkdirSync(dirname(out + address), { recursive: true });
  made.push(out + address);
  return out + address;
}

for (const [address, file] of copies) {
  copyFileSync(PROJECT + file, placeOf(address));
}

// The same colours for the lab's plain pages.
copyFileSync(`${PROJECT}Client/Kit/Styles/tokens.css`, placeOf('built/tokens.css'));

// The lab's typeface, with its licence beside it: no page asks anybody else for one.
const inter = `${PROJECT}node_modules/@fontsource-variable/inter/`;
copyFileSync(`${inter}files/inter-latin-wght-normal.woff2`, placeOf('built/inter-latin.woff2'));
copyFileSync(`${inter}LICENSE`, placeOf('built/inter-licence.txt'));

// The dock's probe: a real image of the site's own, to tell whether the browser loads images at all.
const probe = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==';
writeFileSync(placeOf('built/probe.gif'), Buffer.from(probe, 'base64'));

writeWords((language) => placeOf(`built/words/${language}.json`));

writeFileSync(list, made.join('\n'));
