import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { YearlyHappening } from '@qinglan/contracts';
import { inLanguage } from '@qinglan/domain';
import { languageNames, Languages } from '@qinglan/web-platform';
import { Told } from '../parts/told';
import { differencesOf, type ItemsChanged, type WordsChanged } from './differences';

/** One thing that happened to a draft, in words; of a section what it said before and after. */
@Component({
  selector: 'reports-happening',
  imports: [Told, TranslocoPipe],
  template: `
    <h2>
      {{ 'reports.history.act.' + act() | transloco }}
      @if (line().title; as title) {
        <bdi>{{ title | told }}</bdi>
      }
      @if (line().side; as side) {
        {{ 'words.side.' + side | transloco }}
      }
    </h2>
    @if (what(); as differences) {
      @for (one of differences.words; track $index) {
        <div class="words">
          <span class="soft small"
            >{{ 'reports.draft.' + (one.part === 'title' ? 'heading' : 'body') | transloco }} ·
            <bdi>{{ tongueOf(one) }}</bdi></span
          >
          @if (line().before !== null) {
            <del
              ><bdi>{{ one.before || ('reports.history.' + blank(one) | transloco) }}</bdi></del
            >
          }
          @if (line().after !== null) {
            <ins
              ><bdi>{{ one.after || ('reports.history.' + blank(one) | transloco) }}</bdi></ins
            >
          }
        </div>
      }
      @for (one of differences.items; track one.how) {
        <p>
          {{ 'reports.history.items.' + one.how | transloco }} <bdi>{{ namesOf(one) }}</bdi>
        </p>
      }
      @if (differences.shown; as shown) {
        <p>{{ 'reports.history.' + shown | transloco }}</p>
      }
    }
  `,
  styles: `
    h2 {
      margin: 0;
      font-size: var(--size-body);
    }
    p {
      margin: var(--space-1) 0 0;
    }
    .words {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-1);
      margin-block-start: var(--space-2);
      overflow-wrap: anywhere;
    }
    del,
    ins {
      padding: var(--space-1) var(--space-2);
      border-inline-start: 3px solid var(--line-strong);
      border-radius: var(--radius-small);
      background: var(--surface-raised);
      white-space: pre-line;
      text-decoration: none;
    }
    del {
      color: var(--text-soft);
      text-decoration: line-through;
    }
    ins {
      border-inline-start-color: var(--accent);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Happening {
  private readonly languages = inject(Languages);

  readonly line = input.required<YearlyHappening>();
  readonly names = input.required<ReadonlyMap<string, string>>();

  protected readonly act = computed(() => this.line().act.replace('yearly.', ''));
  protected readonly what = computed(() => {
    const { before, after } = this.line();
    return before === null && after === null ? null : differencesOf(before, after);
  });

  protected tongueOf({ language }: WordsChanged): string {
    return languageNames.find(({ code }) => code === language)?.name ?? language;
  }

  /** Where nothing is written the words of the template are read, or in other languages the Chinese ones. */
  protected blank({ part, language }: WordsChanged): string {
    return part === 'body' && language === 'zh' ? 'ofTemplate' : 'blank';
  }

  protected namesOf({ figures, charts }: ItemsChanged): string {
    const language = this.languages.current();
    const named = [
      ...figures.map((key) => this.names().get(key) ?? key),
      ...charts.map((title) => inLanguage(title, language)),
    ];
    return named.join(this.languages.say('reports.comma'));
  }
}
