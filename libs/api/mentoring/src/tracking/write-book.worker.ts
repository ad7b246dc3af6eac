import { Writable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import type { BookFacts, FromBook, ToBook } from './book.messages';
import { PairingBook } from './pairing-book';

/** Runs beside the server: cells, styles and compression of a large workbook stall nobody else. */
const say = (said: FromBook): void => parentPort?.postMessage(said);

const pieces = new Writable({
  write(piece: Uint8Array, _encoding, taken) {
    say({ piece });
    taken();
  },
});
const book = new PairingBook(pieces, workerData as BookFacts);

async function hear(told: ToBook): Promise<void> {
  if ('rows' in told) {
    told.rows.forEach((row) => book.add(row));
    return say({ says: 'taken' });
  }
  await book.end(told.isCut);
  say({ says: 'whole' });
}

// What goes wrong ends the thread, and with it the download.
parentPort?.on('message', (told: ToBook) => void hear(told));
