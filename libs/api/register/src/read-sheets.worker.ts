import { parentPort, workerData } from 'node:worker_threads';
import { type GivenFile, readFiles } from './read-files';
import { Unreadable } from './unreadable';

/** Runs beside the server, so that a file that takes all it can get stalls nobody else. */
function answer() {
  try {
    return { tables: readFiles(workerData as readonly GivenFile[]) };
  } catch (error) {
    if (error instanceof Unreadable) return { refused: { kind: error.kind, words: error.words } };
    throw error;
  }
}

parentPort?.postMessage(answer());
