// One command that serves: builds what changed, starts the embedded database, then the application in this process.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { buildIfChanged } from './build.mjs';
import { databaseToServe, root, settle } from './environment.mjs';

process.chdir(root);

const explanations = {
  EADDRINUSE: () =>
    `端口 ${process.env.PORT} 已被占用：可能另一个青蓝还在运行。请先关闭它，或用 PORT=3001 npm start 换一个端口。\n` +
    `Port ${process.env.PORT} is taken, perhaps by another Qinglan that still runs. ` +
    'Close it, or choose another: PORT=3001 npm start',
  CLUSTER_IN_USE: () =>
    `数据目录 ${process.env.DATA_DIR || '.data'} 正被另一个青蓝使用，请先关闭它，或用 DATA_DIR 换一个目录。\n` +
    `The data folder ${process.env.DATA_DIR || '.data'} is in use by another Qinglan. Close it, or set DATA_DIR to another folder.`,
};

/** The reason may be wrapped by the framework. */
const codeOf = (error) => error?.code ?? error?.cause?.code;

function explain(error) {
  const explanation = explanations[codeOf(error)];
  console.error(explanation ? `\n${explanation()}\n` : error);
}

let database = null;
let running = null;
let closing = null;

/** The application first, so that it can finish what it does; then the database under it. */
function close(exitCode = 0) {
  closing ??= (async () => {
    // Whatever the application says at its end, the database under it is stopped in peace.
    await running?.close().catch((error) => console.error(error));
    await database?.stop();
    process.exit(exitCode);
  })();
  return closing;
}

function closeOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void close());
  const parent = process.ppid;
  const timer = setInterval(() => process.ppid !== parent && void close(), 1000); // npm was killed outright
  timer.unref();
}

function announce() {
  console.log(`\n青蓝已启动 / Qinglan is running: ${running.url}`);
  if (running.isDemo)
    console.log('演示模式：登录页可一键选择演示人员。/ Demo mode: choose a demo person on the sign-in page.');
  console.log('按 Ctrl-C 停止。/ Ctrl-C stops it.\n');
}

async function start() {
  if (!process.argv.includes('--no-build') && !buildIfChanged()) process.exit(1);
  database = await databaseToServe();
  settle(database);
  ({ running } = await import(pathToFileURL(join(root, 'dist/api/main.mjs')).href));
  announce();
}

closeOnSignals();
try {
  await start();
} catch (error) {
  explain(error);
  await close(1);
}
