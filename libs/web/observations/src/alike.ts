import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { HeardOnDay } from '@qinglan/contracts';
import { Notice } from '@qinglan/web-ui';

/** What else of a day could be the same lesson, each to be looked at: a word of warning and no refusal. */
@Component({
  selector: 'observations-alike',
  imports: [Notice, RouterLink, TranslocoPipe],
  template: `
    <ui-notice tone="warn" icon="alert">
      {{ (signs() ? 'observations.alike.signs' : 'observations.alike.told') | transloco }}
      <ul>
        @for (one of alike(); track $index) {
          <li>
            @if (one.observationId; as observationId) {
              <a [routerLink]="['/observations', observationId]"
                ><bdi>{{ one.title }}</bdi></a
              >
            } @else {
              <a [routerLink]="['/lessons', one.lessonId, 'record']"
                ><bdi>{{ one.title }}</bdi></a
              >
            }
          </li>
        }
      </ul>
    </ui-notice>
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    a {
      display: inline-flex;
      align-items: center;
      min-inline-size: var(--touch);
      min-block-size: var(--touch);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Alike {
  readonly alike = input.required<readonly HeardOnDay[]>();
  /** The reader is about to countersign. */
  readonly signs = input(false);
}
