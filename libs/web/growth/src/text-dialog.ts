import { DIALOG_DATA } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { replyToGrowthText, saveGrowthText } from '@qinglan/contracts';
import { Control, DialogFrame, Field, Notice } from '@qinglan/web-ui';
import type { TextPlace } from './growth-texts';
import type { GrowthGiven } from './plan-dialog';
import { Sending } from './sending';

/** Which text, and whether it is itself written or replied to. */
export interface TextGiven extends GrowthGiven {
  readonly place: TextPlace;
  readonly isReply: boolean;
}

/** Writes a text of the pairing, or the reply to it. */
@Component({
  selector: 'growth-text-dialog',
  imports: [Control, DialogFrame, Field, FormsModule, Notice, TranslocoPipe],
  providers: [Sending],
  template: `
    <ui-dialog
      [heading]="given.place.label"
      [act]="'ui.save' | transloco"
      [busy]="sending.isBusy()"
      [disabled]="!isWhole()"
      (acted)="save()"
    >
      <div class="stack">
        @if (sending.problem(); as problem) {
          <ui-notice tone="bad">{{ problem }}</ui-notice>
        }
        @if (given.isReply) {
          <p class="quoted">
            <bdi>{{ given.place.text?.text }}</bdi>
          </p>
        }
        <ui-field
          [label]="(given.isReply ? 'growth.texts.reply' : 'growth.texts.text') | transloco"
          [hint]="given.isReply ? null : ('growth.texts.hint.' + given.place.kind | transloco)"
        >
          <textarea
            uiControl
            name="words"
            rows="8"
            [attr.maxlength]="given.isReply ? 2000 : 4000"
            [(ngModel)]="words"
          ></textarea>
        </ui-field>
      </div>
    </ui-dialog>
  `,
  styles: `
    .quoted {
      margin: 0;
      padding-inline-start: var(--space-3);
      border-inline-start: 3px solid var(--accent-line);
      white-space: pre-line;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextDialog {
  protected readonly given = inject<TextGiven>(DIALOG_DATA);
  protected readonly sending = inject(Sending);

  private readonly before = this.given.isReply ? this.given.place.text?.reply : this.given.place.text?.text;
  protected readonly words = signal(this.before ?? '');
  protected readonly isWhole = computed(() => this.words().trim() !== '');

  protected async save(): Promise<void> {
    const { growth, store, place, isReply } = this.given;
    const params = { pairingId: growth.pairing.id, kind: place.kind, term: place.term };
    const version = place.text?.version ?? 0;
    const words = this.words();
    await this.sending.send(() =>
      isReply
        ? store.change(replyToGrowthText, { params, version, body: { reply: words } })
        : store.change(saveGrowthText, { params, version, body: { text: words } }),
    );
  }
}
