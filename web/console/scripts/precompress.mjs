// Writes NAME.br and NAME.gz beside each text asset of the build; the server picks.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const compressible = /\.(html|js|css|svg|json)$/;

for (const name of readdirSync(dist, { recursive: true })) {
  if (!compressible.test(name)) continue;
  const bytes = readFileSync(join(dist, name));
  const brotli = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  writeFileSync(join(dist, `${name}.br`), brotli);
  writeFileSync(join(dist, `${name}.gz`), gzipSync(bytes, { level: 9 }));
}
