import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { readActivityHistory, ReplyOf } from '@qinglan/contracts';
import { BeijingDateTime, BeijingWords, Languages, type Remote } from '@qinglan/web-platform';
import { ProblemNotice, Waiting } from '@qinglan/web-ui';

type Entry = ReplyOf<typeof readActivityHistory>['items'][number];

const textIn = (value: unknown, name: string): string | null => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : null;
  return typeof found === 'string' ? found : null;
};

/** Who did what to the activity and when, oldest first. */
@Component({
  selector: 'studios-activity-history',
  imports: [BeijingDateTime, ProblemNotice, TranslocoPipe, Waiting],
  template: `
    <h2>{{ 'studios.history.title' | transloco }}</h2>
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
              @if (entry.more) {
                <p class="small">{{ entry.more }}</p>
              }
              <p class="soft small">
                <bdi>{{ entry.actor }}</bdi> ·
                <span class="figures"
                  ><bdi>{{ entry.at | beijingDateTime }}</bdi></span
                >
              </p>
            </li>
          }
        </ol>
      }
    }
  `,
  styles: `
    h2 {
      margin: 0 0 var(--space-2);
    }
    ol {
      display: grid;
      gap: var(--space-3);
      margin: 0;
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
export class ActivityHistory {
  private readonly languages = inject(Languages);
  private readonly beijing = inject(BeijingWords);

  readonly history = input.required<Remote<ReplyOf<typeof readActivityHistory>>>();
  readonly again = output();

  protected readonly entries = computed(() => {
    const history = this.history();
    if (history.state !== 'ready') return [];
    return history.value.items.map((entry) => ({ ...entry, what: this.what(entry), more: this.more(entry) }));
  });

  private what({ act }: Entry): string {
    return this.languages.say(`studios.history.${act.replace('activity.', '')}`);
  }

  /** Where it was moved from and to, and why. */
  private more({ detail }: Entry): string {
    const [before, after] = [textIn(detail['before'], 'startsAt'), textIn(detail['after'], 'startsAt')];
    const moved = before && after ? `${this.beijing.dateTime(before)} → ${this.beijing.dateTime(after)}` : null;
    return [moved, textIn(detail, 'reason')].filter((part) => part !== null).join(' · ');
  }
}
