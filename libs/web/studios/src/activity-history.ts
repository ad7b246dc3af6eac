import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { BeijingWords, Languages, type PagedList } from '@qinglan/web-platform';
import { History } from '@qinglan/web-ui';
import type { HistoryEntry } from './shapes';

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : null;
const textIn = (value: unknown, name: string): string | null => {
  const found = fieldOf(value, name);
  return typeof found === 'string' ? found : null;
};
const namesIn = (value: unknown, name: string): readonly string[] => {
  const found = fieldOf(value, name);
  return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : [];
};

/** Who did what to the activity and when, oldest first. */
@Component({
  selector: 'studios-activity-history',
  imports: [History, TranslocoPipe],
  template: `
    @let all = history()();
    <ui-history
      [heading]="'studios.history.title' | transloco"
      [lines]="lines()"
      [problem]="all.state === 'failed' ? all.problem : null"
      [further]="history()"
      (again)="history().reload()"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActivityHistory {
  private readonly languages = inject(Languages);
  private readonly beijing = inject(BeijingWords);

  readonly history = input.required<PagedList<HistoryEntry>>();

  protected readonly lines = computed(() => {
    const history = this.history()();
    if (history.state !== 'ready') return null;
    return history.value.map((entry) => ({
      ...{ what: this.what(entry), more: this.more(entry) },
      ...{ who: entry.actor ?? '', when: this.beijing.dateTime(entry.at) },
    }));
  });

  private what({ act }: HistoryEntry): string {
    return this.languages.say(`studios.history.${act.replace('activity.', '')}`);
  }

  /** Where it was moved from and to, who came in and who went, what was written before, and why. */
  private more({ act, detail }: HistoryEntry): string {
    const [before, after] = [textIn(detail['before'], 'startsAt'), textIn(detail['after'], 'startsAt')];
    const moved = before && after ? this.moved(before, after) : null;
    const was = act === 'activity.corrected' ? textIn(detail['before'], 'summary') : null;
    const said = was === null ? null : this.languages.say('studios.history.before', { text: was });
    const parts = [moved, this.named(detail, 'come'), this.named(detail, 'gone'), said, textIn(detail, 'reason')];
    return parts.filter((part) => part !== null).join(' · ');
  }

  private moved(before: string, after: string): string {
    const [from, to] = [before, after].map((at) => `\u2068${this.beijing.dateTime(at)}\u2069`);
    return this.languages.say('studios.history.fromTo', { from: from ?? '', to: to ?? '' });
  }

  private named(detail: unknown, which: 'come' | 'gone'): string | null {
    const names = namesIn(detail, which).map((name) => `\u2068${name}\u2069`);
    return names.length > 0 ? this.languages.say(`studios.history.${which}`, { names: names.join(' ') }) : null;
  }
}
