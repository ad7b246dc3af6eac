import { ChangeDetectionStrategy, Component, DestroyRef, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { BeijingDay, beijingNow, SecondClock } from '@qinglan/web-platform';

/** Which day and time it is in Beijing, so that nobody has to ask which clock is meant. */
@Component({
  selector: 'app-beijing-clock',
  imports: [BeijingDay, SecondClock, TranslocoPipe],
  template: `
    <span class="day">{{ now().day | beijingDay }}</span>
    <span class="time figures">{{ 'time.beijing' | transloco: { time: now().time } }}</span>
    @if (now().time | secondClock; as second) {
      <span class="second figures">{{ second }}</span>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: flex-end;
      column-gap: var(--space-3);
      font-size: var(--size-small);
      line-height: 1.3;
      text-align: end;
    }
    .time {
      font-weight: 600;
    }
    .day,
    .second {
      color: var(--text-soft);
    }
    @media (max-width: 479px) {
      .day {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BeijingClock {
  protected readonly now = signal(beijingNow(), { equal: (a, b) => a.time === b.time && a.day === b.day });

  constructor() {
    const timer = setInterval(() => this.now.set(beijingNow()), 5000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
