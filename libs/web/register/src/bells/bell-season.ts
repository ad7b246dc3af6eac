import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { SecondClock } from '@qinglan/web-platform';
import type { Season } from './bell';
import { BellWords } from './bell-words';
import { DayStrip } from './day-strip';

/** One season of a bell: its days, its periods, and the day as a strip. */
@Component({
  selector: 'register-bell-season',
  imports: [DayStrip, SecondClock, TranslocoPipe],
  template: `
    <h3>
      <bdi>{{ season().name }}</bdi>
      <span class="soft small">{{ words.span(season().firstDay, season().lastDay) }}</span>
    </h3>
    <div class="both">
      <table class="figures">
        <caption class="visually-hidden">
          {{
            season().name
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ 'register.bells.number' | transloco }}</th>
            <th scope="col">{{ 'time.beijingLabel' | transloco }}</th>
          </tr>
        </thead>
        <tbody>
          @for (period of season().periods; track $index) {
            <tr>
              <th scope="row">{{ period.number }}</th>
              <td>
                <span dir="ltr">{{ period.startsAt }}–{{ period.endsAt }}</span>
                @if (period.kind === 'other') {
                  <span class="soft small">{{ 'words.periodKind.other' | transloco }}</span>
                }
                @if (period.startsAt | secondClock; as second) {
                  <span class="second soft">{{ second }}</span>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
      <register-day-strip [periods]="season().periods" />
    </div>
  `,
  styles: `
    h3 {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 var(--space-3);
      margin: 0 0 var(--space-2);
    }
    .both {
      display: flex;
      align-items: stretch;
      gap: var(--space-4);
    }
    table {
      flex: 1;
      align-self: start;
      border-collapse: collapse;
    }
    th,
    td {
      padding: var(--space-1) var(--space-2);
      border-block-end: 1px solid var(--line-soft);
      text-align: start;
    }
    thead th {
      color: var(--text-soft);
      font-size: var(--size-small);
      font-weight: 500;
    }
    .second {
      display: block;
      font-size: var(--size-tiny);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BellSeason {
  readonly season = input.required<Season>();

  protected readonly words = inject(BellWords);
}
