import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { isDeviceOnXinjiangTime, Network } from '@qinglan/web-platform';
import { Icon, IconButton } from '@qinglan/web-ui';

/** What everybody must know whatever page is open: the device's clock, the lost connection. */
@Component({
  selector: 'app-banners',
  imports: [Icon, IconButton, TranslocoPipe],
  template: `
    <div role="status">
      @if (network.trouble(); as trouble) {
        <p class="ui-toned" data-tone="warn"><ui-icon name="wifiOff" />{{ 'shell.' + trouble | transloco }}</p>
      }
    </div>
    @if (isForeignClock()) {
      <section [attr.aria-label]="'shell.notice' | transloco">
        <p class="ui-toned" data-tone="accent">
          <ui-icon name="clock" /><span>{{ 'shell.deviceZone' | transloco }}</span>
          <button
            uiIconButton
            type="button"
            [attr.aria-label]="'ui.close' | transloco"
            (click)="isForeignClock.set(false)"
          >
            <ui-icon name="close" />
          </button>
        </p>
      </section>
    }
  `,
  styles: `
    p {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      margin: 0;
      padding: var(--space-1) var(--page-inset);
      background: var(--tone-surface);
      color: var(--tone-text);
      font-size: var(--size-small);
    }
    span {
      flex: 1;
    }
  `,
  host: { class: 'no-print' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Banners {
  protected readonly network = inject(Network);
  protected readonly isForeignClock = signal(isDeviceOnXinjiangTime());
}
