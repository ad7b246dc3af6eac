import { inject, Injectable } from '@angular/core';
import type { MatchingPlan, PairReasonView } from '@qinglan/contracts';
import { Languages } from '@qinglan/web-platform';

type Values = Readonly<Record<string, string | number>>;
type Gap = MatchingPlan['unplaced'][number]['reason'];

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
    case 'dearer-full':
      return { key: 'dearer-full', values: { names: reason.names.join('、') } };
    case 'lighter-load':
      return { key: 'lighter-load', values: { has: reason.has } };
    default:
      return { key: reason.kind, values: {} };
  }
}

/** Says in one sentence why two were put together, and why somebody was not. */
@Injectable({ providedIn: 'root' })
export class ReasonWords {
  private readonly languages = inject(Languages);

  /** The reasons of a pair as one sentence. */
  sentence(reasons: readonly PairReasonView[]): string {
    const said = reasons.map((reason) => {
      const { key, values } = reasonKey(reason);
      return this.languages.say(`matching.reason.${key}`, values);
    });
    return this.languages.say('matching.reason.sentence', { said: said.join(this.languages.say('matching.comma')) });
  }

  /** Why somebody has no place. */
  gap({ kind, mentors }: Gap): string {
    return this.languages.say(`matching.gap.${kind}`, { n: mentors });
  }
}
