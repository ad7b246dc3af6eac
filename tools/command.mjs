// A command of the application: builds if needed, finds or starts the database, runs the bundled entry to its end.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfChanged } from './build.mjs';
import { databaseForCommand, root, settle } from './environment.mjs';

/** The entry reads process.argv and the environment, and has done its work when its module has been evaluated. */
export async function runEntry(name) {
  const calledFrom = process.env.INIT_CWD ?? process.cwd(); // npm changes the folder; paths are meant from here
  process.chdir(root);
  if (!buildIfChanged()) process.exit(1);
  const database = await databaseForCommand();
  settle(process.env.DATABASE_URL ? null : database);
  try {
    process.env.CALLED_FROM = calledFrom;
    await import(pathToFileURL(join(root, `dist/api/${name}.mjs`)).href);
  } finally {
    await database.stop();
  }
}
