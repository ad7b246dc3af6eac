import { Directory1790000000001 } from './migrations/1-directory';
import { Identity1790000000002 } from './migrations/2-identity';
import { Calendar1790000000003 } from './migrations/3-calendar';
import { Scheduling1790000000004 } from './migrations/4-scheduling';
import { Live1790000000005 } from './migrations/5-live';
import { Register1790000000006 } from './migrations/6-register';

/** Every migration, in the order in which they run. */
export const migrations = [
  Directory1790000000001,
  Identity1790000000002,
  Calendar1790000000003,
  Scheduling1790000000004,
  Live1790000000005,
  Register1790000000006,
];
