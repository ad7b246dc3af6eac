import { Injectable } from '@nestjs/common';
import { EnrolmentSheet, ItemSheet } from '@qinglan/api-programme';
import { SeriesStore } from '@qinglan/api-scheduling';
import type { ClassId, ClassroomId, ItemId, OrganisationId, PersonId } from '@qinglan/domain';
import { classroomsOf } from './check-series';
import { idOf, idOrNull, rowsOf, type WriteFacts, type WriteSheet } from './sheet-writer';
import * as sheets from './sheets-of-programme';

/** The school's only classroom of that kind, which the checks have made sure of. */
const onlyClassroom = (facts: WriteFacts, school: string, endpoint: string): ClassroomId =>
  idOf<ClassroomId>(facts, '教室', classroomsOf(facts.known, school, endpoint)[0] ?? '');

/** Writes 项目, 报名 and 远程课; a series becomes a draft, and nothing is proposed. */
@Injectable()
export class ProgrammeSheets {
  constructor(
    private readonly items: ItemSheet,
    private readonly enrolments: EnrolmentSheet,
    private readonly series: SeriesStore,
  ) {}

  readonly writers: Readonly<Record<string, WriteSheet>> = {
    项目: (tx, records, facts) => {
      const rows = rowsOf(sheets.items, records).map(({ sender, host, ...row }) => ({
        ...row,
        senderId: idOrNull<OrganisationId>(facts, '单位', sender),
        hostId: idOrNull<OrganisationId>(facts, '单位', host),
      }));
      return this.items.saveAll(tx, rows, facts.by);
    },
    报名: (tx, records, facts) => {
      const rows = rowsOf(sheets.enrolments, records).map(({ item, person, ...row }) => ({
        ...row,
        itemId: idOf<ItemId>(facts, '项目', item),
        personId: idOf<PersonId>(facts, '人员', person),
      }));
      return this.enrolments.saveAll(tx, rows, facts.by);
    },
    远程课: (tx, records, facts) => {
      const rows = rowsOf(sheets.series, records).map((row) => ({
        code: row.code,
        termCode: row.term,
        kind: row.kind,
        subject: row.subject,
        presentingSchoolId: idOf<OrganisationId>(facts, '单位', row.presentingSchool),
        receivingSchoolId: idOf<OrganisationId>(facts, '单位', row.receivingSchool),
        presenterId: idOf<PersonId>(facts, '人员', row.presenter),
        presentingClassId: idOrNull<ClassId>(facts, '班级', row.presentingClass),
        presentingClassroomId: onlyClassroom(facts, row.presentingSchool, 'presenting'),
        localTeacherId: idOf<PersonId>(facts, '人员', row.localTeacher),
        receivingClassId: idOrNull<ClassId>(facts, '班级', row.receivingClass),
        receivingClassroomId: onlyClassroom(facts, row.receivingSchool, 'receiving'),
        weekday: row.weekday,
        period: row.period,
        weeks: row.weeks,
      }));
      return this.series.saveAll(tx, rows, facts.by);
    },
  };
}
