import { parentPort, workerData } from 'node:worker_threads';
import { workOutPlans } from './work-out-plans';

// Runs beside the server, so that a round of thousands stalls nobody else.
parentPort?.postMessage(workOutPlans(workerData as string));
