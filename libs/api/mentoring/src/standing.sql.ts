import { askedPairingStates, endedPairingStates, type PairingState, runningPairingStates } from '@qinglan/domain';

/** States as a list of SQL literals. */
export const listed = (states: Iterable<PairingState>): string => [...states].map((state) => `'${state}'`).join(', ');

const ended = listed(endedPairingStates);
const working = listed(runningPairingStates);

/** The row of a pairing has no end yet. */
export const isOpenPairing = (row: string): string => `${row}.state NOT IN (${ended})`;

/** The two of the row work with each other, or pause, whatever day it is. */
export const isWorking = (row: string): string => `${row}.state IN (${working})`;

/** What `pairingStanding` says, in SQL, of the row of a pairing on a day: the only way in which pairings are counted. */
export const isStanding = {
  asked: (row: string): string => `${row}.state IN (${listed(askedPairingStates)})`,
  running: (row: string, today: string): string =>
    `(${isWorking(row)} AND (${row}.to_day IS NULL OR ${row}.to_day >= ${today}))`,
  overdue: (row: string, today: string): string => `(${isWorking(row)} AND coalesce(${row}.to_day < ${today}, false))`,
  ended: (row: string): string => `${row}.state IN (${ended})`,
} as const;

/** Mentor, mentee and school have put their names under the text in force of the row of a pairing. */
export const isSigned = (row: string): string => `(SELECT count(*) >= 3 FROM agreement_signature sg
  WHERE sg.pairing_id = ${row}.id AND sg.revision_id IS NULL)`;

/** A revision of the agreement waits beside the text in force of the row of a pairing. */
export const hasRevision = (row: string): string =>
  `EXISTS (SELECT FROM agreement_revision rv WHERE rv.pairing_id = ${row}.id AND rv.state = 'draft')`;
