import type { CreditId, LessonId, OrganisationId, PairingId, StudioId, TemplateId } from '@qinglan/domain';
import * as z from 'zod';
import { historyEntry } from './directory.contract';
import { endpoint } from './kernel/endpoint';
import { code, day, id, page, paging, search, text, version } from './kernel/primitives';
import { obligationTerms, obligationWish, pairingCard, pairingView } from './pairings.views';
import { obligationKind } from './words';

const reader = 'signed-in' as const;
const pairingParams = z.object({ pairingId: id<PairingId>() });

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
     * `open`: not ended; of these `running`: worked at and not past their last day, `overdue`: past it and without an end
     * yet, `current`: all but those; `asking`: something waits for consent or signatures, also in a pairing that runs.
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
/** What the list can be narrowed to: studios, schools and cohorts of the pairings that the reader may see. */
export const readPairingChoices = endpoint({
  method: 'GET',
  path: '/pairing-choices',
  summary: 'What pairings can be narrowed to',
  access: reader,
  reply: z.object({
    studios: z.array(z.object({ id: id<StudioId>(), subject: z.string() })),
    schools: z.array(z.object({ id: id<OrganisationId>(), name: z.string() })),
    cohorts: z.array(z.string()),
  }),
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
/** Who did what to a pairing and when, newest first. */
export const readPairingHistory = endpoint({
  method: 'GET',
  path: '/pairings/:pairingId/history',
  summary: 'History of one pairing',
  access: reader,
  params: pairingParams,
  query: z.object(paging),
  reply: page(historyEntry),
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
/**
 * Writes the agreement: its span, obligations and clauses. Before the pairing runs, signatures of an earlier text no longer
 * count; while it runs, the text is a revision that takes over with the third signature, and the text in force stays.
 */
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
    obligations: z.array(obligationWish).max(6),
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
/** Takes back a revision that not all three have signed; the text in force stays. */
export const withdrawAgreement = endpoint({
  method: 'POST',
  path: '/pairings/:pairingId/agreement/withdrawal',
  summary: 'Withdraw a revision of the agreement',
  access: reader,
  params: pairingParams,
  reply: pairingView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'revision-missing'],
});
/**
 * Signs the agreement as it was read, for oneself or, as coordinator of the mentee's end, for the school: the revision where
 * there is one. The version names the text: whoever read another one is refused as stale.
 */
export const signAgreement = endpoint({
  method: 'POST',
  path: '/pairings/:pairingId/signature',
  summary: 'Sign the agreement',
  access: reader,
  params: pairingParams,
  reply: pairingView,
  versioned: true,
  problems: ['not-found', 'forbidden', 'stale', 'pairing-state', 'agreement-empty', 'already-signed', 'pairing-exists'],
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
    obligations: z.array(obligationWish).min(1).max(6),
    withdrawn: z.boolean(),
  }),
  reply: templateView,
  versioned: true,
  problems: ['forbidden', 'not-found', 'stale', 'code-taken', 'id-taken', 'obligation-twice'],
});
