import type { EntryKind } from '../entries/entry';
import { classKind } from './class.kind';
import { classroomKind } from './classroom.kind';
import { organisationKind } from './organisation.kind';
import { partnershipKind } from './partnership.kind';
import { personKind } from './person.kind';

/** The lists that one page shows, by the word of their address. */
export const lists: Readonly<Record<string, EntryKind>> = {
  organisations: organisationKind,
  classrooms: classroomKind,
  classes: classKind,
  people: personKind,
  partnerships: partnershipKind,
};
