import { Injectable } from '@nestjs/common';
import { type By, codeTaken, happeningsOf, invalid, RegisterTable, type Saved, savedOf } from '@qinglan/api-directory';
import { History, Refused, statement, type Tx } from '@qinglan/api-platform';
import { type PairingId, type PersonId, readAgreement, type StudioId } from '@qinglan/domain';
import { hasRevision } from '../standing.sql';
import { AgreementStore, type WordsRead } from './agreement.store';

/** A mentor and a mentee as they are kept; `agreement` names the obligation. */
export interface PairingRow {
  readonly mentorId: PersonId;
  readonly menteeId: PersonId;
  readonly studioId: StudioId | null;
  readonly fromDay: string;
  readonly toDay: string | null;
  readonly agreement: string | null;
}

const pairings = new RegisterTable<PairingRow, PairingId>({
  table: 'pairing',
  key: ['mentorId', 'menteeId', 'fromDay'],
  only: "t.state <> 'lapsed'",
  fields: {
    mentorId: { column: 'mentor_id', type: 'uuid' },
    menteeId: { column: 'mentee_id', type: 'uuid' },
    studioId: { column: 'studio_id', type: 'uuid' },
    fromDay: { column: 'from_day', type: 'date' },
    toDay: { column: 'to_day', type: 'date' },
    agreement: { column: 'agreement', type: 'text' },
  },
  refusals: {
    pairing_once: codeTaken,
    pairing_mentor: invalid('#/mentorId', 'no such person'),
    pairing_mentee: invalid('#/menteeId', 'no such person'),
    pairing_studio: invalid('#/studioId', 'no such studio'),
    pairing_two_people: invalid('#/menteeId', 'two different people'),
    pairing_days: invalid('#/toDay', 'not before fromDay'),
    pairing_cohort_open: () => new Refused('cohort-closed'),
  },
});

// A row of the sheet that became an agreement written here, signed or not, whatever days that has.
const writtenHere = statement(
  'mentoring-sheet-written',
  `SELECT p.id, k."mentorId", k."menteeId", k."fromDay"::text
   FROM jsonb_to_recordset($1::jsonb) AS k ("mentorId" uuid, "menteeId" uuid, "fromDay" date)
   JOIN pairing p ON p.mentor_id = k."mentorId" AND p.mentee_id = k."menteeId"
     AND coalesce(p.sheet_day, p.from_day) = k."fromDay"
   WHERE (p.agreement_state = 'written' OR ${hasRevision('p')}) AND p.state <> 'lapsed'`,
);

function wordsOf(pairingId: PairingId, { agreement }: PairingRow): WordsRead {
  const { obligations, unread } = readAgreement(agreement ?? '');
  return { pairingId, obligations, isWhole: obligations.length > 0 && unread.length === 0 };
}

/** Writes whole sheets of `pairing`; single pairings are written by `PairingStore`. */
@Injectable()
export class PairingSheetStore {
  constructor(
    private readonly history: History,
    private readonly agreements: AgreementStore,
  ) {}

  /** Many at once, by `mentorId|menteeId|fromDay`; what can be read of the agreement in words is owed from then on. */
  async saveAll(tx: Tx, rows: readonly PairingRow[], by: By): Promise<Saved<PairingId>> {
    const written = await this.writtenHere(tx, rows);
    const changes = await pairings.match(
      tx,
      rows.filter((row) => !written.has(pairings.keyOf(row))),
    );
    await pairings.write(tx, changes);
    await this.history.add(tx, by, happeningsOf('pairing', changes));
    await this.agreements.readWords(
      tx,
      [...changes.created, ...changes.changed].map(({ id, row }) => wordsOf(id, row)),
    );
    const saved = savedOf(changes);
    return { ...saved, unchanged: saved.unchanged + written.size, ids: new Map([...saved.ids, ...written]) };
  }

  /** A sheet changes nothing of what the two and the school wrote and signed here. */
  private async writtenHere(tx: Tx, rows: readonly PairingRow[]): Promise<ReadonlyMap<string, PairingId>> {
    const keys = rows.map(({ mentorId, menteeId, fromDay }) => ({ mentorId, menteeId, fromDay }));
    const found = await tx.rows<PairingRow & { readonly id: PairingId }>(writtenHere, [JSON.stringify(keys)]);
    return new Map(found.map((row) => [pairings.keyOf(row), row.id]));
  }
}
