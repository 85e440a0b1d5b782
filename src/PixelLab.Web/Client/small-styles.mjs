// Styles that stand in scripts go to the browser without what only their readers need: comments, and more than one blank.
import { readFile } from 'node:fs/promises';

/** The source of a script, its styles small. */
export function withSmallStyles(source) {
  return source.replace(/\bcss`[^`]*`/g, small);
}

/** Takes part where a bundle is made small. */
export const smallStyles = {
  name: 'small-styles',
  setup({ initialOptions, onLoad }) {
    if (initialOptions.minify) {
      take(/\.ts$/, 'ts', withSmallStyles);
      // A stylesheet of its own is no text in a script, and is made small as what it is.
      if (initialOptions.loader?.['.css'] === 'text') {
        take(/\.css$/, 'text', small);
      }
    }

    function take(filter, loader, change) {
      onLoad({ filter }, async ({ path }) => ({ contents: change(await readFile(path, 'utf8')), loader }));
    }
  },
};

function small(style) {
  return style.replace(/\/\*.*?\*\//gs, '').replace(/\s+/g, ' ');
}
