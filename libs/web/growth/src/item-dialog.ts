import { DIALOG_DATA } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { addPortfolioItem } from '@qinglan/contracts';
import { asId, decideEvidence, handCountedKinds, type ObligationKind, type PortfolioItemId } from '@qinglan/domain';
import { uuid } from '@qinglan/web-platform';
import { Control, DialogFrame, Field, Notice } from '@qinglan/web-ui';
import type { GrowthGiven } from './plan-dialog';
import { Sending } from './sending';

/** What is counted by hand most often stands first. */
const usualFirst: readonly ObligationKind[] = ['discussion', 'paper', 'lesson-plan'];

/** Counts something by hand, with its evidence. */
@Component({
  selector: 'growth-item-dialog',
  imports: [Control, DialogFrame, Field, FormsModule, Notice, TranslocoPipe],
  providers: [Sending],
  template: `
    <ui-dialog
      [heading]="'growth.portfolio.add' | transloco"
      [act]="'growth.portfolio.send' | transloco"
      [busy]="sending.isBusy()"
      [disabled]="!isWhole()"
      (acted)="save()"
    >
      <div class="stack">
        @if (sending.problem(); as problem) {
          <ui-notice tone="bad">{{ problem }}</ui-notice>
        }
        <div class="fields">
          <ui-field [label]="'growth.portfolio.kind' | transloco">
            <select uiControl name="kind" [(ngModel)]="kind">
              @for (one of kinds; track one) {
                <option [value]="one">{{ 'growth.portfolio.kinds.' + one | transloco }}</option>
              }
            </select>
          </ui-field>
          <ui-field [label]="'growth.portfolio.onDay' | transloco">
            <input
              uiControl
              type="date"
              name="onDay"
              [min]="given.growth.pairing.fromDay"
              [max]="given.growth.today"
              [(ngModel)]="onDay"
            />
          </ui-field>
        </div>
        <ui-field [label]="'growth.portfolio.what' | transloco">
          <input uiControl name="title" maxlength="120" [(ngModel)]="title" />
        </ui-field>
        <ui-field
          [label]="'growth.portfolio.evidence' | transloco"
          [hint]="'growth.portfolio.evidenceHint' | transloco"
          [fault]="evidenceFault() ? ('growth.portfolio.evidenceFault' | transloco) : null"
        >
          <textarea uiControl name="evidence" rows="3" maxlength="500" [(ngModel)]="evidence"></textarea>
        </ui-field>
      </div>
    </ui-dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ItemDialog {
  protected readonly given = inject<GrowthGiven>(DIALOG_DATA);
  protected readonly sending = inject(Sending);

  protected readonly kinds = handCountedKinds(this.given.growth.part).toSorted(
    (a, b) => usualFirst.indexOf(b) - usualFirst.indexOf(a),
  );
  protected readonly kind = signal<ObligationKind>('lesson-plan');
  protected readonly onDay = signal(this.given.growth.today);
  protected readonly title = signal('');
  protected readonly evidence = signal('');
  protected readonly evidenceFault = computed(
    () => this.evidence().trim() !== '' && !decideEvidence(this.evidence()).ok,
  );
  protected readonly isWhole = computed(
    () => this.title().trim() !== '' && this.onDay() !== '' && decideEvidence(this.evidence()).ok,
  );

  /** The same however often it is sent: a lost answer counts nothing twice. */
  private readonly itemId = asId<PortfolioItemId>(uuid());

  protected async save(): Promise<void> {
    const { growth, store } = this.given;
    const params = { pairingId: growth.pairing.id, itemId: this.itemId };
    const body = { kind: this.kind(), onDay: this.onDay(), title: this.title(), evidence: this.evidence() };
    await this.sending.send(() => store.change(addPortfolioItem, { params, body }));
  }
}
