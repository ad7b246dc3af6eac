import { Injectable } from '@nestjs/common';
import { type By, codeTaken, happeningsOf, invalid, RegisterTable, type Saved, savedOf } from '@qinglan/api-directory';
import { History, type Tx } from '@qinglan/api-platform';
import type { SeriesId } from '@qinglan/domain';
import type { SeriesRow } from './series.facts';

/** A series of a register sheet; its code is its key. */
export interface SeriesSheetRow extends SeriesRow {
  readonly code: string;
}

const sheet = new RegisterTable<SeriesSheetRow, SeriesId>({
  table: 'series',
  key: ['code'],
  fields: {
    code: { column: 'code', type: 'text' },
    termCode: { column: 'term_code', type: 'text' },
    kind: { column: 'kind', type: 'text' },
    subject: { column: 'subject', type: 'text' },
    presentingSchoolId: { column: 'presenting_school_id', type: 'uuid' },
    receivingSchoolId: { column: 'receiving_school_id', type: 'uuid' },
    presenterId: { column: 'presenter_id', type: 'uuid' },
    presentingClassId: { column: 'presenting_class_id', type: 'uuid' },
    presentingClassroomId: { column: 'presenting_classroom_id', type: 'uuid' },
    localTeacherId: { column: 'local_teacher_id', type: 'uuid' },
    receivingClassId: { column: 'receiving_class_id', type: 'uuid' },
    receivingClassroomId: { column: 'receiving_classroom_id', type: 'uuid' },
    weekday: { column: 'weekday', type: 'smallint' },
    period: { column: 'period', type: 'smallint' },
    weeks: { column: 'weeks', type: 'text' },
  },
  refusals: { series_code_once: codeTaken, series_weekday: invalid('#/weekday', '1 to 7') },
});

/** Writes the sheet of series: what no sheet holds (skipped weeks, chosen starts) stays as people chose it. */
@Injectable()
export class SeriesStore {
  constructor(private readonly history: History) {}

  /** Many at once, by code. */
  async saveAll(tx: Tx, rows: readonly SeriesSheetRow[], by: By): Promise<Saved<SeriesId>> {
    const changes = await sheet.match(tx, rows);
    await sheet.write(tx, changes);
    await this.history.add(tx, by, happeningsOf('series', changes));
    return savedOf(changes);
  }
}
