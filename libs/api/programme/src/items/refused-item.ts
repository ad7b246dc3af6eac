import { type ProblemExtras, Refused } from '@qinglan/api-platform';
import type { ProblemName } from '@qinglan/contracts';
import type { EnrolRefusal, ItemRefusal, PresenceRefusal, ReasonRefusal } from '@qinglan/domain';

/** Every refusal of items, of their lists and of certificates. */
export type ProgrammeRefusal =
  | ItemRefusal
  | EnrolRefusal
  | PresenceRefusal
  | ReasonRefusal
  | { readonly kind: 'not-completed' }
  | { readonly kind: 'source-missing' };

const problems = {
  'not-a-partial-day': 'invalid-input',
  'days-backwards': 'days-backwards',
  'outside-year': 'outside-year',
  'category-words': 'invalid-input',
  'in-the-future': 'in-the-future',
  'item-cancelled': 'item-cancelled',
  'enrolment-closed': 'enrolment-closed',
  'attendance-known': 'attendance-known',
  'not-enrolled': 'not-enrolled',
  'absent-completed': 'absent-completed',
  'certificate-stands': 'certificate-stands',
  'not-completed': 'not-completed',
  'source-missing': 'invalid-input',
  'reason-missing': 'reason-missing',
  'reason-too-long': 'invalid-input',
} as const satisfies Record<ProgrammeRefusal['kind'], ProblemName>;

const pointers: Readonly<Partial<Record<ProgrammeRefusal['kind'], string>>> = {
  ...{ 'category-words': '#/categoryWords', 'source-missing': '#/source' },
};

function pointerOf(refusal: ProgrammeRefusal): string | null {
  if (refusal.kind === 'not-a-partial-day') return `#/${refusal.field}`;
  return pointers[refusal.kind] ?? null;
}

/** A refusal of the domain as a problem. */
export function refusedItem(refusal: ProgrammeRefusal): Refused {
  const pointer = pointerOf(refusal);
  const extras: ProblemExtras = pointer ? { errors: [{ pointer, detail: refusal.kind }] } : {};
  return new Refused(problems[refusal.kind], extras);
}
