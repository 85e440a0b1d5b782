// Finds words for people that stand in a script instead of in Kit/Words/en, where a language can translate them. It reads what
// is drawn and what is prose; one word alone that is no more than handed on, as in a record of names, it can't tell from a key.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { parsers } from 'prettier/plugins/typescript';
import { bundling } from './bundling.mjs';
import { addressesOf, PROJECT, sourcesIn } from './sources.mjs';

/** The scripts whose words are held: all modules. */
const SCRIPTS = [
  'lesson',
  'lesson-compare',
  'room',
  'written',
  'dock',
  'panel',
  'compare',
  'pair',
  'console',
  'classroom',
  'room-compare',
  'room-reports',
  'reports',
  'yours',
  'story',
  'population',
  'step',
];

/** Attributes and properties that are seen or read out. */
const SPOKEN =
  /^[.]?(aria-?(label|description|valuetext|roledescription|placeholder)|title|placeholder|alt|label|textcontent|innertext)$/i;

/** Names that are the same in every language. */
const NAMES = /PixelLab|--lan/g;

/** Where a value stands in a template. */
const HOLE = '\uE000';
const WORD = /\p{L}{2,}/u;
const PROSE = /[\p{L}\uE000][,;:]? [\p{L}\uE000]|\p{L}{2,}[.?!…]$/u;

/** Calls whose texts are for the browser or for whoever writes the script. */
const NOT_FOR_PEOPLE =
  /^(querySelector|querySelectorAll|closest|matches|matchMedia|Error|RegExp|split|join|includes)$/;

/** What a module has that no person reads: types, where they stand, and other modules’ names. */
const TYPES = /^TS(Interface|TypeAlias|TypeA|TypeP)/;
const UNREAD = /^(loc|range|tokens|comments|typeAnnotation|typeArguments|typeParameters|returnType|source)$/;

/** Parts of a tag, and of what is written in one. */
const MARKUP = /<!--([^]*?)-->|<\/?[a-z][\w-]*((?:[^>"']|"[^"]*"|'[^']*')*)>|[^<]+/gi;
const ATTRIBUTE = /([^\s=>"'/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g;

/** All of them in the scripts of those pages, a line for each. */
export async function strayWords() {
  const { modules } = addressesOf(sourcesIn(PROJECT));
  const { metafile } = await build({
    ...bundling,
    entryPoints: SCRIPTS.map((name) => modules.get(`built/${name}.js`)),
    write: false,
    metafile: true,
    outdir: 'unwritten',
  });
  return Object.keys(metafile.inputs)
    .filter((path) => /^(?!node_modules).*\.ts$/.test(path))
    .flatMap((path) => wordsIn(readFileSync(PROJECT + path, 'utf8')).map((word) => `${path}: ${word}`));
}

/** Those in one module, each with its line. */
export function wordsIn(source) {
  const found = [];
  read(parsers.typescript.parse(source, { filepath: 'module.ts' }), (node, text) => {
    const above = textOf(node).split(firstOf(text))[0];
    const line = node.loc.start.line + above.split('\n').length - 1;
    found.push(`${line}: ${text.replaceAll(HOLE, '…').trim().replace(/\s+/g, ' ')}`);
  });
  return found;
}

/** Reads a part of a module that is neither drawn nor spoken by itself: what is prose is told. */
function read(node, tell) {
  switch (node.type) {
    case 'Literal':
    case 'TemplateLiteral':
      if (PROSE.test(textOf(node)) && WORD.test(textOf(node))) {
        tell(node, textOf(node));
      }
      node.expressions?.forEach((one) => read(one, tell));
      return;
    case 'TaggedTemplateExpression':
      readTemplate(node, tell);
      return;
    case 'CallExpression':
    case 'NewExpression':
      readCall(node, tell);
      return;
    case 'AssignmentExpression':
      read(node.left, tell);
      (SPOKEN.test(nameOf(node.left)) ? readSpoken : read)(node.right, tell);
      return;
    case 'Property':
      read(node.value, tell);
      return;
    default:
      partsOf(node).forEach((part) => read(part, tell));
  }
}

/** Reads a value that is drawn or spoken: there one word is enough. */
function readSpoken(node, tell) {
  readValue(node, tell, readSpoken, (text) => WORD.test(text));
}

/** Reads a value of an attribute that nobody sees: a class, an id, an address. */
function readUnseen(node, tell) {
  readValue(node, tell, readUnseen, () => false);
}

function readValue(node, tell, again, counts) {
  switch (node.type) {
    case 'Literal':
    case 'TemplateLiteral':
      if (counts(textOf(node))) {
        tell(node, textOf(node));
      }
      node.expressions?.forEach((one) => again(one, tell));
      return;
    case 'ConditionalExpression':
      read(node.test, tell);
      again(node.consequent, tell);
      again(node.alternate, tell);
      return;
    case 'LogicalExpression':
      again(node.left, tell);
      again(node.right, tell);
      return;
    case 'ArrowFunctionExpression':
      again(node.body, tell);
      return;
    default:
      read(node, tell);
  }
}

function readCall(node, tell) {
  const name = nameOf(node.callee);
  read(node.callee, tell);
  node.arguments.forEach((one, place) => {
    const isSpoken = name === 'setAttribute' && place === 1 && SPOKEN.test(node.arguments[0].value);
    (isSpoken ? readSpoken : NOT_FOR_PEOPLE.test(name) ? readUnseen : read)(one, tell);
  });
}

/** What lit draws: text and what is read out of tags. In a style sheet only what it writes itself. */
function readTemplate({ tag, quasi }, tell) {
  const values = [...quasi.expressions];
  const next = (how) => how(values.shift(), tell);
  const told = (text) => readText(text, quasi.quasis.slice(quasi.expressions.length - values.length), tell);
  const text = textOf(quasi);
  if (nameOf(tag) === 'css') {
    for (const [, content] of text.matchAll(/content:\s*(['"].*?['"])/g)) {
      readText(content, [quasi], tell);
    }
    values.forEach((one) => read(one, tell));
    return;
  }
  for (const [part, comment, inTag] of text.matchAll(MARKUP)) {
    if (comment === undefined && inTag === undefined) {
      told(part);
      holesIn(part).forEach(() => next(readSpoken));
    }
    for (const [, name, value = ''] of (inTag ?? '').matchAll(ATTRIBUTE)) {
      const isSpoken = SPOKEN.test(name);
      if (isSpoken) {
        told(value);
      }
      holesIn(name).forEach(() => next(read));
      holesIn(value).forEach(() => next(isSpoken ? readSpoken : readUnseen));
    }
  }
}

/** A text that is drawn; its first piece stands in the first of those nodes. */
function readText(text, nodes, tell) {
  const place = text.split(HOLE).findIndex((piece) => WORD.test(piece.replace(NAMES, '')));
  if (place >= 0) {
    tell(nodes[Math.min(place, nodes.length - 1)], text);
  }
}

/** The first piece of a text that has a word in it. */
function firstOf(text) {
  return text
    .split(HOLE)
    .find((piece) => WORD.test(piece))
    .trim();
}

function holesIn(text) {
  return [...text].filter((letter) => letter === HOLE);
}

/** What a text says, with holes for the values in it. */
function textOf(node) {
  switch (node.type) {
    case 'TemplateLiteral':
      return node.quasis.map(textOf).join(HOLE);
    case 'TemplateElement':
      return node.value.cooked;
    default:
      return typeof node.value === 'string' ? node.value : '';
  }
}

function nameOf(node) {
  return node.name ?? node.property?.name ?? '';
}

function partsOf(node) {
  return TYPES.test(node.type)
    ? []
    : Object.entries(node)
        .filter(([name]) => !UNREAD.test(name))
        .flatMap(([, value]) => value)
        .filter((value) => typeof value?.type === 'string');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = await strayWords();
  if (found.length > 0) {
    console.error(['Words that belong into Client/Kit/Words/en:', ...found].join('\n'));
    process.exitCode = 1;
  }
}
