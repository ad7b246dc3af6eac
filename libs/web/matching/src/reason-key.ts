import type { PairReasonView } from '@qinglan/contracts';

type Values = Readonly<Record<string, string | number>>;

/** Which words a reason is said with, and what is put into them. */
export function reasonKey(reason: PairReasonView): { readonly key: string; readonly values: Values } {
  switch (reason.kind) {
    case 'mutual-choice':
      return { key: 'mutual-choice', values: { choice: reason.choice, place: reason.place } };
    case 'choice':
      return { key: 'choice', values: { choice: reason.choice } };
    case 'mentor-order':
      return { key: 'mentor-order', values: { place: reason.place } };
    case 'speciality':
      return { key: 'speciality', values: { speciality: reason.speciality } };
    case 'subject':
      return { key: 'subject', values: { subject: reason.subject } };
    case 'speciality-of-subject':
      return { key: 'speciality-of-subject', values: { subject: reason.subject } };
    case 'dearer':
      return { key: `dearer.${reason.why}`, values: { names: reason.names.join('、') } };
    case 'lighter-load':
      return { key: 'lighter-load', values: { has: reason.has } };
    default:
      return { key: reason.kind, values: {} };
  }
}
