// npm run account -- <what to do with an account>; says how when asked nothing
import { runEntry } from './command.mjs';

await runEntry('account');
