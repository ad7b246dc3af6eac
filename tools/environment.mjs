// What the commands decide about the environment before the application reads it.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keptSecret } from './pg/cluster.mjs';
import { keepPostgres, runningPostgres, startPostgres } from './pg.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Fills in what the person who starts it left out; what is set in the environment wins. */
export function settle(database, env = process.env) {
  env.HOST ||= '127.0.0.1';
  env.PORT ||= '3000';
  env.DATA_DIR = resolve(env.DATA_DIR || '.data');
  env.WEB_DIR ||= resolve(root, 'dist/web');
  env.REGISTER_DIR ||= resolve(root, 'apps/api/demo-register');
  env.BROWSER_MODULE ||= resolve(root, 'tools/browser.mjs');
  env.NODE_ENV ||= 'production';
  if (!database) {
    delete env.EMBEDDED; // it is ours to say: another database never opens the demo mode
    return;
  }
  env.EMBEDDED = 'true'; // the application opens its demo mode only then, and only on this machine's own address
  env.DATABASE_URL = database.url;
  mkdirSync(env.DATA_DIR, { recursive: true, mode: 0o700 });
  env.SESSION_SECRET ||= keptSecret(env.DATA_DIR, 'session-secret');
}

const dataDir = () => process.env.DATA_DIR || '.data';

/** The embedded database for as long as the application runs, or null when DATABASE_URL names another. */
export async function databaseToServe() {
  if (process.env.DATABASE_URL) return null;
  return keepPostgres({ dir: dataDir() }, (what) => console.error(`[database] ${what}`));
}

/** For a command that ends: DATABASE_URL, else the embedded database that runs, else one started for this command. */
export async function databaseForCommand() {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, isOurs: false, stop: async () => {} };
  const running = runningPostgres(dataDir());
  if (running) return { ...running, isOurs: false, stop: async () => {} };
  return { ...(await startPostgres({ dir: dataDir() })), isOurs: true };
}
