// The API as one bundle for each of its entries; packages stay outside, our own libs go in.
import { existsSync } from 'node:fs';
import { rolldown, watch } from 'rolldown';

/** main serves; the others are the commands that need no server, and what runs in a thread of its own. */
const entries = {
  main: 'apps/api/src/main.ts',
  migrate: 'apps/api/src/migrate.ts',
  import: 'apps/api/src/import.ts',
  account: 'apps/api/src/account.ts',
  tally: 'apps/api/src/tally.ts',
  'read-sheets.worker': 'libs/api/register/src/read-sheets.worker.ts',
  'write-book.worker': 'libs/api/mentoring/src/tracking/write-book.worker.ts',
  'work-out-plans.worker': 'libs/api/mentoring/src/matching/work-out-plans.worker.ts',
};

const isPackage = (id) => !/^[./\0]|^@qinglan\/|^@oxc-project\/runtime/.test(id);

const input = () => ({
  input: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
  platform: 'node',
  tsconfig: 'apps/api/tsconfig.json',
  external: isPackage,
});

const output = (dir) => ({
  dir,
  format: 'esm',
  sourcemap: true,
  keepNames: true,
  cleanDir: true,
  entryFileNames: '[name].mjs',
  chunkFileNames: '[name]-[hash].mjs',
});

/** Bundles other entries the same way, such as the benchmarks. */
export async function bundle(entry, dir) {
  const bundled = await rolldown({ ...input(), input: entry });
  await bundled.write(output(dir));
  await bundled.close();
}

export const buildApi = () => bundle(input().input, 'dist/api');

export function watchApi(built, failed) {
  return watch({ ...input(), output: output('dist/api') }).on('event', (event) => {
    if (event.code === 'BUNDLE_END') {
      void event.result.close();
      built(event.duration);
    }
    if (event.code === 'ERROR') failed(event.error);
  });
}

if (process.argv[1] === import.meta.filename) await buildApi();
