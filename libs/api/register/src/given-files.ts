import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { GivenFile } from './read-files';
import { limits, refusals } from './unreadable';

/** Hidden files, and the lock files that Excel leaves beside an open workbook, are nobody's sheets. */
const isSheetFile = (name: string) => /\.(csv|xlsx)$/i.test(name) && !/^(\.|~\$)/.test(name);

async function readOne(path: string): Promise<GivenFile> {
  const name = basename(path);
  if ((await stat(path)).size > limits.fileBytes) throw refusals.fileTooLarge(name);
  return { name, bytes: new Uint8Array(await readFile(path)) };
}

/** One file, or every .csv and .xlsx of a folder. */
export async function readGivenFiles(path: string): Promise<readonly GivenFile[]> {
  if (!(await stat(path)).isDirectory()) return [await readOne(path)];
  const names = (await readdir(path)).filter(isSheetFile).sort();
  return Promise.all(names.map((name) => readOne(join(path, name))));
}
