import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { faultsIn } from './floors.mjs';

const FLOORS = [
  { floor: 1, folder: 'Web/Kit', rooms: ['Words'] },
  { floor: 2, folder: 'Web/Panel' },
  { floor: 2, folder: 'Web/Reports' },
  { floor: 3, folder: 'Web/Panel/Wall' },
];

const made = [];
after(() => made.forEach((folder) => rmSync(folder, { recursive: true })));

/** What is said about a house of these files. */
function faultsOf(files) {
  const house = mkdtempSync(join(tmpdir(), 'pixellab-floors-'));
  made.push(house);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, name)), { recursive: true });
    writeFileSync(join(house, name), text);
  }
  return faultsIn(house, FLOORS, 'Web');
}

const KIT = { 'Web/Kit/rows.ts': 'export const rows = 1; export type Row = string;' };

test('Imports go down, and within a folder and its rooms', async () => {
  const faults = await faultsOf({
    ...KIT,
    'Web/Kit/Words/say.ts': `import { rows } from '../rows'; import fs from 'node:fs'; export const say = rows + fs.constants.R_OK;`,
    'Web/Panel/panel.ts': `import { say } from '../Kit/Words/say'; import './store'; export const panel = say;`,
    'Web/Panel/store.ts': `export {};`,
    'Web/Panel/Wall/wall.ts': `import { panel } from '../panel'; export const wall = panel;`,
  });
  assert.deepEqual(faults, []);
});

test('An import that goes up is named, also where it is of a type alone', async () => {
  for (const line of [
    `import { panel } from '../Panel/panel'; export const row = panel;`,
    `import type { Panel } from '../Panel/panel'; export type Row = Panel;`,
  ]) {
    const faults = await faultsOf({
      'Web/Kit/rows.ts': line,
      'Web/Panel/panel.ts': `export const panel = 1; export type Panel = number;`,
    });
    assert.deepEqual(faults, ['floor 1: Web/Kit/rows.ts → Web/Panel/panel.ts']);
  }
});

test('A folder in another is on a floor of its own', async () => {
  const faults = await faultsOf({
    'Web/Panel/panel.ts': `import './Wall/wall';`,
    'Web/Panel/Wall/wall.ts': `export {};`,
  });
  assert.deepEqual(faults, ['floor 2: Web/Panel/panel.ts → Web/Panel/Wall/wall.ts']);
});

test('An import of a neighbour is named', async () => {
  const faults = await faultsOf({
    'Web/Reports/reports.ts': `import { panel } from '../Panel/panel'; export const reports = panel;`,
    'Web/Panel/panel.ts': `export const panel = 1;`,
  });
  assert.deepEqual(faults, ['floor 2: Web/Reports/reports.ts → Web/Panel/panel.ts']);
});

test('A folder with scripts that the list does not have is named, whoever imports or is imported', async () => {
  const alone = await faultsOf({ ...KIT, 'Web/Extra/alone.ts': 'export {};' });
  assert.deepEqual(alone, ['unlisted: Web/Extra/alone.ts']);
  const importing = await faultsOf({
    ...KIT,
    'Web/Panel/New/one.ts': `import { rows } from '../../Kit/rows'; export const one = rows;`,
  });
  assert.deepEqual(importing, ['unlisted: Web/Panel/New/one.ts → Web/Kit/rows.ts']);
  const imported = await faultsOf({
    'Web/Panel/panel.ts': `import '../Extra/extra';`,
    'Web/Extra/extra.ts': 'export {};',
  });
  assert.deepEqual(imported, ['unlisted: Web/Panel/panel.ts → Web/Extra/extra.ts']);
});

test('A circle within a folder is named', async () => {
  const faults = await faultsOf({
    'Web/Panel/one.ts': `import { two } from './two'; export const one = (): unknown => two;`,
    'Web/Panel/two.ts': `import { one } from './one'; export const two = (): unknown => one;`,
  });
  assert.deepEqual(faults, ['circle: Web/Panel/one.ts → Web/Panel/two.ts → Web/Panel/one.ts']);
});
