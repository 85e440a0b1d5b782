import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withSmallStyles } from './small-styles.mjs';

test('A style in a script loses its comments and blanks, and nothing else does', () => {
  const source =
    'const a = 1; /* kept */\nstatic styles = css`\n  /* gone\n  too */\n  a {\n    inset: calc(${EDGE} + 1px);\n  }\n`;\n';
  assert.equal(
    withSmallStyles(source),
    'const a = 1; /* kept */\nstatic styles = css` a { inset: calc(${EDGE} + 1px); } `;\n',
  );
});
