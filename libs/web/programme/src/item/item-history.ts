import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { readItemHistory, ReplyOf } from '@qinglan/contracts';
import { BeijingWords, type Remote } from '@qinglan/web-platform';
import { History, type HistoryLine } from '@qinglan/web-ui';
import { ItemWords } from '../item-words';
import { changesIn } from './history-changes';

type Entry = ReplyOf<typeof readItemHistory>['items'][number];

/** Who changed what of an item and when, the latest first; what was or is unknown says so. */
@Component({
  selector: 'programme-item-history',
  imports: [History, TranslocoPipe],
  template: `
    <ui-history
      [heading]="'programme.history.title' | transloco"
      [lines]="lines()"
      [problem]="problem()"
      [more]="'programme.history.more' | transloco: { n: lines()?.length ?? 0 }"
      [less]="'programme.history.less' | transloco"
      (again)="again.emit()"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ItemHistory {
  private readonly words = inject(ItemWords);
  private readonly beijing = inject(BeijingWords);

  readonly history = input.required<Remote<ReplyOf<typeof readItemHistory>>>();
  readonly again = output();

  protected readonly problem = computed(() => {
    const history = this.history();
    return history.state === 'failed' ? history.problem : null;
  });
  protected readonly lines = computed<readonly HistoryLine[] | null>(() => {
    const history = this.history();
    return history.state === 'ready' ? history.value.items.toReversed().map((entry) => this.line(entry)) : null;
  });

  private line({ act, at, actor, detail }: Entry): HistoryLine {
    const isChange = act === 'programme-item.changed';
    return {
      what: this.words.say(`history.${act}`),
      more: isChange ? this.changes(detail) : typeof detail['reason'] === 'string' ? detail['reason'] : '',
      who: actor ?? this.words.say('history.imported'),
      when: this.beijing.dateTime(at),
    };
  }

  private changes(detail: Readonly<Record<string, unknown>>): string {
    const said = (value: string | null) => value ?? this.words.say('unknown');
    const lines = changesIn(detail).map(
      ({ field, before, after }) => `${this.words.say(`field.${field}`)} ${said(before)} → ${said(after)}`,
    );
    return lines.join(' · ');
  }
}
