import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { listEnrolmentChanges } from '@qinglan/contracts';
import type { ItemId } from '@qinglan/domain';
import { ApiClient, BeijingWords, historyPart, paged } from '@qinglan/web-platform';
import { History, type HistoryLine } from '@qinglan/web-ui';
import { ItemWords } from '../item-words';
import { stepsIn } from './enrolment-steps';

/** Who enrolled, withdrew, came and completed, noted by whom and when: the latest first. */
@Component({
  selector: 'programme-enrolment-history',
  imports: [History, TranslocoPipe],
  template: `
    <ui-history
      [heading]="'programme.changes.title' | transloco"
      [lines]="lines()"
      [problem]="problem()"
      [none]="'programme.changes.none' | transloco"
      [further]="changes"
      (again)="changes.reload()"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EnrolmentHistory {
  private readonly api = inject(ApiClient);
  private readonly words = inject(ItemWords);
  private readonly beijing = inject(BeijingWords);

  readonly itemId = input.required<ItemId>();
  /** Grows when an enrolment changed on the page. */
  readonly stamp = input(0);

  protected readonly changes = paged((after) => {
    const params = { itemId: this.itemId() };
    return this.api.call(listEnrolmentChanges, { params, query: historyPart(after) });
  });
  protected readonly problem = computed(() => {
    const changes = this.changes();
    return changes.state === 'failed' ? changes.problem : null;
  });
  protected readonly lines = computed<readonly HistoryLine[] | null>(() => {
    const changes = this.changes();
    if (changes.state !== 'ready') return null;
    return changes.value.map((change) => ({
      what: `\u2068${change.person.name}\u2069 ${change.person.school}`,
      more: stepsIn(change)
        .map((step) => this.words.say(`changes.${step}`))
        .join(' · '),
      who: change.actor ?? this.words.say('history.imported'),
      when: this.beijing.dateTime(change.at),
    }));
  });

  constructor() {
    effect(() => {
      if (this.stamp() > 0) untracked(() => void this.changes.reload());
    });
  }
}
