import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { readPairingHistory, ReplyOf } from '@qinglan/contracts';
import { BeijingWords, Languages, type PagedList } from '@qinglan/web-platform';
import { History } from '@qinglan/web-ui';
import { PairingHistoryWords } from './pairing-history-words';

/** Who did what to the pairing and when, newest first. */
@Component({
  selector: 'mentoring-pairing-history',
  imports: [History, TranslocoPipe],
  template: `
    @let all = history()();
    <ui-history
      [heading]="'mentoring.history.title' | transloco"
      [lines]="lines()"
      [problem]="all.state === 'failed' ? all.problem : null"
      [none]="'mentoring.history.none' | transloco"
      [further]="history()"
      (again)="history().reload()"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PairingHistory {
  private readonly words = inject(PairingHistoryWords);
  private readonly beijing = inject(BeijingWords);
  private readonly languages = inject(Languages);

  readonly history = input.required<PagedList<ReplyOf<typeof readPairingHistory>['items'][number]>>();

  protected readonly lines = computed(() => {
    const history = this.history()();
    if (history.state !== 'ready') return null;
    return history.value.map((entry) => ({
      ...this.words.of(entry),
      who: entry.actor ?? this.languages.say('mentoring.history.system'),
      when: this.beijing.dateTime(entry.at),
    }));
  });
}
