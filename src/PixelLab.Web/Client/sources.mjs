// What the browser gets, found by its place and name. There is no list to forget a file in:
//
//   NAME.entry.ts    a module for a page                                → /built/NAME.js
//   NAME.script.ts   a plain script                                     → /built/NAME.js
//   NAME.css         a stylesheet, outside of this folder               → /css/NAME.css
//   NAME.entry.css   one that is put together of parts in Styles/       → /css/NAME.css
//   icon.svg         the sign of the site or vendor whose folder it is  → /icons/FOLDER.svg
//   Icons/NAME.svg   a sign of something else                           → /icons/NAME.svg
//   Pictures/…       pictures of the site whose folder this is          → /FOLDER/…
import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the host, in which features have their scripts beside their pages. */
export const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** Folders of the project in which nobody writes. */
const MADE = /^(node_modules|bin|obj|wwwroot)$/;

/** All files below a folder that somebody wrote, by their path in it, in the order of their names. */
export function sourcesIn(folder) {
  const found = [];
  const walk = (below) => {
    for (const entry of readdirSync(folder + below, { withFileTypes: true })) {
      if (entry.isDirectory()) {
        if (below !== '' || !MADE.test(entry.name)) {
          walk(`${below}${entry.name}/`);
        }
      } else {
        found.push(below + entry.name);
      }
    }
  };
  walk('');
  return found.sort();
}

/** The modules, plain scripts, stylesheets of parts and copied files that these sources make: the address of each, and the file it comes from. */
export function addressesOf(sources) {
  const addresses = { modules: new Map(), scripts: new Map(), styles: new Map(), copies: new Map() };
  const taken = new Map();
  for (const file of sources) {
    const [kind, address] = addressOf(file) ?? [];
    if (!kind) {
      continue;
    }
    if (taken.has(address)) {
      throw new Error(
        `Both ${taken.get(address)} and ${file} would be /${address}: give one of them another name.`,
      );
    }
    taken.set(address, file);
    addresses[kind].set(address, file);
  }
  return addresses;
}

function addressOf(file) {
  const name = basename(file);
  const folder = dirname(file);
  const owner = basename(folder === '.' ? '' : folder).toLowerCase();
  const [, script, kind] = /^(.+)\.(entry|script)\.ts$/.exec(name) ?? [];
  if (script) {
    return [kind === 'entry' ? 'modules' : 'scripts', `built/${script}.js`];
  }
  if (name.endsWith('.entry.css')) {
    return ['styles', `css/${name.replace('.entry', '')}`];
  }
  if (name.endsWith('.css') && owner !== 'styles' && !file.startsWith('Client/')) {
    return ['copies', `css/${name}`];
  }
  if (name === 'icon.svg') {
    return ['copies', `icons/${owner}.svg`];
  }
  if (owner === 'icons' && name.endsWith('.svg')) {
    return ['copies', `icons/${name}`];
  }
  if (owner === 'pictures') {
    return ['copies', `${basename(dirname(folder)).toLowerCase()}/${name}`];
  }
  return undefined;
}
