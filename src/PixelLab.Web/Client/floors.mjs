// Holds the scripts to the floors of the house (src/floors.json, which the host's code is held to as well): a folder imports from
// lower floors and from itself, never up, never from a neighbour; and nothing goes in a circle.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';

/** The folder in which the list lies, to which its folders are told. */
const HOUSE = fileURLToPath(new URL('../../', import.meta.url));

/** Packages, and what is made from the lab, which are on no floor. */
const PACKAGES = '(^|/)node_modules/|(^|/)obj/client/';

/** The rules that follow from a list of floors. */
export function rulesOf(floors) {
  const inFolder = (line) => {
    const rooms = (line.rooms ?? []).filter(
      (room) => !floors.some(({ folder }) => folder === `${line.folder}/${room}`),
    );
    return `^${line.folder}${rooms.length > 0 ? `(/(${rooms.join('|')}))?` : ''}/[^/]+$`;
  };
  const listed = floors.map(inFolder);
  return [
    { name: 'circle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'unlisted', severity: 'error', from: { pathNot: [...listed, PACKAGES] }, to: {} },
    {
      name: 'unlisted',
      severity: 'error',
      from: {},
      to: { dependencyTypesNot: ['core'], pathNot: [...listed, PACKAGES] },
    },
    { name: 'unlisted', severity: 'error', from: { orphan: true, pathNot: [...listed, PACKAGES] }, to: {} },
    ...floors.flatMap((line) => {
      const barred = floors.filter((other) => other !== line && other.floor >= line.floor).map(inFolder);
      // No folder at all would stand for any.
      return barred.length === 0
        ? []
        : [
            {
              name: `floor ${line.floor}`,
              severity: 'error',
              from: { path: inFolder(line) },
              to: { path: barred },
            },
          ];
    }),
  ];
}

/** Where the scripts of a project in the house break its rules, a line for each. */
export async function faultsIn(house, floors, project) {
  const { output } = await cruise(
    [project],
    {
      baseDir: house,
      validate: true,
      ruleSet: { forbidden: rulesOf(floors) },
      doNotFollow: { path: 'node_modules' },
      // What is made, and the tools' settings, which lie at the top.
      exclude: { path: `^${project}/((node_modules|bin|obj|wwwroot)/|[^/]+\\.[a-z]+$)` },
      tsPreCompilationDeps: true,
    },
    {
      extensions: ['.ts', '.mjs', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node'],
    },
  );
  const faults = output.summary.violations.map(
    ({ rule, from, to, cycle }) =>
      `${rule.name}: ${[from, ...(cycle?.map(({ name }) => name) ?? (to === from ? [] : [to]))].join(' → ')}`,
  );
  return [...new Set(faults)];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const floors = JSON.parse(readFileSync(`${HOUSE}floors.json`, 'utf8'));
  const faults = await faultsIn(HOUSE, floors, 'PixelLab.Web');
  if (faults.length > 0) {
    console.error(['Imports that src/floors.json does not allow:', ...faults].join('\n'));
    process.exitCode = 1;
  }
}
