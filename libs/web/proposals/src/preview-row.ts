import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { BeijingDay, SecondClock } from '@qinglan/web-platform';
import { Badge, Button } from '@qinglan/web-ui';
import { ClashList } from './clash-list';
import { LessonWords, type Ends } from './lesson-words';
import type { Occurrence } from './shapes';
import { StartChoices } from './start-choices';

type Look = 'placed' | 'past' | 'clash' | 'skipped' | 'not-placed' | 'left-out';

/** What one week of the draft gives, and what can be done about it. */
@Component({
  selector: 'li[proposals-preview-row]',
  imports: [Badge, BeijingDay, Button, ClashList, SecondClock, StartChoices, TranslocoPipe],
  templateUrl: './preview-row.html',
  styleUrl: './preview-row.scss',
  host: { '[attr.data-look]': 'look()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PreviewRow {
  private readonly words = inject(LessonWords);

  readonly week = input.required<Occurrence>();
  readonly ends = input.required<Ends>();
  /** The start was chosen by hand. */
  readonly isChosen = input(false);
  /** Its day is over. */
  readonly isOver = input(false);
  readonly includesPast = input(false);
  readonly chosen = output<string>();
  readonly leftOut = output();
  readonly takenBack = output();

  protected readonly look = computed<Look>(() => {
    const { state, clashes } = this.week();
    const isPast = this.isOver() && !this.includesPast();
    if (state !== 'placed') return state === 'not-placed' && isPast ? 'past' : state;
    if (isPast) return 'past';
    return clashes.length > 0 ? 'clash' : 'placed';
  });
  protected readonly reasons = computed(() => this.words.reasons(this.week().reasons, this.ends()));
  protected readonly shifts = computed(() => {
    const { window } = this.week();
    if (!window) return '';
    const said = window.receivingPeriod === null ? '' : this.words.shifts(window, this.ends());
    return [this.words.periods(window, this.ends()), said].filter((one) => one !== '').join(' · ');
  });
  /** The least that each start of the wanted period would cut. */
  protected readonly cut = computed(() => {
    const [least] = this.week().cuts;
    if (!least || least.cuts.length === 0) return '';
    const cuts = least.cuts.map(({ who, period, minutes }) =>
      period === null
        ? this.words.say('cut.outside', { who: this.ends()[who], n: minutes })
        : this.words.say('cut.period', { who: this.ends()[who], period, n: minutes }),
    );
    return this.words.say('cut.line', { time: least.startsAt, cuts: cuts.join(this.words.say('comma')) });
  });
}
