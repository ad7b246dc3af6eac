import type {
  CreditId,
  LessonId,
  ObligationId,
  OrganisationId,
  PairingId,
  PersonId,
  StudioId,
  TemplateId,
} from '@qinglan/domain';
import * as z from 'zod';
import { historyEntry } from './directory.contract';
import { endpoint } from './kernel/endpoint';
import { code, day, id, instant, page, paging, search, text, version } from './kernel/primitives';
import { schoolLabel } from './scheduling.views';
import { obligationKind, obligationPeriod, pairingOutcome, pairingPart, pairingState } from './words';

const reader = 'signed-in' as const;
const pairingParams = z.object({ pairingId: id<PairingId>() });

/** One line of an agreement. */
export const obligationTerms = z.object({
  owedBy: pairingPart,
  kind: obligationKind,
  number: z.int().min(1).max(99),
  per: obligationPeriod,
});

/** What is due of one obligation in one period, both days included, and how much of it is done. */
export const shareView = z.object({
  obligationId: id<ObligationId>(),
  owedBy: pairingPart,
  kind: obligationKind,
  per: obligationPeriod,
  number: z.int(),
  firstDay: day,
  lastDay: day,
  due: z.int(),
  done: z.int(),
});

/** What is arranged next between the two: a lesson one of them gives, an accepted observation, a studio's activity. */
export const nextMeeting = z.object({
  kind: z.enum(['lesson', 'observation', 'activity']),
  id: z.uuid(),
  startsAt: instant,
  title: z.string(),
});

const personLabel = z.object({ id: id<PersonId>(), name: z.string(), school: schoolLabel });

/** A pairing as lists show it; `shares` are those of the periods that hold today. */
export const pairingCard = z.object({
  id: id<PairingId>(),
  mentor: personLabel,
  mentee: personLabel,
  studio: z.object({ id: id<StudioId>(), subject: z.string() }).nullable(),
  state: pairingState,
  fromDay: day,
  toDay: day.nullable(),
  agreementState: z.enum(['read', 'asks', 'written']),
  /** The last contact, or the beginning where there was none: most waiting is earliest. */
  waitingSince: day,
  lastContactOn: day.nullable(),
  atDistance: z.boolean(),
  outcome: pairingOutcome.nullable(),
  shares: z.array(shareView),
  next: nextMeeting.nullable(),
  version,
});
/** A pairing as lists show it. */
export type PairingCard = z.output<typeof pairingCard>;

const signature = z.object({
  party: z.enum(['mentor', 'mentee', 'school']),
  person: z.string(),
  signedAt: instant,
});

/** One pairing with its agreement, every share, and what the reader may do. */
export const pairingView = pairingCard.extend({
  /** Which of the two the reader is. */
  part: pairingPart.nullable(),
  /** The words of the register, where it came from there. */
  words: z.string().nullable(),
  template: z.object({ id: id<TemplateId>(), code: z.string(), title: z.string() }).nullable(),
  clauses: z.string(),
  obligations: z.array(obligationTerms.extend({ id: id<ObligationId>() })),
  allShares: z.array(shareView),
  signatures: z.array(signature),
  mentorConsentedAt: instant.nullable(),
  menteeConsentedAt: instant.nullable(),
  mentorShares: z.boolean(),
  menteeShares: z.boolean(),
  reason: z.string().nullable(),
  endedOn: day.nullable(),
  /** The pairing that this one carries on, and the one that carries this one on. */
  continuesId: id<PairingId>().nullable(),
  continuedById: id<PairingId>().nullable(),
  mayConsent: z.boolean(),
  mayWriteAgreement: z.boolean(),
  /** For whom the reader could sign now. */
  maySignFor: z.enum(['mentor', 'mentee', 'school']).nullable(),
  mayKeep: z.boolean(),
  mayRecord: z.boolean(),
});
/** One pairing with its agreement, every share, and what the reader may do. */
export type PairingView = z.output<typeof pairingView>;

/**
 * Pairings, most waiting first: those in which the reader guides (`mentor`) or is guided (`mentee`), or all that the reader
 * may see (`all`: a coordinator's school, a lead's studios, everything for administrators and viewers).
 */
export const listPairings = endpoint({
  method: 'GET',
  path: '/pairings',
  summary: 'Pairings, most waiting first',
  access: reader,
  query: z.object({
    ...paging,
    as: z.enum(['mentor', 'mentee', 'all']).default('all'),
    /**
     * `open`: not ended; of these `current`: not past their last day, `overdue`: past it and without an end yet,
     * `running`: active, paused or in assessment, `asking`: waits for consent or signatures.
     */
    state: z.enum(['current', 'open', 'running', 'asking', 'overdue', 'ended']).default('current'),
    studioId: id<StudioId>().optional(),
    schoolId: id<OrganisationId>().optional(),
    cohort: z.string().max(60).optional(),
    /** The words of the register could not be read whole. */
    asks: z.stringbool().optional(),
    q: search,
  }),
  reply: page(pairingCard),
});
/** One pairing. */
export const readPairing = endpoint({
  method: 'GET',
  path: '/pairings/:pairingId',
  summary: 'One pairing with agreement and balance',
  access: reader,
  params: pairingParams,
  reply: pairingView,
  problems: ['not-found'],
});
/** Who did what to a pairing and when, the newest 200 first. */
export const readPairingHistory = endpoint({
  method: 'GET',
  path: '/pairings/:pairingId/history',
  summary: 'History of one pairing',
  access: reader,
  params: pairingParams,
  reply: z.object({ items: z.array(historyEntry) }),
  problems: ['not-found'],
});

/** One thing that paid: what, when, and where it comes from. */
export const creditView = z.object({
  id: id<CreditId>(),
  kind: obligationKind,
  onDay: day,
  source: z.enum(['lesson', 'observation', 'activity', 'open-lesson', 'hand']),
  /** The lesson or the thing itself. */
  sourceKey: z.uuid(),
  lessonId: id<LessonId>().nullable(),
  title: z.string(),
  evidence: z.string().nullable(),
  by: z.string().nullable(),
});
/** What paid the obligations of a pairing, newest first. */
export const listCredits = endpoint({
  method: 'GET',
  path: '/pairings/:pairingId/credits',
  summary: 'What paid the obligations',
  access: reader,
  params: pairingParams,
  query: z.object({ ...paging, kind: obligationKind.optional() }),
  reply: page(creditView),
  problems: ['not-found'],
});

/** One of the two says yes or, with a reason, no to a pairing that was laid before them (双向选择). */
export const consentToPairing = endpoint({
  method: 'POST',
  path: '/pairings/:pairingId/consent',
  summary: 'Consent to a pairing, or decline it',
  access: reader,
  params: pairingParams,
  body: z.discriminatedUnion('consents', [
    z.object({ consents: z.literal(true) }),
    z.object({ consents: z.literal(false), reason: z.string().trim().max(300) }),
  ]),
  reply: pairingView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'pairing-state', 'already-consented', 'reason-missing'],
});
/** Writes the agreement: its span, obligations and clauses; signatures of an earlier text no longer count. */
export const saveAgreement = endpoint({
  method: 'PUT',
  path: '/pairings/:pairingId/agreement',
  summary: 'Write the agreement of a pairing',
  access: reader,
  params: pairingParams,
  body: z.object({
    templateId: id<TemplateId>().nullable(),
    fromDay: day,
    toDay: day,
    clauses: z.string().trim().max(4000),
    obligations: z.array(obligationTerms).max(6),
  }),
  reply: pairingView,
  versioned: true,
  problems: [
    'not-found',
    'forbidden',
    'stale',
    'pairing-state',
    'agreement-days',
    'agreement-empty',
    'obligation-twice',
    'pairing-exists',
  ],
});
/** Signs the agreement as it was read, for oneself or, as coordinator of the mentee's end, for the school. */
export const signAgreement = endpoint({
  method: 'POST',
  path: '/pairings/:pairingId/signature',
  summary: 'Sign the agreement',
  access: reader,
  params: pairingParams,
  reply: pairingView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'pairing-state', 'agreement-empty', 'already-signed'],
});
/** One of the two lets the coordinator of the mentee's school read the observations, or no longer; both must. */
export const shareObservations = endpoint({
  method: 'POST',
  path: '/pairings/:pairingId/sharing',
  summary: 'Let the school read the observations',
  access: reader,
  params: pairingParams,
  body: z.object({ shares: z.boolean() }),
  reply: pairingView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale'],
});

/** A kind of agreement to begin from. */
export const templateView = z.object({
  id: id<TemplateId>(),
  code: z.string(),
  title: z.string(),
  months: z.int(),
  clauses: z.string(),
  obligations: z.array(obligationTerms),
  withdrawn: z.boolean(),
  version,
});
/** All templates by their code; there are a handful. */
export const listTemplates = endpoint({
  method: 'GET',
  path: '/agreement-templates',
  summary: 'Templates of agreements',
  access: reader,
  reply: z.object({ items: z.array(templateView) }),
});
/** Adds a template or changes one; a withdrawn one is no longer offered, and agreements made from it stay. */
export const saveTemplate = endpoint({
  method: 'PUT',
  path: '/agreement-templates/:templateId',
  summary: 'Add or change a template',
  access: { roles: ['administrator'] },
  params: z.object({ templateId: id<TemplateId>() }),
  body: z.object({
    code,
    title: text(60),
    months: z.int().min(1).max(36),
    clauses: z.string().trim().max(4000),
    obligations: z.array(obligationTerms).min(1).max(6),
    withdrawn: z.boolean(),
  }),
  reply: templateView,
  versioned: true,
  problems: ['forbidden', 'not-found', 'stale', 'code-taken', 'id-taken', 'obligation-twice'],
});
