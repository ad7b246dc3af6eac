import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PairingCard } from '@qinglan/contracts';
import { BeijingWords } from '@qinglan/web-platform';
import { Icon } from '@qinglan/web-ui';

/** What two people have arranged next. */
export type NextMeeting = NonNullable<PairingCard['next']>;

const doors = { lesson: '/lessons', activity: '/activities' } as const;

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

  protected readonly when = computed(() => this.words.dateTime(this.next()?.startsAt ?? ''));
  /** What is observed has a page only once it is opened: until then the way is to the request. */
  protected readonly address = computed(() => {
    const next = this.next();
    if (!next) return [];
    return next.kind === 'observation' ? ['/observations'] : [doors[next.kind], next.id];
  });
  protected readonly query = computed(() => (this.next()?.kind === 'observation' ? { box: 'requests' } : {}));
}
