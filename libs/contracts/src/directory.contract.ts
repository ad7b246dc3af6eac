import type { ClassId, ClassroomId, OrganisationId, PartnershipId, PersonId } from '@qinglan/domain';
import * as z from 'zod';
import { endpoint } from './kernel/endpoint';
import { code, day, id, instant, page, paging, search, text, version } from './kernel/primitives';
import { classroomEndpoint, evidence, organisationCategory, role, sideId, stage } from './words';

const reader = 'signed-in' as const;
const editor = { roles: ['administrator', 'coordinator'] } as const;
const administrator = { roles: ['administrator'] } as const;
const saved = { versioned: true, problems: ['not-found', 'forbidden', 'stale', 'code-taken', 'id-taken'] } as const;
const ofSchool = z.object({ ...paging, q: search, organisationId: id<OrganisationId>().optional() });

/** A region with the label of its local clock; `clockZone` is null where Beijing time is the only one. */
export const sideView = z.object({
  id: sideId,
  name: z.string(),
  clockName: z.string().nullable(),
  clockZone: z.string().nullable(),
});

/** All regions. */
export const listSides = endpoint({
  method: 'GET',
  path: '/sides',
  summary: 'Regions',
  access: reader,
  reply: z.object({ items: z.array(sideView) }),
});

const organisationFields = {
  code,
  name: text(120),
  shortName: text(60),
  category: organisationCategory,
  stage: stage.nullable(),
  sideId,
  bellScheduleCode: code.nullable(),
  evidence,
};

/** A school, hospital, delegation, university or headquarters. */
export const organisationView = z.object({ id: id<OrganisationId>(), ...organisationFields, version });

/** Organisations by code. */
export const listOrganisations = endpoint({
  method: 'GET',
  path: '/organisations',
  summary: 'Organisations',
  access: reader,
  query: z.object({ ...paging, q: search, category: organisationCategory.optional(), sideId: sideId.optional() }),
  reply: page(organisationView),
});
/** One organisation with the names it bore before. */
export const readOrganisation = endpoint({
  method: 'GET',
  path: '/organisations/:organisationId',
  summary: 'One organisation',
  access: reader,
  params: z.object({ organisationId: id<OrganisationId>() }),
  reply: organisationView.extend({
    formerNames: z.array(z.object({ name: z.string(), validTo: day })),
  }),
  problems: ['not-found'],
});
/** Adds an organisation (version 0) or changes it (the version read). */
export const saveOrganisation = endpoint({
  method: 'PUT',
  path: '/organisations/:organisationId',
  summary: 'Add or change an organisation',
  access: administrator,
  params: z.object({ organisationId: id<OrganisationId>() }),
  body: z.object(organisationFields),
  reply: organisationView,
  ...saved,
});

const classroomFields = {
  code,
  organisationId: id<OrganisationId>(),
  name: text(60),
  endpoint: classroomEndpoint,
  seats: z.int().min(1).max(2000).nullable(),
  evidence,
};

/** A room with its equipment, presenting or receiving. */
export const classroomView = z.object({
  id: id<ClassroomId>(),
  ...classroomFields,
  organisation: z.string(),
  version,
});

/** Classrooms by code. */
export const listClassrooms = endpoint({
  method: 'GET',
  path: '/classrooms',
  summary: 'Classrooms',
  access: reader,
  query: ofSchool,
  reply: page(classroomView),
});
/** Adds a classroom (version 0) or changes it. */
export const saveClassroom = endpoint({
  method: 'PUT',
  path: '/classrooms/:classroomId',
  summary: 'Add or change a classroom',
  access: editor,
  params: z.object({ classroomId: id<ClassroomId>() }),
  body: z.object(classroomFields),
  reply: classroomView,
  ...saved,
});

const classFields = {
  code,
  organisationId: id<OrganisationId>(),
  name: text(60),
  grade: text(30),
  roll: z.int().min(0).max(500).nullable(),
};

/** A class of pupils; it has a roll, never names. */
export const classView = z.object({ id: id<ClassId>(), ...classFields, organisation: z.string(), version });

/** Classes by code. */
export const listClasses = endpoint({
  method: 'GET',
  path: '/classes',
  summary: 'Classes',
  access: reader,
  query: ofSchool,
  reply: page(classView),
});
/** Adds a class (version 0) or changes it. */
export const saveClass = endpoint({
  method: 'PUT',
  path: '/classes/:classId',
  summary: 'Add or change a class',
  access: editor,
  params: z.object({ classId: id<ClassId>() }),
  body: z.object(classFields),
  reply: classView,
  ...saved,
});

const personFields = {
  code,
  name: text(120),
  organisationId: id<OrganisationId>(),
  roles: z.array(role).min(1).max(6),
  subject: text(60).nullable(),
  cohort: text(60).nullable(),
  evidence,
};

/** A teacher, mentor, mentee, coordinator, administrator or viewer. */
export const personView = z.object({ id: id<PersonId>(), ...personFields, organisation: z.string(), version });

/** People by code; `role` narrows. */
export const listPeople = endpoint({
  method: 'GET',
  path: '/people',
  summary: 'People',
  access: reader,
  query: ofSchool.extend({ role: role.optional() }),
  reply: page(personView),
});
/** Adds a person (version 0) or changes the entry; a change of roles ends the person's sockets within 2 s. */
export const savePerson = endpoint({
  method: 'PUT',
  path: '/people/:personId',
  summary: 'Add or change a person',
  access: editor,
  params: z.object({ personId: id<PersonId>() }),
  body: z.object(personFields),
  reply: personView,
  ...saved,
  problems: [...saved.problems, 'cohort-closed'],
});

const partnershipFields = {
  supportingSchoolId: id<OrganisationId>(),
  receivingSchoolId: id<OrganisationId>(),
  fromDay: day,
  toDay: day.nullable(),
  evidence,
};

/** Two schools that teach together; `toDay` is the last day, inclusive. */
export const partnershipView = z.object({
  id: id<PartnershipId>(),
  ...partnershipFields,
  supportingSchool: z.string(),
  receivingSchool: z.string(),
  version,
});

/** Partnerships; people of a school see those of their school. */
export const listPartnerships = endpoint({
  method: 'GET',
  path: '/partnerships',
  summary: 'Partnerships of two schools',
  access: reader,
  query: z.object({ ...paging, organisationId: id<OrganisationId>().optional() }),
  reply: page(partnershipView),
});
/** Adds a partnership (version 0) or changes it. */
export const savePartnership = endpoint({
  method: 'PUT',
  path: '/partnerships/:partnershipId',
  summary: 'Add or change a partnership',
  access: administrator,
  params: z.object({ partnershipId: id<PartnershipId>() }),
  body: z.object(partnershipFields),
  reply: partnershipView,
  ...saved,
});

/** One entry of a history: who did what, and when; `detail` depends on `act`. */
export const historyEntry = z.object({
  at: instant,
  act: z.string(),
  /** Null when the system did it (expiry, import by command). */
  actor: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
});

/** The history of one entry of the register, newest first. */
export const readRegisterHistory = endpoint({
  method: 'GET',
  path: '/register/history/:subjectId',
  summary: 'History of one entry of the register',
  access: editor,
  params: z.object({ subjectId: z.uuid() }),
  query: z.object(paging),
  reply: page(historyEntry),
  problems: ['not-found'],
});
