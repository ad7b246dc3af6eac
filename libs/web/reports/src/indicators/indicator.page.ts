import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { BeijingDateTime, BeijingDay, beijingNow, Languages, SessionStore } from '@qinglan/web-platform';
import { Button, Control, Dialogs, Field, Icon, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { FigureBasis } from '../parts/figure-basis';
import { figureOf } from '../parts/figure-of';
import { MarkLegend } from '../parts/mark-legend';
import { Marks } from '../parts/marks';
import { Summands } from '../parts/summands';
import { Told } from '../parts/told';
import { Unit } from '../parts/unit';
import { unknownWordsOf } from '../parts/unknown-words';
import { yearAsked } from '../parts/year-asked';
import { Breakdown } from './breakdown';
import { CountedThings } from './counted-things';
import { IndicatorRows } from './indicator-rows';
import { IndicatorStore } from './indicator.store';
import { NamesDialog, type NamesGiven } from './names-dialog';
import { narrowedWords } from './narrowed-words';
import { RowFiles } from './row-files';

/** One numeral: what it means, what it comes to in a year, broken down, and every row behind it with its evidence. */
@Component({
  selector: 'reports-indicator-page',
  imports: [
    ...[
      BeijingDateTime,
      BeijingDay,
      Breakdown,
      Button,
      Control,
      CountedThings,
      Field,
      FormsModule,
      Icon,
      IndicatorRows,
    ],
    ...[
      FigureBasis,
      MarkLegend,
      Marks,
      Page,
      ProblemNotice,
      RouterLink,
      RowFiles,
      Summands,
      Told,
      TranslocoPipe,
      Unit,
      Waiting,
    ],
  ],
  providers: [IndicatorStore],
  templateUrl: './indicator.page.html',
  styleUrl: './indicator.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IndicatorPage {
  protected readonly store = inject(IndicatorStore);
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly session = inject(SessionStore);
  private readonly languages = inject(Languages);

  readonly key = input.required<string>();
  // The words of the address.
  readonly year = input<string>();
  readonly by = input<string>();
  readonly value = input<string>();
  readonly within = input<string>();
  readonly part = input<string>();
  readonly of = input<string>();
  readonly view = input<string>();
  readonly sort = input<string>();
  readonly direction = input<string>();

  protected readonly unknownOf = unknownWordsOf;
  protected readonly number = computed(() => yearAsked(this.year()) ?? Number(beijingNow().day.slice(0, 4)));
  private readonly address = computed(() => ({
    key: this.key(),
    year: this.number(),
    by: this.by() || null,
    value: this.value() ?? null,
    within: this.within() || null,
    part: this.part() ?? null,
    of: this.of() ?? null,
    isWhole: this.view() === 'rows',
    sort: this.sort() || null,
    direction: this.direction() === 'down' ? ('down' as const) : ('up' as const),
  }));
  protected readonly figure = computed(() => {
    const found = this.store.indicator.value();
    return found?.answer ? figureOf(found.indicator, found.answer) : null;
  });
  /** 人数 beside 人次. */
  protected readonly beside = computed(() => {
    const [own, found] = [this.store.indicator.value(), this.store.beside.value()];
    if (!found?.answer || own?.indicator.alongside !== found.indicator.key) return null;
    return figureOf(found.indicator, found.answer);
  });
  protected readonly narrowedTo = computed(() => {
    const indicator = this.store.indicator.value()?.indicator;
    const groups = this.store.breakdown.value()?.groups ?? [];
    return indicator ? narrowedWords({ indicator, asked: this.address(), groups }, this.languages) : null;
  });
  protected readonly mayEdit = computed(() => this.session.hasRole('administrator'));
  /** Names lie behind people alone. */
  protected readonly hasNames = computed(() => this.store.indicator.value()?.indicator.population !== null);
  /** Honours are entered on their own page. */
  protected readonly isOfHonours = computed(() => {
    const rule = this.store.indicator.value()?.indicator.rule;
    return rule?.kind === 'count' && rule.source === 'person-honour';
  });
  protected readonly years = computed(() => {
    const known = this.store.years.value()?.items.map(({ year }) => year) ?? [];
    return [...new Set([...known, this.number()])].sort((one, other) => other - one);
  });

  constructor() {
    effect(() => {
      const address = this.address();
      untracked(() => this.store.asked.set(address));
    });
  }

  protected go(queryParams: Readonly<Record<string, string | number | null>>): Promise<boolean> {
    return this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  /** Another group: whoever was open need not be in it. */
  protected narrow(queryParams: Readonly<Record<string, string | null>>): Promise<boolean> {
    return this.go({ ...queryParams, within: null, part: null, of: null });
  }

  protected async names(): Promise<void> {
    const found = this.store.indicator.value();
    if (!found) return;
    const given = { key: found.indicator.key, year: this.number(), name: found.indicator.name };
    await this.dialogs.open<never, NamesGiven>(NamesDialog, given, 'wide');
  }
}
