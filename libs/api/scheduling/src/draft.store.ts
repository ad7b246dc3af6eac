import { Injectable } from '@nestjs/common';
import { constraintOf, Refused, statement, type Tx } from '@qinglan/api-platform';
import type { SeriesId } from '@qinglan/domain';
import type { SeriesDraft } from './series.facts';

const columns = `code, term_code, kind, subject, presenting_school_id, receiving_school_id, presenter_id,
  presenting_class_id, presenting_classroom_id, local_teacher_id, receiving_class_id, receiving_classroom_id,
  weekday, period, weeks, minutes, skip_weeks, choices`;
const values = `$2, $3, $4, $5, $6::uuid, $7::uuid, $8::uuid, $9::uuid, $10::uuid, $11::uuid, $12::uuid, $13::uuid,
  $14::smallint, $15::smallint, $16, $17::smallint, $18::smallint[], $19::jsonb`;

const add = statement(
  'scheduling-series-add',
  `INSERT INTO series (id, ${columns}) VALUES ($1, ${values}) ON CONFLICT (id) DO NOTHING`,
);
const change = statement(
  'scheduling-series-change',
  `UPDATE series SET (${columns}, version) = (${values}, version + 1) WHERE id = $1`,
);

const valuesOf = (seriesId: SeriesId, draft: SeriesDraft): readonly unknown[] => [
  seriesId,
  draft.code,
  draft.termCode,
  draft.kind,
  draft.subject,
  draft.presentingSchoolId,
  draft.receivingSchoolId,
  draft.presenterId,
  draft.presentingClassId,
  draft.presentingClassroomId,
  draft.localTeacherId,
  draft.receivingClassId,
  draft.receivingClassroomId,
  draft.weekday,
  draft.period,
  draft.weeks,
  draft.minutes,
  draft.skipWeeks,
  JSON.stringify(draft.choices),
];

function refuseTakenCode(error: unknown): never {
  throw constraintOf(error) === 'series_code_once' ? new Refused('code-taken', { cause: error }) : error;
}

/** Writes single drafts of `series`; the register writes whole sheets by `SeriesStore`. */
@Injectable()
export class DraftStore {
  /** False where the id is in use. */
  async add(tx: Tx, seriesId: SeriesId, draft: SeriesDraft): Promise<boolean> {
    return (await tx.run(add, valuesOf(seriesId, draft)).catch(refuseTakenCode)) === 1;
  }

  /** Asked for a row that the transaction has locked. */
  async change(tx: Tx, seriesId: SeriesId, draft: SeriesDraft): Promise<void> {
    await tx.run(change, valuesOf(seriesId, draft)).catch(refuseTakenCode);
  }
}
