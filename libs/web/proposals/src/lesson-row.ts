import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { BeijingDay, BeijingTime, SecondClock } from '@qinglan/web-platform';
import { Badge } from '@qinglan/web-ui';
import { LessonWords, type Ends } from './lesson-words';
import type { Item } from './shapes';
import { lookOf } from './state-counts';

/** One lesson in a line: week, day, time, shifts, state; it leads to the lesson's page. */
@Component({
  selector: 'proposals-lesson-row',
  imports: [Badge, BeijingDay, BeijingTime, RouterLink, SecondClock, TranslocoPipe],
  template: `
    @let one = item();
    <span class="when">
      @if (one.week !== null) {
        <span class="week">{{ 'proposals.week' | transloco: { n: one.week } }}</span>
      }
      {{ one.startsAt | beijingDay }}
    </span>
    <a class="time figures" [routerLink]="['/lessons', one.id]">
      <bdi dir="ltr">{{ one.startsAt | beijingTime: one.endsAt }}</bdi>
      <span class="visually-hidden">{{ one.startsAt | beijingDay }} {{ 'proposals.openLesson' | transloco }}</span>
    </a>
    <span class="shifts soft small">{{ one.startsAt | secondClock }} {{ shifts() }}</span>
    @if (one.topic; as topic) {
      <bdi class="topic">{{ topic }}</bdi>
    }
    @if (showsState()) {
      <ui-badge class="state" [tone]="look()[0]" [icon]="look()[1]">{{ words.state(one.state) }}</ui-badge>
    }
    @if (one.reason) {
      <span class="reason small"
        ><span class="soft">{{ 'ui.reason' | transloco }}</span> {{ one.reason }}</span
      >
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: 11.5rem 6.5rem minmax(0, 1fr) auto;
      align-items: center;
      gap: var(--space-1) var(--space-3);
      min-block-size: var(--touch);
      padding: var(--space-1) var(--space-4);
    }
    :host-context([dir='rtl']) {
      grid-template-columns: 16rem 6.5rem minmax(0, 1fr) auto;
    }
    .week {
      display: inline-block;
      min-inline-size: 4.25em;
      font-weight: 600;
    }
    .time {
      font-weight: 600;
      white-space: nowrap;
    }
    .topic {
      grid-column: 1 / -1;
      grid-row: 2;
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    .reason {
      grid-column: 1 / -1;
      overflow-wrap: anywhere;
    }
    @media (max-width: 719px) {
      :host,
      :host-context([dir='rtl']) {
        grid-template-columns: minmax(0, 1fr) auto;
        padding-block: var(--space-2);
      }
      .shifts {
        grid-column: 1 / -1;
        grid-row: 2;
      }
      .topic {
        grid-row: 3;
      }
      .state {
        grid-column: 1 / -1;
        justify-self: start;
      }
      .time {
        display: inline-flex;
        align-items: center;
        min-block-size: 1.75rem;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LessonRow {
  protected readonly words = inject(LessonWords);

  readonly item = input.required<Item>();
  readonly ends = input.required<Ends>();
  readonly showsState = input(true);

  protected readonly look = computed(() => lookOf(this.item().state));
  protected readonly shifts = computed(() => {
    const periods = this.words.periods(this.item(), this.ends());
    const shifts = this.item().receivingPeriod === null ? '' : this.words.shifts(this.item(), this.ends());
    return [periods, shifts].filter((part) => part !== '').join(' · ');
  });
}
