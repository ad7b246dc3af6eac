import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { BeijingWords, Languages } from '@qinglan/web-platform';
import { DataList, ProblemNotice, Waiting, type Column } from '@qinglan/web-ui';
import type { listImports, ReplyOf } from '@qinglan/contracts';
import { ImportStore } from './import.store';

type Past = ReplyOf<typeof listImports>['items'][number];

const named = 3;

/** What was imported before, newest first. */
@Component({
  selector: 'register-past-imports',
  imports: [DataList, ProblemNotice, TranslocoPipe, Waiting],
  template: `
    <h2>{{ 'register.import.past' | transloco }}</h2>
    @let past = store.past();
    @switch (past.state) {
      @case ('loading') {
        <ui-waiting [lines]="3" />
      }
      @case ('failed') {
        <ui-problem [problem]="past.problem" (again)="store.past.reload()" />
      }
      @case ('ready') {
        @if (past.value.length > 0) {
          <ui-data-list
            [label]="'register.import.past' | transloco"
            [rows]="past.value"
            [columns]="columns()"
            [key]="keyOf"
            [hasMore]="store.past.hasMore()"
            [loadingMore]="store.past.loadingMore()"
            (more)="store.past.more()"
          />
        } @else {
          <p class="soft">{{ 'register.import.noPast' | transloco }}</p>
        }
      }
    }
  `,
  styles: `
    h2 {
      margin: 0 0 var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PastImports {
  protected readonly store = inject(ImportStore);
  private readonly beijing = inject(BeijingWords);
  private readonly languages = inject(Languages);

  protected readonly columns = computed<readonly Column<Past>[]>(() => [
    { key: 'at', label: this.say('at'), text: ({ at }) => this.beijing.dateTime(at) },
    { key: 'by', label: this.say('by'), text: ({ by }) => by ?? this.languages.say('register.history.system') },
    { key: 'files', label: this.say('filesColumn'), text: ({ files }) => this.filesText(files) },
    { key: 'created', label: this.say('created'), numeric: true, text: ({ created }) => created },
    { key: 'changed', label: this.say('changed'), numeric: true, text: ({ changed }) => changed },
  ]);
  protected readonly keyOf = (past: Past): string => past.id;

  private filesText(files: readonly string[]): string {
    const first = files.slice(0, named).join(' · ');
    const values = { first, count: files.length };
    return files.length > named ? this.languages.say('register.import.manyFiles', values) : first;
  }

  private say(key: string): string {
    return this.languages.say(`register.import.${key}`);
  }
}
