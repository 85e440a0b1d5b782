// Makes the types of what goes over the wire from the lab's own description of it, so that none is written twice. The description is
// written by the newest build of the lab: without one there is nothing to make them from.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTypescript, { astToString } from 'openapi-typescript';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));
const BUILT = `${PROJECT}bin/`;
const MADE = `${PROJECT}obj/client/`;

const labs = (existsSync(BUILT) ? readdirSync(BUILT) : [])
  .map((configuration) => `${BUILT}${configuration}/net10.0/PixelLab.Web.dll`)
  .filter((lab) => existsSync(lab))
  .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
if (labs.length === 0) {
  console.error(
    'The types of the wire are made from the lab, and it has not been built: run `dotnet build` first.',
  );
  process.exit(1);
}

const description = execFileSync('dotnet', [labs[0], 'openapi'], {
  cwd: PROJECT,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const types = await openapiTypescript(description, { rootTypes: true, rootTypesNoSchemaPrefix: true });
mkdirSync(MADE, { recursive: true });
writeFileSync(`${MADE}api.d.ts`, astToString(types));
