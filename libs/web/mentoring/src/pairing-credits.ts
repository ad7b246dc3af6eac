import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { listCredits, ReplyOf } from '@qinglan/contracts';
import { isLink, obligationKinds } from '@qinglan/domain';
import { BeijingDay } from '@qinglan/web-platform';
import { Badge, Button, Notice, ProblemNotice, Waiting } from '@qinglan/web-ui';
import type { PairingStore } from './pairing.store';

type Credit = ReplyOf<typeof listCredits>['items'][number];

/** What paid the obligations, newest first, each with the way to what happened. */
@Component({
  selector: 'mentoring-pairing-credits',
  imports: [Badge, BeijingDay, Button, Notice, ProblemNotice, RouterLink, TranslocoPipe, Waiting],
  templateUrl: './pairing-credits.html',
  styleUrl: './pairing-credits.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PairingCredits {
  readonly store = input.required<PairingStore>();

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
