import { honourLevels, type Id, type OrganisationId, type PersonId, units } from '@qinglan/domain';
import * as z from 'zod';
import { programmeYear, reportEditors, reportReaders, statementView, trilingualText } from './indicators.views';
import { endpoint } from './kernel/endpoint';
import { code, id, page, paging, text, version } from './kernel/primitives';
import { evidence } from './words';

/** Stated facts of a year. */
export const listStatements = endpoint({
  method: 'GET',
  path: '/years/:year/statements',
  summary: 'Stated facts of a year',
  access: reportReaders,
  params: z.object({ year: programmeYear }),
  reply: z.object({ items: z.array(statementView) }),
});
/** Adds a stated fact (version 0) or corrects one; what is called stated is quoted from its source. */
export const saveStatement = endpoint({
  method: 'PUT',
  path: '/statements/:statementId',
  summary: 'Add or correct a stated fact',
  access: reportEditors,
  params: z.object({ statementId: id<Id<'Statement'>>() }),
  body: z.object({
    code,
    year: z.int().min(1990).max(2100),
    about: z.string().max(30),
    text: trilingualText(600),
    number: z.int().min(0).max(1_000_000).nullable(),
    unit: z.enum(units).nullable(),
    quote: text(600).nullable(),
    source: text(120),
    organisationIds: z.array(id<OrganisationId>()).max(40),
    evidence,
  }),
  reply: statementView,
  versioned: true,
  problems: ['forbidden', 'stale', 'code-taken', 'id-taken', 'value-unknown', 'quote-missing'],
});

const personHonour = z.object({
  id: id<Id<'PersonHonour'>>(),
  personId: id<PersonId>(),
  person: z.string(),
  title: z.string(),
  level: z.enum(honourLevels),
  year: z.int(),
  proof: z.string(),
  evidence,
  version,
});
/** An honour or award of a mentee. */
export type PersonHonourView = z.output<typeof personHonour>;
/** Honours of the people a reader looks after, newest first. */
export const listPersonHonours = endpoint({
  method: 'GET',
  path: '/person-honours',
  summary: 'Honours and awards of mentees',
  access: reportReaders,
  query: z.object({ ...paging, year: programmeYear.optional() }),
  reply: page(personHonour),
});
/** Adds an honour of a mentee (version 0) or corrects one; a coordinator those of the own school. */
export const savePersonHonour = endpoint({
  method: 'PUT',
  path: '/person-honours/:honourId',
  summary: 'Add or correct an honour of a mentee',
  access: { roles: ['administrator', 'coordinator'] },
  params: z.object({ honourId: id<Id<'PersonHonour'>>() }),
  body: z.object({
    personId: id<PersonId>(),
    title: text(120),
    level: z.enum(honourLevels),
    year: z.int().min(1990).max(2100),
    /** What shows it: words, or an address that begins with https://. */
    proof: text(300),
    evidence,
  }),
  reply: personHonour,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'code-taken', 'id-taken'],
});
