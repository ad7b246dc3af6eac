import { inject, Injectable } from '@angular/core';
import type { PairingView } from '@qinglan/contracts';
import { Languages } from '@qinglan/web-platform';

/** One line of an agreement as it crosses the wire. */
export type Terms = Omit<PairingView['obligations'][number], 'id'>;

/** Says what is owed as an agreement would: 师傅每学期听徒弟的课不少于 7 节。 */
@Injectable({ providedIn: 'root' })
export class ObligationWords {
  private readonly languages = inject(Languages);

  sentence({ owedBy, kind, number, per }: Terms): string {
    return this.languages.say(`mentoring.obligation.sentence.${kind}`, {
      who: this.languages.say(`mentoring.obligation.who.${owedBy}`),
      per: this.languages.say(`mentoring.obligation.per.${per}`),
      n: number,
    });
  }
}
