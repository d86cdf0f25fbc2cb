// Fails when the build has grown beyond what agents should have to load.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url);
const firstLoadMax = 200_000;
const lazyRouteMax = 80_000;
const lazyRoutes = ['src/supervisor/index.tsx', 'src/admin/index.tsx'];
// The route that every agent opens belongs to the first load.
const firstRoute = 'src/chats/index.tsx';

const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

function filesOf(key, seen = new Set()) {
  if (seen.has(key)) return [];
  seen.add(key);
  const chunk = manifest[key];
  return [
    chunk.file,
    ...(chunk.css ?? []),
    ...(chunk.imports ?? []).flatMap((name) => filesOf(name, seen)),
  ];
}
function sizeOf(files) {
  let size = 0;
  for (const file of files)
    size += gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;
  return size;
}
function report(label, size, max) {
  const ok = size <= max;
  console.log(
    `${ok ? 'ok  ' : 'OVER'} ${label}: ${(size / 1000).toFixed(1)} of ${max / 1000} kB gz`,
  );
  return ok;
}

const english = Object.keys(manifest).filter((key) => /i18n\/en\/(shell|chats)\.json$/.test(key));
const first = new Set([
  ...filesOf('index.html'),
  ...filesOf(firstRoute),
  ...english.flatMap((key) => filesOf(key)),
]);
let ok = report('first load', sizeOf(first), firstLoadMax);
for (const key of lazyRoutes) {
  const own = new Set(filesOf(key).filter((file) => !first.has(file)));
  const dynamic = manifest[key].dynamicImports ?? [];
  for (const name of dynamic) for (const file of filesOf(name)) if (!first.has(file)) own.add(file);
  ok = report(key, sizeOf(own), lazyRouteMax) && ok;
}
if (!ok) process.exit(1);
