// Writes web/console/src/api/schema.d.ts from src/app/api/openapi.yaml; with --check it only tells
// whether the committed file is stale.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const description = new URL('../../src/app/api/openapi.yaml', import.meta.url);
const target = new URL('../console/src/api/schema.d.ts', import.meta.url);

const header = '// Generated from src/app/api/openapi.yaml by `npm run schema`. Do not edit.\n';
const wanted = header + astToString(await openapiTS(description));

if (process.argv.includes('--check')) {
  const found = await readFile(target, 'utf8').catch(() => '');
  if (found !== wanted) {
    console.error('web/console/src/api/schema.d.ts is stale: run `npm run schema` there.');
    process.exit(1);
  }
} else {
  await writeFile(target, wanted);
}
