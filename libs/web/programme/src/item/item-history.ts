import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { readItemHistory, ReplyOf } from '@qinglan/contracts';
import { BeijingWords, type PagedList } from '@qinglan/web-platform';
import { History, type HistoryLine } from '@qinglan/web-ui';
import { ItemWords } from '../item-words';
import { changesIn, codedBy, sittingTimes } from './history-changes';

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
      [further]="history()"
      (again)="history().reload()"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ItemHistory {
  private readonly words = inject(ItemWords);
  private readonly beijing = inject(BeijingWords);

  readonly history = input.required<PagedList<Entry>>();

  protected readonly problem = computed(() => {
    const history = this.history()();
    return history.state === 'failed' ? history.problem : null;
  });
  protected readonly lines = computed<readonly HistoryLine[] | null>(() => {
    const history = this.history()();
    return history.state === 'ready' ? history.value.map((entry) => this.line(entry)) : null;
  });

  private line({ act, at, actor, detail }: Entry): HistoryLine {
    const isChange = act === 'programme-item.changed';
    return {
      what: this.words.say(`history.${act}`),
      more: isChange ? this.changes(detail) : this.sitting(detail),
      who: actor ?? this.words.say('history.imported'),
      when: this.beijing.dateTime(at),
    };
  }

  /** From when to when, and why. */
  private sitting(detail: Entry['detail']): string {
    const times = sittingTimes(detail).map((time) => this.beijing.dateTime(time));
    const reason = typeof detail['reason'] === 'string' ? [detail['reason']] : [];
    return [...(times.length > 0 ? [times.join(' → ')] : []), ...reason].join(' · ');
  }

  private changes(detail: Readonly<Record<string, unknown>>): string {
    const lines = changesIn(detail).map(
      ({ field, before, after }) =>
        `${this.words.say(`field.${field}`)} ${this.said(field, before)} → ${this.said(field, after)}`,
    );
    return lines.join(' · ');
  }

  /** A code word is said in words; what is unknown says so. */
  private said(field: string, value: string | null): string {
    if (value === null) return this.words.say(field === 'numbersCertainty' ? 'form.asItem' : 'unknown');
    const words = codedBy(field);
    return words === null ? value : this.words.say(`${words}.${value}`);
  }
}
