import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { asId, type PairingId } from '@qinglan/domain';
import { BeijingDay, beijingNow, Languages } from '@qinglan/web-platform';
import { Badge, Button, Icon, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { Acting } from './acting';
import { GrowthCourse } from './growth-course';
import { GrowthGate } from './growth-gate';
import { GrowthNext } from './growth-next';
import { GrowthOpenLessons } from './growth-open-lessons';
import { GrowthPlan } from './growth-plan';
import { GrowthPortfolio } from './growth-portfolio';
import { GrowthTexts } from './growth-texts';
import { GrowthStore } from './growth.store';
import { pairWords } from './pair-words';
import { pairingLook, shownOf } from './shapes';

/** What a pairing grows towards, and how far it is from completion. */
@Component({
  selector: 'growth-page',
  imports: [
    Badge,
    BeijingDay,
    Button,
    GrowthCourse,
    GrowthGate,
    GrowthNext,
    GrowthOpenLessons,
    GrowthPlan,
    GrowthPortfolio,
    GrowthTexts,
    Icon,
    Page,
    ProblemNotice,
    RouterLink,
    TranslocoPipe,
    Waiting,
  ],
  providers: [Acting, GrowthStore],
  templateUrl: './growth.page.html',
  styleUrl: './growth.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GrowthPage {
  protected readonly store = inject(GrowthStore);
  private readonly languages = inject(Languages);

  readonly pairingId = input.required<string>();

  protected readonly look = pairingLook;
  private readonly today = beijingNow().day;
  protected readonly shownOf = (pairing: Parameters<typeof shownOf>[0]) => shownOf(pairing, this.today);
  protected readonly subtitle = computed(() => {
    const pairing = this.store.growth.value()?.pairing;
    return pairing ? pairWords(this.languages, pairing) : null;
  });

  constructor() {
    effect(() => this.store.pairingId.set(asId<PairingId>(this.pairingId())));
  }

  protected print(): void {
    globalThis.print();
  }
}
