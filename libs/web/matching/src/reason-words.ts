import { inject, Injectable } from '@angular/core';
import type { MatchingPlan, PairReasonView } from '@qinglan/contracts';
import { Languages } from '@qinglan/web-platform';
import { reasonKey } from './reason-key';

type Gap = MatchingPlan['unplaced'][number]['reason'];

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
