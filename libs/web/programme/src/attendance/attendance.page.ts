import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EnrolmentRow } from '@qinglan/contracts';
import { asId, type ItemId } from '@qinglan/domain';
import { Languages, ProblemText, ShellKeeper } from '@qinglan/web-platform';
import { Icon, type IconName, Nothing, Notice, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { ItemWords } from '../item-words';
import { AttendanceStore } from './attendance.store';

interface Choice {
  readonly value: boolean | null;
  readonly key: string;
  readonly icon: IconName;
}

const choices: readonly Choice[] = [
  { value: true, key: 'true', icon: 'check' },
  { value: false, key: 'false', icon: 'close' },
  { value: null, key: 'null', icon: 'more' },
];

/** Takes attendance with a thumb: three big buttons a person, kept here at once and sent when there is a line. */
@Component({
  selector: 'programme-attendance-page',
  imports: [Icon, Nothing, Notice, Page, ProblemNotice, TranslocoPipe, Waiting],
  providers: [AttendanceStore],
  templateUrl: './attendance.page.html',
  styleUrl: './attendance.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AttendancePage {
  protected readonly store = inject(AttendanceStore);
  protected readonly words = inject(ItemWords);
  protected readonly problems = inject(ProblemText);
  private readonly languages = inject(Languages);

  readonly itemId = input.required<string>();

  protected readonly choices = choices;
  protected readonly isOpenOnly = signal(false);
  /** Rows that were open when the reader asked for these alone: a tap must not pull the list from under the thumb. */
  private readonly openIds = signal<ReadonlySet<string>>(new Set());
  protected readonly subtitle = computed(() => {
    const item = this.store.item.value();
    return item ? this.words.name(item) : null;
  });
  protected readonly heading = computed(() => this.languages.say(`programme.attendance.${this.store.fact()}`));
  protected readonly counts = computed(() => {
    const rows = this.store.rows.value() ?? [];
    const values = rows.map((row) => this.store.valueOf(row));
    return choices.map(({ value, key }) => ({ key, n: values.filter((one) => one === value).length }));
  });
  protected readonly shown = computed<readonly EnrolmentRow[]>(() => {
    const rows = this.store.rows.value() ?? [];
    return this.isOpenOnly() ? rows.filter(({ person }) => this.openIds().has(person.id)) : rows;
  });

  constructor() {
    inject(ShellKeeper).keepThisPage();
    effect(() => {
      const itemId = asId<ItemId>(this.itemId());
      untracked(() => {
        this.store.itemId.set(itemId);
        void this.store.restore();
      });
    });
  }

  protected show(isOpenOnly: boolean): void {
    const rows = this.store.rows.value() ?? [];
    const open = rows.filter((row) => this.store.valueOf(row) === null);
    this.openIds.set(new Set(open.map(({ person }) => person.id)));
    this.isOpenOnly.set(isOpenOnly);
  }
}
