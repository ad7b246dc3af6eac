import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { BeijingDateTime, WaitingThings } from '@qinglan/web-platform';
import { Button, Icon } from '@qinglan/web-ui';
import { looksOfWaiting } from './waiting-look';

const few = 4;

/** What waits for me, each one tap from where it is done; what asks for nothing stands below. */
@Component({
  selector: 'mentoring-waiting-list',
  imports: [BeijingDateTime, Button, Icon, RouterLink, TranslocoPipe],
  template: `
    @if (looks().length > 0) {
      <section class="card" aria-labelledby="waits">
        <h2 id="waits">
          {{ 'mentoring.waits.title' | transloco }}
          @if (things.count(); as n) {
            <span class="count figures">{{ n }}</span>
          }
        </h2>
        <ul>
          @for (one of shown(); track one.key) {
            <li>
              <a [routerLink]="one.path" [queryParams]="one.query">
                <ui-icon [name]="one.icon" />
                <span class="words">
                  <span class="what">{{ 'mentoring.waits.' + one.kind | transloco: { name: one.who } }}</span>
                  @if (one.title) {
                    <bdi>{{ one.title }}</bdi>
                  }
                  @if (one.at; as at) {
                    <bdi class="soft small">{{ at | beijingDateTime }}</bdi>
                  }
                </span>
                <ui-icon name="chevron" class="go" />
              </a>
            </li>
          }
        </ul>
        @if (looks().length > few) {
          <button uiButton="quiet" type="button" (click)="isWhole.set(!isWhole())">
            {{
              isWhole()
                ? ('mentoring.waits.less' | transloco)
                : ('mentoring.waits.more' | transloco: { n: looks().length - few })
            }}
          </button>
        }
      </section>
    }
  `,
  styleUrl: './waiting-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WaitingList {
  protected readonly things = inject(WaitingThings);

  protected readonly few = few;
  protected readonly isWhole = signal(false);
  protected readonly looks = computed(() => looksOfWaiting(this.things.items() ?? []));
  protected readonly shown = computed(() => (this.isWhole() ? this.looks() : this.looks().slice(0, few)));
}
