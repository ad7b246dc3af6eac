import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { BeijingDay, BeijingTime } from '@qinglan/web-platform';
import { Badge, Icon } from '@qinglan/web-ui';
import { activityLook } from './activity-look';
import type { ActivityRow } from './shapes';

/** One activity in a list: when, what, how many; where only for those who may know. */
@Component({
  selector: 'studios-activity-card',
  imports: [Badge, BeijingDay, BeijingTime, Icon, RouterLink, TranslocoPipe],
  template: `
    <p class="when">
      <strong
        ><bdi>{{ activity().startsAt | beijingDay }}</bdi></strong
      >
      <span class="figures">{{ activity().startsAt | beijingTime: activity().endsAt }}</span>
    </p>
    <div class="what">
      @if (activity().maySee) {
        <a [routerLink]="['/activities', activity().id]"
          ><bdi>{{ activity().title }}</bdi></a
        >
      } @else {
        <span
          ><bdi>{{ activity().title }}</bdi></span
        >
      }
      <p class="soft small">
        {{ 'studios.kind.' + activity().kind | transloco }} ·
        {{ 'studios.activities.people' | transloco: { n: activity().people } }}
        @if (activity().place; as place) {
          · <bdi>{{ place }}</bdi>
        }
        @if (activity().meetingLink) {
          · <ui-icon name="camera" /> {{ 'studios.activities.online' | transloco }}
        }
      </p>
    </div>
    @if (activity().isMine) {
      <ui-badge tone="accent" icon="person">{{ 'studios.activities.mine' | transloco }}</ui-badge>
    }
    @if (activity().state !== 'scheduled') {
      <ui-badge [tone]="look().tone" [icon]="look().icon">
        {{ 'studios.activityState.' + activity().state | transloco }}
      </ui-badge>
    }
  `,
  styleUrl: './activity-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActivityCard {
  readonly activity = input.required<ActivityRow>();

  protected readonly look = computed(() => activityLook[this.activity().state]);
}
