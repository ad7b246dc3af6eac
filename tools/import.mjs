// npm run import -- <folder or file> [--dry-run]
import { runEntry } from './command.mjs';

await runEntry('import');
