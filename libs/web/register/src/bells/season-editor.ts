import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Control, Field, Icon, IconButton } from '@qinglan/web-ui';
import { followingPeriod, typedTime, type Period, type Season } from './bell';
import { DayStrip } from './day-strip';
import { MonthDayControl } from './month-day';

/** One season under the pen: name, days, periods; every change is told at once. */
@Component({
  selector: 'register-season-editor',
  imports: [Button, Control, DayStrip, Field, Icon, IconButton, MonthDayControl, TranslocoPipe],
  templateUrl: './season-editor.html',
  styleUrl: './season-editor.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SeasonEditor {
  readonly season = input.required<Season>();
  readonly mayRemove = input(true);
  readonly changed = output<Season>();
  readonly removed = output();

  protected readonly timeOf = typedTime;

  protected set(part: Partial<Season>): void {
    this.changed.emit({ ...this.season(), ...part });
  }

  protected name(event: Event): void {
    this.set({ name: (event.target as HTMLInputElement).value });
  }

  protected setPeriod(at: number, part: Partial<Period>): void {
    this.set({
      periods: this.season().periods.map((period, index) => (index === at ? { ...period, ...part } : period)),
    });
  }

  protected addPeriod(): void {
    this.set({ periods: [...this.season().periods, followingPeriod(this.season().periods)] });
  }

  protected removePeriod(at: number): void {
    this.set({ periods: this.season().periods.filter((_, index) => index !== at) });
  }
}
