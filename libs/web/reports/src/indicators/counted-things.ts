import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CountedThing, IndicatorView } from '@qinglan/contracts';
import { inLanguage } from '@qinglan/domain';
import { Languages } from '@qinglan/web-platform';
import { Button, Icon, Nothing, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { Marks } from '../parts/marks';
import { RowDays } from '../parts/row-days';
import { Told } from '../parts/told';
import { Unit } from '../parts/unit';
import { countedWords } from './cell-words';
import type { IndicatorStore } from './indicator.store';

/** Which thirty-four: what a numeral counts once each, a line for one of them, each opening its own rows. */
@Component({
  selector: 'reports-counted-things',
  imports: [Button, Icon, Marks, Nothing, ProblemNotice, RouterLink, RowDays, Told, TranslocoPipe, Unit, Waiting],
  templateUrl: './counted-things.html',
  styleUrls: ['./indicator-rows.scss', './counted-things.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CountedThings {
  private readonly languages = inject(Languages);

  readonly store = input.required<IndicatorStore>();
  readonly unit = input.required<IndicatorView['unit']>();
  readonly view = input<string | null>(null);

  protected readonly views = computed(() => [
    { view: null, words: 'reports.counted.each', isOn: this.view() !== 'rows' },
    { view: 'rows', words: 'reports.counted.all', isOn: this.view() === 'rows' },
  ]);
  protected readonly isOne = computed(() => typeof this.store().asked()?.of === 'string');
  protected readonly head = computed(() => this.store().countedHead());

  /** What the one that is open is called; null until that is known. */
  protected readonly one = computed(() => {
    const found = this.store().one.value();
    if (!found) return null;
    const [thing] = found.items;
    if (thing) return `${inLanguage(found.column.name, this.languages.current())} ${this.label(thing, found)}`;
    return this.languages.say('reports.counted.notSaid');
  });

  protected label(
    { label }: CountedThing,
    { column }: Pick<NonNullable<ReturnType<typeof this.head>>, 'column'>,
  ): string {
    return countedWords(label, column, this.languages);
  }
}
