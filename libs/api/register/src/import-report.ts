import type { ImportReport } from '@qinglan/contracts';
import type { SpokenLanguage } from '@qinglan/api-platform';
import { describeFault } from './fault-words';
import type { ImportOutcome } from './import-register';

/** What an import did, in the reader's language. */
export const reportOf = (outcome: ImportOutcome, language: SpokenLanguage): ImportReport => ({
  ...outcome,
  sheets: [...outcome.sheets],
  faults: outcome.faults.map((fault) => describeFault(fault, language)),
});
