import { Injectable } from '@nestjs/common';
import { ClassroomStore, ClassStore, OrganisationStore, PartnershipStore } from '@qinglan/api-directory';
import type { BellScheduleId, OrganisationId } from '@qinglan/domain';
import { idOf, idOrNull, rowsOf, type WriteSheet } from './sheet-writer';
import * as sheets from './sheets-of-schools';

/** Writes 单位, 教室, 班级 and 学校结对. */
@Injectable()
export class SchoolSheets {
  constructor(
    private readonly organisations: OrganisationStore,
    private readonly classrooms: ClassroomStore,
    private readonly classes: ClassStore,
    private readonly partnerships: PartnershipStore,
  ) {}

  readonly writers: Readonly<Record<string, WriteSheet>> = {
    单位: (tx, records, facts) => {
      const rows = rowsOf(sheets.organisations, records).map(({ side, bell, ...row }) => ({
        ...row,
        sideId: facts.known.sides.get(side) ?? '',
        bellScheduleId: idOrNull<BellScheduleId>(facts, '作息', bell),
      }));
      return this.organisations.saveAll(tx, rows, facts.by);
    },
    教室: (tx, records, facts) => {
      const rows = rowsOf(sheets.classrooms, records).map(({ organisation, ...row }) => ({
        ...row,
        organisationId: idOf<OrganisationId>(facts, '单位', organisation),
      }));
      return this.classrooms.saveAll(tx, rows, facts.by);
    },
    班级: (tx, records, facts) => {
      const rows = rowsOf(sheets.classes, records).map(({ organisation, ...row }) => ({
        ...row,
        organisationId: idOf<OrganisationId>(facts, '单位', organisation),
      }));
      return this.classes.saveAll(tx, rows, facts.by);
    },
    学校结对: (tx, records, facts) => {
      const rows = rowsOf(sheets.partnerships, records).map(({ supporting, receiving, ...row }) => ({
        ...row,
        supportingSchoolId: idOf<OrganisationId>(facts, '单位', supporting),
        receivingSchoolId: idOf<OrganisationId>(facts, '单位', receiving),
        // The sheet has no column for the end of a partnership: one that was set stays.
        toDay: facts.known.partnerships.get(`${supporting}|${receiving}`)?.toDay ?? null,
      }));
      return this.partnerships.saveAll(tx, rows, facts.by);
    },
  };
}
