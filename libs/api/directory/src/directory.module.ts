import { Module } from '@nestjs/common';
import { ClassQueries } from './class.queries';
import { ClassStore } from './class.store';
import { ClassesController } from './classes.controller';
import { ClassroomQueries } from './classroom.queries';
import { ClassroomStore } from './classroom.store';
import { ClassroomsController } from './classrooms.controller';
import { HistoryController } from './history.controller';
import { HistoryQueries } from './history.queries';
import { OrganisationQueries } from './organisation.queries';
import { OrganisationStore } from './organisation.store';
import { OrganisationsController } from './organisations.controller';
import { PartnershipQueries } from './partnership.queries';
import { PartnershipStore } from './partnership.store';
import { PartnershipsController } from './partnerships.controller';
import { PartyQueries } from './party.queries';
import { PartyStore } from './party.store';
import { PeopleController } from './people.controller';
import { PersonQueries } from './person.queries';
import { PersonStore } from './person.store';
import { SaveClass } from './save-class';
import { SaveClassroom } from './save-classroom';
import { SaveOrganisation } from './save-organisation';
import { SavePartnership } from './save-partnership';
import { SavePerson } from './save-person';

const stores = [OrganisationStore, ClassroomStore, ClassStore, PersonStore, PartnershipStore];
const queries = [OrganisationQueries, ClassroomQueries, ClassQueries, PersonQueries, HistoryQueries];
const shared = [...stores, PartnershipQueries, PartyQueries];
const useCases = [SaveOrganisation, SaveClassroom, SaveClass, SavePerson, SavePartnership];

/** Organisations, people, classes, classrooms and partnerships. */
@Module({
  controllers: [
    OrganisationsController,
    ClassroomsController,
    ClassesController,
    PeopleController,
    PartnershipsController,
    HistoryController,
  ],
  providers: [...shared, ...queries, ...useCases, PartyStore],
  exports: shared,
})
export class DirectoryModule {}
