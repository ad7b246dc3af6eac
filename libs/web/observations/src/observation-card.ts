import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ObservationCard as Card } from '@qinglan/contracts';
import { BeijingDay, BeijingTime, SessionStore } from '@qinglan/web-platform';
import { Badge, Icon } from '@qinglan/web-ui';
import { standingOf } from './observation-standing';

/** One observation in a list: what, when, with whom, where it stands. */
@Component({
  selector: 'observations-card',
  imports: [Badge, BeijingDay, BeijingTime, Icon, RouterLink, TranslocoPipe],
  template: `
    @let one = observation();
    <a [routerLink]="['/observations', one.id]">
      <span class="what">
        <strong>{{ one.topic ?? one.subject ?? ('observations.title' | transloco) }}</strong>
        <span class="soft small">
          <bdi>{{ one.onDay | beijingDay }}</bdi>
          @if (one.startsAt; as startsAt) {
            <span class="figures">{{ startsAt | beijingTime }}</span>
          }
          · <bdi>{{ one.school }}</bdi>
          @if (one.class) {
            · <bdi>{{ one.class }}</bdi>
          }
        </span>
      </span>
      <span class="who">{{ 'observations.card.' + who().key | transloco: { name: who().name } }}</span>
      <span class="standing">
        <ui-badge [tone]="standing().tone" [icon]="standing().icon">
          {{ 'observations.standing.' + standing().word | transloco }}
        </ui-badge>
        <ui-icon name="chevron" />
      </span>
    </a>
  `,
  styleUrl: './observation-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ObservationCard {
  private readonly sessions = inject(SessionStore);
  readonly observation = input.required<Card>();

  protected readonly standing = computed(() => standingOf(this.observation()));
  /** Seen from the reader: whom I heard, who heard me, or who heard whom. */
  protected readonly who = computed(() => {
    const { observer, observed } = this.observation();
    const me = this.sessions.session()?.person.id;
    if (observer.id === me) return { key: 'iHeard', name: isolated(observed.name) };
    if (observed.id === me) return { key: 'heardMe', name: isolated(observer.name) };
    return { key: 'observer', name: isolated(observer.name) };
  });
}

const isolated = (name: string): string => `\u2068${name}\u2069`;
