// Watch mode: the API is bundled and started again at every change; the web comes from Angular's own server on 4200.
import { spawn } from 'node:child_process';
import { buildApi, watchApi } from './build-api.mjs';
import { databaseToServe, root, settle } from './environment.mjs';

process.chdir(root);

const database = await databaseToServe();
settle(database);

let api = null;
let restarting = Promise.resolve();

const ended = (child) => new Promise((done) => child.once('exit', done));

async function stopApi() {
  if (!api || api.exitCode !== null) return;
  const gone = ended(api);
  api.kill('SIGTERM');
  await gone;
}

async function startApi(milliseconds) {
  await stopApi();
  console.log(`[api] bundled in ${Math.round(milliseconds)} ms`);
  api = spawn(process.execPath, ['tools/start.mjs', '--no-build'], { stdio: 'inherit', env: process.env });
}

await buildApi();
const watcher = watchApi(
  (milliseconds) => (restarting = restarting.then(() => startApi(milliseconds))),
  (error) => console.error(error),
);
const serve = ['node_modules/nx/dist/bin/nx.js', 'run', 'web:serve', '--outputStyle=static'];
// Angular's server would take PORT for its own.
const { PORT: API_PORT, ...others } = process.env;
const web = spawn(process.execPath, serve, { stdio: 'inherit', env: { ...others, API_PORT, NX_TUI: 'false' } });

let closing = null;
function close() {
  closing ??= (async () => {
    await watcher.close();
    web.kill('SIGTERM');
    await Promise.all([ended(web), stopApi()]);
    await database?.stop();
    process.exit(0);
  })();
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, close);
