import { Module } from '@nestjs/common';
import { ClassStore } from './class.store';
import { ClassroomStore } from './classroom.store';
import { OrganisationStore } from './organisation.store';
import { PartnershipQueries } from './partnership.queries';
import { PartnershipStore } from './partnership.store';
import { PartyQueries } from './party.queries';
import { PartyStore } from './party.store';
import { PersonStore } from './person.store';

const shared = [
  OrganisationStore,
  ClassroomStore,
  ClassStore,
  PersonStore,
  PartnershipStore,
  PartnershipQueries,
  PartyQueries,
];

/** Organisations, people, classes, classrooms and partnerships. */
@Module({ providers: [...shared, PartyStore], exports: shared })
export class DirectoryModule {}
