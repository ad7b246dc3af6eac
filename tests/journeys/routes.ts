import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** The one list of routes, and the lists of the features that it mounts. */
export const routeFiles = (): readonly string[] =>
  [
    'apps/web/src/app/app.routes.ts',
    'libs/web/identity/src/routes.ts',
    'libs/web/timetable/src/index.ts',
    'libs/web/proposals/src/routes.ts',
    'libs/web/live/src/index.ts',
    'libs/web/register/src/routes.ts',
    ...['mentoring', 'growth', 'observations', 'studios', 'matching', 'tracking', 'programme', 'reports'].map(
      (feature) => `libs/web/${feature}/src/routes.ts`,
    ),
  ].map((file) => join(root, file));

/** Every path that any of them names, as it stands there. */
export function namedPaths(): readonly string[] {
  const sources = routeFiles().map((file) => readFileSync(file, 'utf8'));
  const literal = sources.flatMap((source) => [...source.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path));
  const listed = sources.flatMap((source) =>
    [...source.matchAll(/\[((?:'[\w-]+'(?:, )?)+)\]\.map\(/g)].flatMap(([, names]) => names?.match(/[\w-]+/g) ?? []),
  );
  return [...new Set([...literal, ...listed])].filter((path) => path !== undefined);
}
