import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { readPairingHistory, ReplyOf } from '@qinglan/contracts';
import { BeijingWords, Languages, type Remote } from '@qinglan/web-platform';
import { History } from '@qinglan/web-ui';
import { PairingHistoryWords } from './pairing-history-words';

/** Who did what to the pairing and when, newest first. */
@Component({
  selector: 'mentoring-pairing-history',
  imports: [History, TranslocoPipe],
  template: `
    @let all = history();
    <ui-history
      [heading]="'mentoring.history.title' | transloco"
      [lines]="lines()"
      [problem]="all.state === 'failed' ? all.problem : null"
      [none]="'mentoring.history.none' | transloco"
      [more]="'mentoring.history.more' | transloco: { n: lines()?.length ?? 0 }"
      [less]="'mentoring.history.less' | transloco"
      (again)="again.emit()"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PairingHistory {
  private readonly words = inject(PairingHistoryWords);
  private readonly beijing = inject(BeijingWords);
  private readonly languages = inject(Languages);

  readonly history = input.required<Remote<ReplyOf<typeof readPairingHistory>>>();
  readonly again = output();

  protected readonly lines = computed(() => {
    const history = this.history();
    if (history.state !== 'ready') return null;
    return history.value.items.map((entry) => ({
      ...this.words.of(entry),
      who: entry.actor ?? this.languages.say('mentoring.history.system'),
      when: this.beijing.dateTime(entry.at),
    }));
  });
}
