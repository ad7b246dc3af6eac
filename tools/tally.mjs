// npm run tally: what the yearly report keeps ready of lessons, counted anew
import { runEntry } from './command.mjs';

await runEntry('tally');
