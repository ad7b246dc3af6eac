import { constraintOf, type ProblemExtras, Refused } from '@qinglan/api-platform';
import type { ProblemName } from '@qinglan/contracts';
import {
  type AnswerRefusal,
  type ChangeRefusal,
  type PlaceRefusal,
  type SeriesRefusal,
  type TakenRefusal,
  wallTime,
} from '@qinglan/domain';

/** Every refusal of the domain but clashes, which need names before they can be told. */
export type PlainRefusal =
  | Exclude<PlaceRefusal, TakenRefusal>
  | Exclude<SeriesRefusal, { readonly kind: 'party-taken' }>
  | AnswerRefusal
  | ChangeRefusal;

const problems = {
  'party-missing': 'party-foreign',
  'party-twice': 'party-foreign',
  'partnership-not-begun': 'not-partners',
  'partnership-ended': 'partnership-ended',
  'not-a-lesson-time': 'invalid-input',
  'in-the-past': 'in-the-past',
  'no-school': 'day-closed',
  'outside-bell': 'outside-bell',
  'nothing-placed': 'nothing-placed',
  'reason-missing': 'reason-missing',
  'reason-too-long': 'invalid-input',
  'nothing-answered': 'invalid-input',
  'proposal-expired': 'proposal-closed',
  'lesson-not-in-proposal': 'invalid-input',
  'lesson-named-twice': 'invalid-input',
  'lesson-already-answered': 'already-answered',
  'lesson-not-confirmed': 'wrong-state',
  'lesson-begun': 'in-the-past',
} as const satisfies Record<PlainRefusal['kind'], ProblemName>;

const fault = (pointer: string, detail: string): ProblemExtras => ({ errors: [{ pointer, detail }] });

function extrasOf(refusal: PlainRefusal): ProblemExtras {
  switch (refusal.kind) {
    case 'no-school':
      return { detail: refusal.schoolDay.exception?.note ?? '' };
    case 'outside-bell':
      return {
        detail: refusal.suggestions.map((one) => `${wallTime(one.startsAt)}–${wallTime(one.endsAt)}`).join(', '),
      };
    case 'lesson-not-in-proposal':
    case 'lesson-named-twice':
      return fault('#/accept', `${refusal.kind} ${refusal.lessonId}`);
    case 'nothing-answered':
      return fault('#/accept', refusal.kind);
    case 'not-a-lesson-time':
      return fault('#/lesson/startsAt', refusal.kind);
    default:
      return {};
  }
}

/** A refusal of the domain as a problem. */
export function refusedBy(refusal: PlainRefusal): Refused {
  const { detail, ...extras } = extrasOf(refusal);
  return new Refused(problems[refusal.kind], detail ? { ...extras, detail } : extras);
}

const conflicts: Readonly<Record<string, ProblemName>> = {
  hold_party_free: 'party-taken',
  proposal_pk: 'id-taken',
  lesson_pk: 'id-taken',
  lesson_made_up_once: 'made-up-already',
  hold_lesson_once: 'id-taken',
  activity_pk: 'id-taken',
  hold_activity_once: 'id-taken',
  hold_request_once: 'party-taken',
};

/** Constraints have the last word: what one refuses is asked once more, in a new transaction that sees what is in the way. */
export async function settled<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!conflicts[constraintOf(error)]) throw error;
  }
  return attempt().catch((error: unknown) => {
    const kind = conflicts[constraintOf(error)];
    throw kind ? new Refused(kind, { cause: error }) : error;
  });
}
