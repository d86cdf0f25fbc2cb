// Every platform package that the lock file names must have an entry of its own, else `npm ci`
// refuses the file. Some newest releases lack one.
import { readFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const names = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)));
const missing = [];
let addresses = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  if (entry.resolved) addresses += 1;
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    if (!names.has(name)) missing.push(`${name}, wanted by ${path}`);
  }
}
for (const line of missing) console.error(`No entry in package-lock.json: ${line}`);
if (addresses > 0) console.error(`${addresses} entries of package-lock.json name a registry.`);
if (missing.length > 0 || addresses > 0) process.exit(1);
console.log(`package-lock.json: ${names.size} packages, complete.`);
