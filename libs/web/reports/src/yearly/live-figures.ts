import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { listIndicators, readFigures } from '@qinglan/contracts';
import { ApiClient, remote } from '@qinglan/web-platform';
import { Nothing, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { figureOf } from '../parts/figure-of';
import { FiguresTable } from '../parts/figures-table';

/** Every numeral of a year whose report nobody opened yet. */
@Component({
  selector: 'reports-live-figures',
  imports: [FiguresTable, Nothing, ProblemNotice, TranslocoPipe, Waiting],
  template: `
    @let list = figures();
    @switch (list.state) {
      @case ('loading') {
        <ui-waiting [lines]="8" />
      }
      @case ('failed') {
        <ui-problem [problem]="list.problem" (again)="figures.reload()" />
      }
      @case ('ready') {
        @if (known().length > 0) {
          <section class="card" aria-labelledby="figures-title">
            <h2 id="figures-title">{{ 'reports.figures' | transloco }}</h2>
            <reports-figures [label]="'reports.figures' | transloco" [figures]="known()" [year]="year()" />
          </section>
        } @else {
          <ui-nothing icon="none" [heading]="'reports.noFigures' | transloco" />
        }
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LiveFigures {
  private readonly api = inject(ApiClient);

  readonly year = input.required<number>();

  protected readonly figures = remote(() => this.read(this.year()));
  /** What rests on any row comes first: of an early year most is not known. */
  protected readonly known = computed(() => {
    const all = this.figures.value() ?? [];
    return [...all.filter(({ rows }) => rows > 0), ...all.filter(({ rows }) => rows === 0)];
  });

  private async read(year: number) {
    const [{ answers }, { items }] = await Promise.all([
      this.api.call(readFigures, { params: { year } }),
      this.api.call(listIndicators),
    ]);
    const definitions = new Map(items.map((one) => [one.key, one]));
    return answers.flatMap((answer) => {
      const definition = definitions.get(answer.key);
      return definition ? [figureOf(definition, answer)] : [];
    });
  }
}
