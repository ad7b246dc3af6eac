import {
  pairingStates,
  reasonsToAct,
  type OrganisationId,
  type PairingId,
  type PersonId,
  type StudioId,
} from '@qinglan/domain';
import * as z from 'zod';
import { endpoint } from './kernel/endpoint';
import { day, id, page, paging } from './kernel/primitives';
import { obligationKind, pairingState } from './words';

// Signed in: who leads a studio has no role of that name, so the use case asks.
const access = 'signed-in' as const;
const problems = ['forbidden'] as const;

const filters = {
  studioId: id<StudioId>().optional(),
  /** Of mentor or mentee. */
  schoolId: id<OrganisationId>().optional(),
  /** Of the mentor. */
  cohort: z.string().trim().min(1).max(60).optional(),
  /** Pairings that this term saw: begun by its last day, without an end before its first. Visits of this term, by default of the one that runs or ran last; obligations of this term, by default what holds today, and what ended unpaid in the term that runs. */
  termCode: z.string().trim().min(1).max(40).optional(),
};

/** Which pairings a tracking board is about: of a studio, a school, a cohort; and which term. */
export const trackingFilters = z.object(filters);
/** Which pairings a tracking board is about. */
export type TrackingFilters = z.output<typeof trackingFilters>;

/** A term with both its days, from where either side begins to where both have ended. */
export const termSpan = z.object({ code: z.string(), name: z.string(), firstDay: day, lastDay: day });

/** Obligations by how they stand: on the way, late, failing. */
const standing = { fair: z.int(), amber: z.int(), red: z.int() };

/** What the board begins with; obligations are those of pairings that are not paused. */
export const trackingFigures = z.object({
  term: termSpan.nullable(),
  /** Worked at and not past their last day. */
  running: z.int(),
  /** Waiting for consent or signatures. */
  asked: z.int(),
  /** By state, overdue ones apart. */
  states: z.array(z.object({ state: pairingState, pairings: z.int() })),
  /** Running pairings without contact for 21 days. */
  waiting: z.int(),
  ...standing,
  /** Past their last day, without an end. */
  overdue: z.int(),
});
/** What the board begins with. */
export type TrackingFigures = z.output<typeof trackingFigures>;

/** The figures of the board. */
export const readTrackingFigures = endpoint({
  method: 'GET',
  path: '/tracking/figures',
  summary: 'Figures of pairings: running, waiting, obligations at risk',
  access,
  query: trackingFilters,
  reply: trackingFigures,
  problems,
});

/** How evenly the mentors' visits are spread over the mentees in a term. */
export const visitEquity = z.object({
  term: termSpan.nullable(),
  mentees: z.int(),
  /** How many mentees were heard so often. */
  bins: z.array(z.object({ value: z.int(), count: z.int() })),
  /** From 0, all alike, towards 1, one mentee has them all. */
  gini: z.number().min(0).max(1),
  /** The longest time in the term in which a mentor did not hear his mentee, of pairings that run and are not paused. */
  longest: z.object({ days: z.int(), pairingId: id<PairingId>(), mentor: z.string(), mentee: z.string() }).nullable(),
});
/** How evenly the mentors' visits are spread. */
export type VisitEquity = z.output<typeof visitEquity>;

/** Equity of visits. */
export const readVisitEquity = endpoint({
  method: 'GET',
  path: '/tracking/equity',
  summary: 'How evenly visits are spread over mentees',
  access,
  query: trackingFilters,
  reply: visitEquity,
  problems,
});

/** What one mentor carries: running pairings, and lessons heard in the term. */
export const mentorLoad = z.object({
  mentorId: id<PersonId>(),
  name: z.string(),
  school: z.string(),
  running: z.int(),
  visits: z.int(),
});
/** What one mentor carries. */
export type MentorLoad = z.output<typeof mentorLoad>;

/** Mentors by what they carry, most first. */
export const listMentorLoads = endpoint({
  method: 'GET',
  path: '/tracking/loads',
  summary: 'Mentors by number of mentees, most first',
  access,
  query: trackingFilters.extend(paging),
  reply: page(mentorLoad),
  problems,
});

/** Everything owed of one kind; what was done beyond the due of one does not make up for another. */
export const obligationTotal = z.object({
  kind: obligationKind,
  obligations: z.int(),
  due: z.int(),
  done: z.int(),
  ...standing,
});
/** Everything owed of one kind. */
export type ObligationTotal = z.output<typeof obligationTotal>;

/** Obligations by kind: due, done, at risk. */
export const readObligationTotals = endpoint({
  method: 'GET',
  path: '/tracking/obligations',
  summary: 'Obligations by kind: due, done, at risk',
  access,
  query: trackingFilters,
  reply: z.object({ items: z.array(obligationTotal) }),
  problems,
});

const person = z.object({ id: id<PersonId>(), name: z.string(), school: z.string() });

/** A pairing that needs somebody, and why; all reasons, most urgent first. */
export const pairingToActOn = z.object({
  pairingId: id<PairingId>(),
  mentor: person,
  mentee: person,
  studio: z.string().nullable(),
  state: pairingState,
  /** The last contact, or the beginning where there was none. */
  waitingSince: day,
  waitingDays: z.int(),
  toDay: day.nullable(),
  agreementState: z.enum(['asks', 'read', 'written']),
  /** A text waits for names beside the one in force. */
  hasRevision: z.boolean(),
  reasons: z.array(z.enum(reasonsToAct)),
  /** The obligation that stands worst, if one is at risk. */
  worst: z
    .object({ kind: obligationKind, due: z.int(), done: z.int(), lastDay: day, tone: z.enum(['amber', 'red']) })
    .nullable(),
});
/** A pairing that needs somebody, and why. */
export type PairingToActOn = z.output<typeof pairingToActOn>;

/** Pairings that need somebody, most urgent first; with a state, every pairing in it but those past their last day, those that need nobody last. */
export const listPairingsToActOn = endpoint({
  method: 'GET',
  path: '/tracking/to-act-on',
  summary: 'Pairings that need somebody, most urgent first',
  access,
  query: trackingFilters.extend({
    ...paging,
    reason: z.enum(reasonsToAct).optional(),
    state: z.enum(['running', ...pairingStates]).optional(),
  }),
  reply: page(pairingToActOn),
  problems,
});

/** What can be chosen in the filters: only what the reader's pairings have. */
export const readTrackingChoices = endpoint({
  method: 'GET',
  path: '/tracking/choices',
  summary: 'Studios, schools, cohorts and terms to filter by',
  access,
  reply: z.object({
    studios: z.array(z.object({ id: id<StudioId>(), code: z.string(), subject: z.string() })),
    schools: z.array(z.object({ id: id<OrganisationId>(), name: z.string() })),
    cohorts: z.array(z.string()),
    terms: z.array(termSpan),
  }),
  problems,
});

/** Pairings with their balances as a workbook, at most 20,000 rows. */
export const downloadTracking = endpoint({
  method: 'GET',
  path: '/tracking/pairings.xlsx',
  summary: 'Workbook of pairings with their balances',
  access,
  query: trackingFilters,
  carries: 'file',
  problems,
});
