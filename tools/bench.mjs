// Bundles tests/bench/main.ts like the API and runs it on a database of its own, thrown away afterwards.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './build-api.mjs';
import { buildIfChanged } from './build.mjs';
import { root } from './environment.mjs';
import { startPostgres } from './pg.mjs';

process.chdir(root);
if (!buildIfChanged()) process.exit(1);
const entries = ['main', 'app-server', 'bare-server', 'bare-live-server'];
await bundle(Object.fromEntries(entries.map((entry) => [entry, `tests/bench/${entry}.ts`])), 'dist/bench');

const temporary = mkdtempSync(join(tmpdir(), 'qinglan-bench-'));
const database = await startPostgres({ dir: temporary });
process.env.TEST_PG_URL = database.url;
try {
  await import(pathToFileURL(join(root, 'dist/bench/main.mjs')).href);
} finally {
  await database.stop();
  rmSync(temporary, { recursive: true, force: true });
}
