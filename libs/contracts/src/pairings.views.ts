import {
  mayOwe,
  type ObligationId,
  type PairingId,
  type PersonId,
  type StudioId,
  type TemplateId,
} from '@qinglan/domain';
import * as z from 'zod';
import { day, id, instant, version } from './kernel/primitives';
import { askedRequest, nextMeeting } from './pairing.parts';
import { schoolLabel } from './scheduling.views';
import { obligationKind, obligationPeriod, pairingOutcome, pairingPart, pairingState } from './words';

/** One line of an agreement. */
export const obligationTerms = z.object({
  owedBy: pairingPart,
  kind: obligationKind,
  number: z.int().min(1).max(99),
  per: obligationPeriod,
});

/** A line as it is written: owed by one who can owe that kind. */
export const obligationWish = obligationTerms.refine(({ kind, owedBy }) => mayOwe(kind, owedBy), {
  path: ['owedBy'],
  error: 'a lesson is owed by the one who hears it',
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
  /** Whose names are missing under a revision of the agreement; nobody's where none waits. */
  revisionAwaits: z.array(z.enum(['mentor', 'mentee', 'school'])),
  shares: z.array(shareView),
  next: nextMeeting.nullable(),
  asked: askedRequest.nullable(),
  version,
});
/** A pairing as lists show it. */
export type PairingCard = z.output<typeof pairingCard>;

const signature = z.object({
  party: z.enum(['mentor', 'mentee', 'school']),
  person: z.string(),
  signedAt: instant,
});

const template = z.object({ id: id<TemplateId>(), code: z.string(), title: z.string() });

/** A text that waits for three names beside the one in force; what is owed does not change until the third. */
export const agreementRevision = z.object({
  template: template.nullable(),
  fromDay: day,
  toDay: day,
  clauses: z.string(),
  obligations: z.array(obligationTerms),
  signatures: z.array(signature),
  writtenBy: z.string(),
  writtenAt: instant,
});

/** One pairing with its agreement, every share, and what the reader may do. */
export const pairingView = pairingCard.extend({
  /** Which of the two the reader is. */
  part: pairingPart.nullable(),
  /** The words of the register, where it came from there. */
  words: z.string().nullable(),
  template: template.nullable(),
  clauses: z.string(),
  obligations: z.array(obligationTerms.extend({ id: id<ObligationId>() })),
  allShares: z.array(shareView),
  signatures: z.array(signature),
  /** The text that waits beside the one above, while the pairing has not ended. */
  revision: agreementRevision.nullable(),
  /** A text that still waited when the pairing ended: it was never in force and cannot be signed any more. */
  lapsedRevision: z.object({ writtenBy: z.string(), writtenAt: instant, lapsedAt: instant }).nullable(),
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
  /** For whom the reader could sign now: the revision where there is one, else the text itself. */
  maySignFor: z.enum(['mentor', 'mentee', 'school']).nullable(),
  mayKeep: z.boolean(),
  mayRecord: z.boolean(),
});
/** One pairing with its agreement, every share, and what the reader may do. */
export type PairingView = z.output<typeof pairingView>;
