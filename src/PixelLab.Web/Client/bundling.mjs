// How the browser code is bundled, for pages and for tests alike.
import { smallStyles } from './small-styles.mjs';
import { PROJECT } from './sources.mjs';
import { otherLanguages } from './words.mjs';

export const bundling = {
  absWorkingDir: PROJECT,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  loader: { '.css': 'text' },
  legalComments: 'none',
  plugins: [smallStyles],
  // English is in the scripts; a page in another language fetches that one's words.
  define: { LANGUAGES: JSON.stringify(otherLanguages()) },
  logLevel: 'warning',
};
