export { DirectoryModule } from './directory.module';
export { type ClassroomRow, ClassroomStore } from './classroom.store';
export { type ClassRow, ClassStore } from './class.store';
export { type OrganisationRow, OrganisationStore } from './organisation.store';
export { type PartnershipBetween, PartnershipQueries } from './partnership.queries';
export { type PartnershipRow, PartnershipStore } from './partnership.store';
export { PartyQueries, type PartyView } from './party.queries';
export { type PersonRow, PersonStore } from './person.store';
export {
  type By,
  type Changes,
  changesOf,
  codeTaken,
  type Entry,
  happeningsOf,
  idTaken,
  invalid,
  RegisterTable,
  type Saved,
  savedOf,
  type Wanted,
} from './register-table';
export { historyPage } from './history-page';
export { mayKeep, nearTo } from './near';
export { type Listing, listPage, type Narrowing, readOne, search, where } from './page';
