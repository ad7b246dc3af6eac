import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { listCredits, ReplyOf } from '@qinglan/contracts';
import { isLink, obligationKinds, runningPairingStates } from '@qinglan/domain';
import { BeijingDay } from '@qinglan/web-platform';
import { Badge, Button, Icon, Notice, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { PairingActs } from './pairing-acts';
import type { PairingStore } from './pairing.store';

type Credit = ReplyOf<typeof listCredits>['items'][number];

/** What paid the obligations, newest first, each with the way to what happened. */
@Component({
  selector: 'mentoring-pairing-credits',
  imports: [Badge, BeijingDay, Button, Icon, Notice, ProblemNotice, RouterLink, TranslocoPipe, Waiting],
  templateUrl: './pairing-credits.html',
  styleUrl: './pairing-credits.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PairingCredits {
  readonly store = input.required<PairingStore>();

  protected readonly acts = inject(PairingActs);
  /** Those who keep the pairing correct what was counted, while it runs. */
  protected readonly mayTakeBack = computed(() => {
    const pairing = this.store().pairing.value();
    return pairing?.mayKeep === true && runningPairingStates.has(pairing.state);
  });

  protected readonly kinds = obligationKinds;
  protected readonly isLink = isLink;

  protected choose(event: Event): void {
    const wanted = (event.target as HTMLSelectElement).value;
    this.store().kind.set(obligationKinds.find((kind) => kind === wanted) ?? null);
  }

  /** Where what happened can be looked at; what was counted by hand lies outside. */
  protected door({ source, sourceKey, lessonId }: Credit): readonly string[] | null {
    if (source === 'observation') return lessonId ? ['/lessons', lessonId] : ['/observations', sourceKey];
    if (source === 'activity') return ['/activities', sourceKey];
    return lessonId ? ['/lessons', lessonId] : null;
  }
}
