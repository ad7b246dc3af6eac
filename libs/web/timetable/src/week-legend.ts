import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { WeekLayout } from './week-layout';

/** Which lane is whose, the teaching weeks of both terms, and what the hatching means. */
@Component({
  selector: 'app-week-legend',
  imports: [TranslocoPipe],
  template: `
    <ul>
      @for (one of schools(); track one.school.id) {
        <li>
          <span class="lane" [attr.data-end]="one.end" aria-hidden="true"></span>
          <strong>{{ one.school.shortName }}</strong>
          @if (one.term; as term) {
            <span class="soft">{{ term.name }}</span>
            @if (term.week; as week) {
              <span class="week">{{ 'timetable.week.number' | transloco: { n: week } }}</span>
            } @else {
              <span class="week">{{ 'words.calendarKind.outside-term' | transloco }}</span>
            }
          } @else {
            <span class="week">{{ 'words.calendarKind.outside-term' | transloco }}</span>
          }
        </li>
      }
      @if (hasNotes()) {
        @if (hasTaken()) {
          <li><span class="lane taken" aria-hidden="true"></span>{{ 'timetable.week.takenLegend' | transloco }}</li>
        }
        <li class="clock soft">{{ 'timetable.week.allBeijing' | transloco }}</li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-6);
      margin: 0 0 var(--space-3);
      padding: 0;
      list-style: none;
      font-size: var(--size-small);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 var(--space-2);
    }
    .lane {
      inline-size: 1rem;
      block-size: 1rem;
      border: 1px solid var(--lane-one-line);
      border-radius: var(--radius-small);
      background: var(--lane-one-surface);
    }
    [data-end='partner'],
    .taken {
      border-color: var(--lane-two-line);
      background: var(--lane-two-surface);
    }
    .taken {
      background-image: repeating-linear-gradient(135deg, var(--lane-two-line) 0 1.5px, transparent 1.5px 5px);
    }
    .week {
      font-weight: 600;
    }
    @media print {
      ul {
        margin-block-end: 1mm;
      }
      .lane {
        print-color-adjust: exact;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WeekLegend {
  readonly layout = input.required<WeekLayout>();
  /** Also what hatching and clock mean; the list on phones needs neither. */
  readonly hasNotes = input(true);

  protected readonly schools = computed(() => {
    const { own, partner } = this.layout();
    return [{ ...own, end: 'own' }, ...(partner ? [{ ...partner, end: 'partner' }] : [])];
  });
  protected readonly hasTaken = computed(() =>
    this.layout().days.some((day) => day.lanes.some((lane) => lane.taken.length > 0)),
  );
}
