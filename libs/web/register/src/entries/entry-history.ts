import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { readRegisterHistory } from '@qinglan/contracts';
import { ApiClient, BeijingDateTime, paged } from '@qinglan/web-platform';
import { Button, Icon, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { EntryWords } from './entry-words';
import { historyLines, type HistoryEntry } from './history-lines';

const actNames = new Set(['added', 'changed', 'withdrawn']);

/** Who changed what and when, newest first; it is fetched when somebody opens it. */
@Component({
  selector: 'register-entry-history',
  imports: [BeijingDateTime, Button, Icon, ProblemNotice, TranslocoPipe, Waiting],
  templateUrl: './entry-history.html',
  styleUrl: './entry-history.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryHistory {
  readonly subjectId = input.required<string>();

  private readonly api = inject(ApiClient);
  private readonly words = inject(EntryWords);
  protected readonly isOpen = signal(false);

  protected readonly history = paged((after) =>
    this.isOpen()
      ? this.api.call(readRegisterHistory, { params: { subjectId: this.subjectId() }, query: { after } })
      : undefined,
  );
  protected readonly entries = computed(() =>
    this.told().map((entry) => ({
      ...entry,
      said: this.actOf(entry),
      lines: entry.act.endsWith('.changed') ? historyLines(entry, this.words) : [],
    })),
  );

  private told(): readonly HistoryEntry[] {
    const history = this.history();
    return history.state === 'ready' ? history.value : [];
  }

  protected toggle(event: Event): void {
    if ((event.target as HTMLDetailsElement).open) this.isOpen.set(true);
  }

  private actOf(entry: HistoryEntry): string {
    const act = entry.act.split('.')[1] ?? '';
    return this.words.say(`history.${actNames.has(act) ? act : 'changed'}`, {
      who: entry.actor ?? this.words.say('history.system'),
    });
  }
}
