import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, Icon } from '@qinglan/web-ui';
import type { Sending } from './observation.store';

/** One plain line: everything is sent, or how much waits in this browser. */
@Component({
  selector: 'observations-sending-line',
  imports: [Button, Icon, TranslocoPipe],
  template: `
    @let now = sending();
    <p role="status" class="ui-toned" [attr.data-tone]="tones[now.state]">
      <ui-icon [name]="now.state === 'sent' ? 'check' : now.state === 'waiting' ? 'wifiOff' : 'alert'" />
      @switch (now.state) {
        @case ('sent') {
          <span>{{ 'observations.sending.sent' | transloco }}</span>
        }
        @case ('waiting') {
          <span>{{ 'observations.sending.waiting' | transloco: { n: now.count } }}</span>
        }
        @case ('refused') {
          <span>{{ 'observations.sending.refused' | transloco: { n: now.count, why: now.problem.title } }}</span>
        }
      }
      @if (now.state !== 'sent') {
        <button uiButton="quiet" type="button" (click)="again.emit()">
          {{ 'observations.sending.now' | transloco }}
        </button>
      }
    </p>
  `,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-1) var(--space-2);
      margin: 0;
      padding: var(--space-2) var(--space-3);
      border-radius: var(--radius);
      background: var(--tone-surface);
      color: var(--tone-text);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SendingLine {
  readonly sending = input.required<Sending>();
  readonly again = output();

  protected readonly tones = { sent: 'good', waiting: 'warn', refused: 'bad' } as const;
}
