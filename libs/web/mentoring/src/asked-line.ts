import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PairingCard } from '@qinglan/contracts';
import { BeijingDateTime } from '@qinglan/web-platform';
import { Button, Icon } from '@qinglan/web-ui';
import type { Part } from './visit-draft';

/** A request between the two that waits for an answer: the reader's own, or the other's. */
@Component({
  selector: 'mentoring-asked-line',
  imports: [BeijingDateTime, Button, Icon, RouterLink, TranslocoPipe],
  template: `
    <p class="ui-toned" [attr.data-tone]="isMine() ? 'neutral' : 'warn'">
      <ui-icon name="clock" />
      <span>
        <span class="what">{{ 'mentoring.asked.' + words() | transloco: { name: '⁨' + other() + '⁩' } }}</span>
        <bdi>{{ asked().startsAt | beijingDateTime }}</bdi>
        @if (asked().topic; as topic) {
          <bdi>{{ topic }}</bdi>
        }
      </span>
    </p>
    @if (!isMine()) {
      <div class="row">
        <button uiButton="strong" type="button" (click)="accept.emit()">
          <ui-icon name="check" />{{ 'mentoring.asked.accept' | transloco }}
        </button>
        <a uiButton="quiet" routerLink="/observations">{{ 'mentoring.asked.other' | transloco }}</a>
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
    }
    p {
      display: flex;
      gap: var(--space-2);
      margin: 0;
      padding: var(--space-2) var(--space-3);
      border-radius: var(--radius);
      background: var(--tone-surface);
    }
    ui-icon {
      margin-block-start: 0.15em;
    }
    p span {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-2);
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    .what {
      font-weight: 600;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AskedLine {
  readonly asked = input.required<NonNullable<PairingCard['asked']>>();
  readonly other = input.required<string>();
  readonly part = input.required<Part>();
  readonly isMine = input.required<boolean>();
  readonly accept = output();

  /** Who asked, and whether the reader would hear or be heard. */
  protected readonly words = computed(() => {
    const hears = this.asked().direction === `${this.part()}-hears`;
    return `${this.isMine() ? 'byMe' : 'ofMe'}${hears ? 'IHear' : 'IAmHeard'}`;
  });
}
