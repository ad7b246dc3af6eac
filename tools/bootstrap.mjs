// Runs on whatever Node the machine has (18 or newer) with nothing installed yet:
// makes node_modules match package-lock.json. Everything after it runs on the Node of node_modules.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const stamp = 'node_modules/.installed';
const wanted = createHash('sha256')
  .update(readFileSync('package-lock.json'))
  .update(process.platform + process.arch)
  .digest('hex');

function install() {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  const env = { ...process.env, NODE_OPTIONS: '' };
  const npm = process.env.npm_execpath;
  if (npm)
    return spawnSync(process.env.npm_node_execpath ?? process.execPath, [npm, ...args], { stdio: 'inherit', env });
  return spawnSync('npm', args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
}

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.log('正在安装依赖（只此一次）… / Installing dependencies (only this once) …');
  let result = install();
  if (result.status !== 0) result = install(); // a registry sometimes hiccups; once more, then say so
  if (result.status !== 0) {
    console.error('依赖安装失败，请检查网络后重试。/ Installing failed; check the network and try again.');
    process.exit(result.status ?? 1);
  }
  writeFileSync(stamp, wanted);
}
