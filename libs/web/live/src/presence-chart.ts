import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { readRecord, ReplyOf } from '@qinglan/contracts';
import { Temporal } from '@qinglan/domain';
import { BeijingTime } from '@qinglan/web-platform';
import { nowInstant } from './now';

type LessonRecord = ReplyOf<typeof readRecord>;

const milliseconds = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds;
const margin = 10 * 60_000;

/** From when to when each classroom was there: bars over the time of the lesson, and the same as a table. */
@Component({
  selector: 'app-presence-chart',
  imports: [BeijingTime, TranslocoPipe],
  template: `
    <section class="card" aria-labelledby="presence">
      <h2 id="presence">{{ 'live.presence.title' | transloco }}</h2>
      <div class="chart" aria-hidden="true">
        <div class="marks figures">
          <span [style.inset-inline-start]="part(planned()[0])">{{ record().startsAt | beijingTime }}</span>
          <span [style.inset-inline-start]="part(planned()[1])">{{ record().endsAt | beijingTime }}</span>
        </div>
        @for (row of rows(); track row.classroomId) {
          <p>{{ row.school }}</p>
          <div class="track">
            <i
              class="planned"
              [style.inset-inline-start]="part(planned()[0])"
              [style.inline-size]="size(planned())"
            ></i>
            @for (bar of row.bars; track $index) {
              <i
                class="bar"
                [attr.data-part]="row.part"
                [style.inset-inline-start]="part(bar[0])"
                [style.inline-size]="size(bar)"
              ></i>
            }
          </div>
        }
      </div>
      <div class="scroll">
        <table>
          <caption class="visually-hidden">
            {{
              'live.presence.title' | transloco
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col">{{ 'live.presence.classroom' | transloco }}</th>
              <th scope="col">{{ 'live.presence.from' | transloco }}</th>
              <th scope="col">{{ 'live.presence.to' | transloco }}</th>
              <th scope="col" class="end">{{ 'live.presence.minutes' | transloco }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track row.classroomId) {
              @for (interval of row.intervals; track $index) {
                <tr>
                  <th scope="row">{{ row.school }} · {{ row.name }}</th>
                  <td class="figures">{{ interval.from | beijingTime }}</td>
                  <td class="figures">
                    @if (interval.to; as to) {
                      {{ to | beijingTime }}
                    } @else {
                      {{ 'live.presence.still' | transloco }}
                    }
                  </td>
                  <td class="figures end">{{ minutes(row.bars[$index]) }}</td>
                </tr>
              } @empty {
                <tr>
                  <th scope="row">{{ row.school }} · {{ row.name }}</th>
                  <td colspan="3" class="soft">{{ 'live.presence.never' | transloco }}</td>
                </tr>
              }
            }
          </tbody>
        </table>
      </div>
    </section>
  `,
  styleUrl: './presence-chart.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PresenceChart {
  readonly record = input.required<LessonRecord>();
  private readonly now = nowInstant();

  protected readonly planned = computed(
    () => [milliseconds(this.record().startsAt), milliseconds(this.record().endsAt)] as const,
  );
  protected readonly rows = computed(() =>
    this.record().classrooms.map((classroom) => ({
      ...classroom,
      bars: classroom.intervals.map(
        ({ from, to }) => [milliseconds(from), to ? milliseconds(to) : this.now()] as const,
      ),
    })),
  );
  /** What the chart spans: the lesson with a margin, and all that reaches beyond it. */
  private readonly span = computed(() => {
    const [start, end] = this.planned();
    const bars = this.rows().flatMap((row) => row.bars);
    return [
      Math.min(start - margin, ...bars.map((bar) => bar[0])),
      Math.max(end + margin, ...bars.map((bar) => bar[1])),
    ] as const;
  });

  protected part(at: number): string {
    const [start, end] = this.span();
    return `${((at - start) / (end - start)) * 100}%`;
  }

  protected size([from, to]: readonly [number, number]): string {
    const [start, end] = this.span();
    return `${((to - from) / (end - start)) * 100}%`;
  }

  protected minutes(bar: readonly [number, number] | undefined): number {
    return bar ? Math.floor((bar[1] - bar[0]) / 60_000) : 0;
  }
}
