import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PairingCard } from '@qinglan/contracts';
import type { PairingId } from '@qinglan/domain';
import { beijingClock, BeijingWords } from '@qinglan/web-platform';
import { Icon } from '@qinglan/web-ui';

/** What two people have arranged next. */
export type NextMeeting = NonNullable<PairingCard['next']>;

const pathOf = {
  lesson: ({ id }: NextMeeting) => ['/lessons', id],
  activity: ({ id }: NextMeeting) => ['/activities', id],
  observation: () => ['/observations'],
  'open-lesson': (_: NextMeeting, pairingId: string) => ['/pairings', pairingId, 'growth'],
} as const;

/** What is arranged next between two people: day and Beijing time, and the way there. */
@Component({
  selector: 'mentoring-next-meeting',
  imports: [Icon, RouterLink, TranslocoPipe],
  template: `
    <ui-icon name="calendar" />
    <span class="soft">{{ 'mentoring.next.label' | transloco }}</span>
    @if (next(); as meeting) {
      <a [routerLink]="address()" [queryParams]="query()">
        <bdi class="when">{{ when() }}</bdi>
        <bdi>{{ 'mentoring.next.' + meeting.kind | transloco }}</bdi>
        @if (meeting.title) {
          <bdi class="title">{{ meeting.title }}</bdi>
        }
      </a>
    } @else {
      <span class="none">{{ 'mentoring.next.none' | transloco }}</span>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: auto auto minmax(0, 1fr);
      align-items: baseline;
      gap: var(--space-2);
    }
    ui-icon {
      align-self: center;
      color: var(--text-soft);
    }
    a {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-2);
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    @media (max-width: 719px) {
      :host {
        align-items: center;
      }
      a {
        align-content: center;
        min-block-size: var(--touch);
      }
    }
    .when {
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NextMeetingLine {
  private readonly words = inject(BeijingWords);

  readonly next = input.required<NextMeeting | null>();
  readonly pairingId = input.required<PairingId>();
  /** An observation in which the reader hears: the way is to the notebook, filled in. */
  readonly observes = input(false);

  protected readonly when = computed(() => {
    const next = this.next();
    if (!next) return '';
    // An open lesson of no timetable has no hour: it begins with its day.
    const isDayOnly = next.kind === 'open-lesson' && beijingClock(next.startsAt) === '00:00';
    return isDayOnly ? this.words.day(next.startsAt) : this.words.dateTime(next.startsAt);
  });
  protected readonly address = computed(() => {
    const next = this.next();
    if (!next) return [];
    if (this.observes()) return ['/observations/new'];
    return pathOf[next.kind](next, this.pairingId());
  });
  protected readonly query = computed(() => {
    const next = this.next();
    if (next?.kind !== 'observation') return {};
    return this.observes() ? { request: next.id } : { box: 'requests' };
  });
}
