import { inject, Injectable } from '@angular/core';
import { BeijingWords, Languages } from '@qinglan/web-platform';

/** Says from when to when something runs; without a last day, from when. */
@Injectable({ providedIn: 'root' })
export class SpanWords {
  private readonly beijing = inject(BeijingWords);
  private readonly languages = inject(Languages);

  of({ fromDay, toDay }: { readonly fromDay: string; readonly toDay: string | null }): string {
    const from = this.beijing.day(fromDay, 'full');
    if (!toDay) return this.languages.say('mentoring.pairing.spanOpen', { from });
    return this.languages.say('mentoring.pairing.span', { from, to: this.beijing.day(toDay, 'full') });
  }
}
