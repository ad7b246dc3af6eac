import { type ProblemExtras, Refused } from '@qinglan/api-platform';
import type { ProblemName } from '@qinglan/contracts';
import type { ActivityClosed, ActivityRefusal, CorrectionRefusal, HeldRefusal, ReasonRefusal } from '@qinglan/domain';

/** Every refusal of a meeting but clashes, which need names before they can be told. */
export type PlainActivityRefusal =
  | Exclude<ActivityRefusal, { readonly kind: 'party-taken' }>
  | ReasonRefusal
  | ActivityClosed
  | HeldRefusal
  | CorrectionRefusal;

const problems = {
  'too-few-people': 'too-few-people',
  'place-missing': 'place-missing',
  'not-a-meeting-time': 'invalid-input',
  'in-the-past': 'in-the-past',
  'reason-missing': 'reason-missing',
  'reason-too-long': 'invalid-input',
  'activity-closed': 'activity-closed',
  'activity-not-over': 'activity-not-over',
  'activity-not-held': 'activity-not-held',
  'not-invited': 'invalid-input',
} as const satisfies Record<PlainActivityRefusal['kind'], ProblemName>;

const pointers: Partial<Record<PlainActivityRefusal['kind'], string>> = {
  'not-a-meeting-time': '#/startsAt',
  'not-invited': '#/presentIds',
};

/** A refusal of the domain as a problem. */
export function refusedActivity(refusal: PlainActivityRefusal): Refused {
  const pointer = pointers[refusal.kind];
  const extras: ProblemExtras = pointer ? { errors: [{ pointer, detail: refusal.kind }] } : {};
  return new Refused(problems[refusal.kind], extras);
}
