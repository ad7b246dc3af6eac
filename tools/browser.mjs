// A real Chromium from npm: unpacked once into node_modules/.cache with its own libraries and a font,
// so a bare machine is enough. CHROME_PATH names another.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { chromium } from 'playwright-core';

const cache = fileURLToPath(new URL('../node_modules/.cache/chromium-153', import.meta.url));

const args = [
  '--no-sandbox',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** Without any font folder fontconfig makes every web font fail as well. */
const fontsConfig = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${cache}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${cache}/fc</cachedir></fontconfig>`;

async function decompress(name, into) {
  const packed = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin', name);
  const unpacked = join(into, name.replace(/\.br$/, ''));
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(unpacked));
  if (!unpacked.endsWith('.tar')) return;
  if (spawnSync('tar', ['xf', unpacked, '-C', into]).status !== 0) throw new Error(`tar ${name}`);
  rmSync(unpacked);
}

/** Several test workers may come here at once: each unpacks aside, the first to finish gives the folder its name. */
async function unpack() {
  const aside = `${cache}.${process.pid}`;
  mkdirSync(aside, { recursive: true });
  const parts = ['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br', 'fonts.tar.br'];
  await Promise.all(parts.map((part) => decompress(part, aside)));
  writeFileSync(join(aside, 'fonts.conf'), fontsConfig);
  chmodSync(join(aside, 'chromium'), 0o755);
  try {
    renameSync(aside, cache);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(join(cache, 'chromium'))) throw error;
  }
}

async function program() {
  if (process.env.CHROME_PATH) return { executablePath: process.env.CHROME_PATH };
  if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: 'chrome' };
  if (!existsSync(join(cache, 'chromium'))) await unpack();
  const env = { ...process.env, LD_LIBRARY_PATH: join(cache, 'lib'), FONTCONFIG_FILE: join(cache, 'fonts.conf') };
  return { executablePath: join(cache, 'chromium'), env };
}

export async function launchBrowser() {
  return chromium.launch({ ...(await program()), chromiumSandbox: false, args });
}
