import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BookFacts } from './book.messages';
import { BookThread } from './book-thread';

/** Takes one part, asks for the next, and is gone before it comes. */
const quitter = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', () => { parentPort.postMessage({ says: 'taken' }); parentPort.close(); });
`;

describe('the thread of a workbook', () => {
  let folder: string;
  let program: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'qinglan-book-'));
    program = join(folder, 'quitter.mjs');
    writeFileSync(program, quitter);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('that ends between two parts breaks the file off and takes no further part', async () => {
    const file = new PassThrough();
    const thread = new BookThread(program, {} as BookFacts, file);
    const broken = once(file, 'close').catch((error: unknown) => error);
    await thread.tell({ rows: [] });
    expect(await broken).toBeInstanceOf(Error);
    await expect(thread.tell({ rows: [] })).rejects.toThrow('thread has ended');
    await thread.end();
  });
});
