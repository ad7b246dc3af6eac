// Copies the built web into dist/web with a .br and a .gz beside every text file, so that serving costs no processor.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const from = 'dist/web-bundle';
const to = 'dist/web';
const isText = (name) => /\.(?:js|css|html|svg|json|txt|webmanifest)$/.test(name);

rmSync(to, { recursive: true, force: true });
cpSync(from, to, { recursive: true });

for (const entry of readdirSync(to, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !isText(entry.name)) continue;
  const file = join(entry.parentPath, entry.name);
  const content = readFileSync(file);
  if (content.length < 1024) continue;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}
