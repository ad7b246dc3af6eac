import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RoomSnapshot } from '@qinglan/contracts';
import { Temporal } from '@qinglan/domain';
import { BeijingTime } from '@qinglan/web-platform';
import { Icon, type IconName, type Tone } from '@qinglan/web-ui';

type Standing = 'connected' | 'dropped' | 'absent' | 'own-lost';

const looks = {
  connected: { tone: 'good', icon: 'check' },
  dropped: { tone: 'bad', icon: 'wifiOff' },
  absent: { tone: 'neutral', icon: 'clock' },
  'own-lost': { tone: 'warn', icon: 'wifiOff' },
} as const satisfies Record<Standing, { tone: Tone; icon: IconName }>;

/** One classroom, large enough to be read from the last row: there, dropped, or not yet. */
@Component({
  selector: 'app-classroom-status',
  imports: [BeijingTime, Icon, TranslocoPipe],
  template: `
    <header>
      <span class="part">{{ 'words.endpoint.' + classroom().part | transloco }}</span>
      @if (isOwn()) {
        <span class="own">{{ 'live.classroom.own' | transloco }}</span>
      }
    </header>
    <h2>{{ classroom().school }}</h2>
    <p class="name">{{ classroom().name }}</p>
    <p class="state" role="status">
      <ui-icon [name]="look().icon" />
      <span>
        {{ 'live.classroom.' + standing() | transloco }}
        @if (since(); as words) {
          <small>{{ 'live.classroom.since' | transloco: { time: words | beijingTime } }}</small>
        }
        @if (goneMinutes(); as n) {
          <small>{{ 'live.classroom.gone' | transloco: { n } }}</small>
        }
      </span>
    </p>
    <p class="heads">
      <ui-icon name="people" />
      @if (classroom().headCount === null) {
        {{ 'live.heads.unknown' | transloco }}
      } @else {
        {{ 'live.heads.count' | transloco: { n: classroom().headCount } }}
      }
    </p>
  `,
  styleUrl: './classroom-status.scss',
  host: { class: 'ui-toned', '[attr.data-tone]': 'look().tone' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClassroomStatus {
  readonly classroom = input.required<RoomSnapshot['classrooms'][number]>();
  readonly isOwn = input(false);
  /** This browser's own link is down: what it shows of itself is not true any more. */
  readonly isLinkDown = input(false);
  readonly now = input.required<number>();

  protected readonly standing = computed<Standing>(() => {
    const { connected, since } = this.classroom();
    if (this.isOwn() && this.isLinkDown()) return 'own-lost';
    if (connected) return 'connected';
    return since ? 'dropped' : 'absent';
  });
  protected readonly look = computed(() => looks[this.standing()]);
  protected readonly since = computed(() => (this.standing() === 'own-lost' ? null : this.classroom().since));
  /** For how many whole minutes it has been gone. */
  protected readonly goneMinutes = computed(() => {
    const { since } = this.classroom();
    if (this.standing() !== 'dropped' || !since) return 0;
    return Math.max(0, Math.floor((this.now() - Temporal.Instant.from(since).epochMilliseconds) / 60_000));
  });
}
