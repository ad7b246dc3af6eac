import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Badge } from '@qinglan/web-ui';
import { Avatar } from './avatar';
import type { Activity } from './shapes';

/** Who takes part; afterwards also who was there. */
@Component({
  selector: 'studios-activity-people',
  imports: [Avatar, Badge, TranslocoPipe],
  template: `
    <h2>{{ 'studios.activity.people' | transloco: { n: people().length } }}</h2>
    <ul>
      @for (one of people(); track one.id) {
        <li>
          <studios-avatar [name]="one.name" [small]="true" />
          <span>
            <strong
              ><bdi>{{ one.name }}</bdi></strong
            >
            <span class="soft small">
              <bdi>{{ one.school }}</bdi>
              @if (one.isGuest) {
                · {{ 'studios.activity.guest' | transloco }}
              }
            </span>
          </span>
          @if (one.wasThere !== null) {
            <ui-badge [tone]="one.wasThere ? 'good' : 'neutral'" [icon]="one.wasThere ? 'check' : 'none'">
              {{ (one.wasThere ? 'studios.record.there' : 'studios.record.away') | transloco }}
            </ui-badge>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    h2 {
      margin: 0 0 var(--space-2);
    }
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
      gap: var(--space-2);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      padding: var(--space-2) var(--space-3);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
    }
    li > span {
      display: grid;
      flex: 1;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActivityPeople {
  readonly people = input.required<Activity['participants']>();
}
