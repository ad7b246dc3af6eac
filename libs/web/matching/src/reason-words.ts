import { inject, Injectable } from '@angular/core';
import type { PairReasonView, UnplacedReasonView } from '@qinglan/contracts';
import { Languages } from '@qinglan/web-platform';
import { reasonKey } from './reason-key';

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

  /** Why somebody has no place: what is in the way with each who would suit. */
  gap(reasons: readonly UnplacedReasonView[]): string {
    const said = reasons.map(({ kind, mentors, wished }) => {
      const words = this.languages.say(`matching.gap.${kind}`, { n: mentors });
      return wished ? words + this.languages.say('matching.gap.wished', { n: wished }) : words;
    });
    const isNobody = reasons.some(({ kind }) => kind === 'no-mentor-of-field');
    return this.languages.say(isNobody ? 'matching.reason.sentence' : 'matching.gap.sentence', {
      said: said.join(this.languages.say('matching.comma')),
    });
  }
}
