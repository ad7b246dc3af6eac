import { Injectable } from '@nestjs/common';
import { PersonStore } from '@qinglan/api-directory';
import { PairingSheetStore, StudioHonourStore, StudioStore } from '@qinglan/api-mentoring';
import type { OrganisationId, PersonId, StudioId } from '@qinglan/domain';
import { idOf, idOrNull, rowsOf, type WriteSheet } from './sheet-writer';
import * as programme from './sheets-of-programme';
import * as schools from './sheets-of-schools';

/** Writes 人员, 工作室, 荣誉 and 师徒结对. */
@Injectable()
export class PeopleSheets {
  constructor(
    private readonly people: PersonStore,
    private readonly studios: StudioStore,
    private readonly honours: StudioHonourStore,
    private readonly pairings: PairingSheetStore,
  ) {}

  readonly writers: Readonly<Record<string, WriteSheet>> = {
    人员: (tx, records, facts) => {
      const rows = rowsOf(schools.people, records).map(({ organisation, ...row }) => ({
        ...row,
        organisationId: idOf<OrganisationId>(facts, '单位', organisation),
      }));
      return this.people.saveAll(tx, rows, facts.by);
    },
    工作室: (tx, records, facts) => {
      const rows = rowsOf(programme.studios, records).map(({ host, lead, ...row }) => ({
        ...row,
        hostId: idOf<OrganisationId>(facts, '单位', host),
        leadId: idOrNull<PersonId>(facts, '人员', lead),
      }));
      return this.studios.saveAll(tx, rows, facts.by);
    },
    荣誉: (tx, records, facts) => {
      const rows = rowsOf(programme.honours, records).map(({ studio, ...row }) => ({
        ...row,
        studioId: idOf<StudioId>(facts, '工作室', studio),
      }));
      return this.honours.saveAll(tx, rows, facts.by);
    },
    师徒结对: (tx, records, facts) => {
      const rows = rowsOf(programme.pairings, records).map(({ mentor, mentee, studio, ...row }) => ({
        ...row,
        mentorId: idOf<PersonId>(facts, '人员', mentor),
        menteeId: idOf<PersonId>(facts, '人员', mentee),
        studioId: idOrNull<StudioId>(facts, '工作室', studio),
      }));
      return this.pairings.saveAll(tx, rows, facts.by);
    },
  };
}
