import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { readItemHistory, ReplyOf } from '@qinglan/contracts';
import { BeijingDateTime, type Remote } from '@qinglan/web-platform';
import { ProblemNotice, Waiting } from '@qinglan/web-ui';
import { changesIn } from './history-changes';
import { ItemWords } from '../item-words';

/** Who changed what of an item and when, the latest first; what was unknown says so. */
@Component({
  selector: 'programme-item-history',
  imports: [BeijingDateTime, ProblemNotice, TranslocoPipe, Waiting],
  template: `
    <details>
      <summary>{{ 'programme.history.title' | transloco }}</summary>
      @let all = history();
      @switch (all.state) {
        @case ('loading') {
          <ui-waiting [lines]="3" />
        }
        @case ('failed') {
          <ui-problem [problem]="all.problem" (again)="again.emit()" />
        }
        @case ('ready') {
          <ol>
            @for (entry of entries(); track $index) {
              <li>
                <p>{{ entry.what }}</p>
                @for (change of entry.changes; track change) {
                  <p class="small">{{ change }}</p>
                }
                <p class="soft small">
                  <bdi>{{ entry.actor ?? ('programme.history.imported' | transloco) }}</bdi> ·
                  <bdi>{{ entry.at | beijingDateTime }}</bdi>
                </p>
              </li>
            }
          </ol>
        }
      }
    </details>
  `,
  styles: `
    summary {
      min-block-size: var(--touch);
      align-content: center;
      font-weight: 600;
      cursor: pointer;
    }
    ol {
      display: grid;
      gap: var(--space-3);
      margin: var(--space-2) 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      padding-inline-start: var(--space-3);
      border-inline-start: 2px solid var(--accent-line);
      overflow-wrap: anywhere;
    }
    p {
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ItemHistory {
  private readonly words = inject(ItemWords);

  readonly history = input.required<Remote<ReplyOf<typeof readItemHistory>>>();
  readonly again = output();

  protected readonly entries = computed(() => {
    const history = this.history();
    if (history.state !== 'ready') return [];
    return history.value.items.toReversed().map(({ act, at, actor, detail }) => ({
      ...{ at, actor, what: this.words.say(`history.${act}`) },
      changes: act === 'programme-item.changed' ? this.changes(detail) : this.reason(detail),
    }));
  });

  private changes(detail: Readonly<Record<string, unknown>>): readonly string[] {
    return changesIn(detail).map(({ field, before, after }) => {
      const said = (value: string | null) => value ?? this.words.say('unknown');
      return `${this.words.say(`field.${field}`)}: ${said(before)} → ${said(after)}`;
    });
  }

  private reason({ reason }: Readonly<Record<string, unknown>>): readonly string[] {
    return typeof reason === 'string' ? [reason] : [];
  }
}
