import { DIALOG_DATA } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { pausePairing, resumePairing } from '@qinglan/contracts';
import { Control, DialogFrame, Field, Notice } from '@qinglan/web-ui';
import type { GrowthGiven } from './plan-dialog';
import { Sending } from './sending';

/** Pauses a pairing from a day on, or resumes it after one. */
@Component({
  selector: 'growth-pause-dialog',
  imports: [Control, DialogFrame, Field, FormsModule, Notice, TranslocoPipe],
  providers: [Sending],
  template: `
    <ui-dialog
      [heading]="(isPaused ? 'growth.course.resume' : 'growth.course.pause') | transloco"
      [act]="(isPaused ? 'growth.course.resume' : 'growth.course.pause') | transloco"
      [busy]="sending.isBusy()"
      [disabled]="!isWhole()"
      (acted)="save()"
    >
      <div class="stack">
        @if (sending.problem(); as problem) {
          <ui-notice tone="bad">{{ problem }}</ui-notice>
        }
        <p class="soft">{{ 'growth.course.pauseHint' | transloco }}</p>
        <ui-field [label]="(isPaused ? 'growth.course.lastDay' : 'growth.course.firstDay') | transloco">
          <input uiControl type="date" name="day" [min]="earliest" [max]="given.growth.today" [(ngModel)]="day" />
        </ui-field>
        @if (!isPaused) {
          <ui-field [label]="'ui.reason' | transloco">
            <textarea uiControl name="reason" rows="3" maxlength="300" [(ngModel)]="reason"></textarea>
          </ui-field>
        }
      </div>
    </ui-dialog>
  `,
  styles: `
    p {
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PauseDialog {
  protected readonly given = inject<GrowthGiven>(DIALOG_DATA);
  protected readonly sending = inject(Sending);

  protected readonly isPaused = this.given.growth.pairing.state === 'paused';
  private readonly since = this.given.growth.pauses.find(({ lastDay }) => lastDay === null)?.firstDay;
  protected readonly earliest = this.since ?? this.given.growth.pairing.fromDay;
  protected readonly day = signal(this.given.growth.today);
  protected readonly reason = signal('');
  protected readonly isWhole = computed(() => this.day() !== '' && (this.isPaused || this.reason().trim() !== ''));

  protected async save(): Promise<void> {
    const { growth, store } = this.given;
    const at = { params: { pairingId: growth.pairing.id }, version: growth.pairing.version };
    const day = this.day();
    const reason = this.reason();
    await this.sending.send(() =>
      this.isPaused
        ? store.change(resumePairing, { ...at, body: { lastDay: day } })
        : store.change(pausePairing, { ...at, body: { firstDay: day, reason } }),
    );
  }
}
