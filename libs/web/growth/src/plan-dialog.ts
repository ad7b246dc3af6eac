import { DIALOG_DATA } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { type GrowthView, saveGrowthPlan } from '@qinglan/contracts';
import { goalsOfAPlan, goalStates, type PairingId } from '@qinglan/domain';
import { Button, Control, DialogFrame, Field, Icon, Notice } from '@qinglan/web-ui';
import type { GrowthStore } from './growth.store';
import { Sending } from './sending';
import type { GoalView } from './shapes';

/** The file, and the store that sends what is written: dialogs live outside the page. */
export interface GrowthGiven {
  readonly growth: GrowthView;
  readonly store: GrowthStore;
}

/** Writes two to four goals. */
@Component({
  selector: 'growth-plan-dialog',
  imports: [Button, Control, DialogFrame, Field, FormsModule, Icon, Notice, TranslocoPipe],
  providers: [Sending],
  template: `
    <ui-dialog
      [heading]="'growth.plan.title' | transloco"
      [act]="'ui.save' | transloco"
      [busy]="sending.isBusy()"
      [disabled]="!isWhole()"
      (acted)="save()"
    >
      <div class="stack">
        @if (sending.problem(); as problem) {
          <ui-notice tone="bad">{{ problem }}</ui-notice>
        }
        <p class="soft small">{{ 'growth.plan.rule' | transloco }}</p>
        @for (goal of goals(); track $index; let at = $index) {
          <fieldset>
            <legend>{{ 'growth.plan.goal' | transloco: { n: at + 1 } }}</legend>
            <ui-field [label]="'growth.plan.what' | transloco">
              <input
                uiControl
                [name]="'title' + at"
                maxlength="120"
                [ngModel]="goal.title"
                (ngModelChange)="set(at, { title: $event })"
              />
            </ui-field>
            <ui-field [label]="'growth.plan.how' | transloco">
              <textarea
                uiControl
                [name]="'seenBy' + at"
                rows="2"
                maxlength="300"
                [ngModel]="goal.seenBy"
                (ngModelChange)="set(at, { seenBy: $event })"
              ></textarea>
            </ui-field>
            <div class="fields">
              <ui-field [label]="'growth.plan.when' | transloco">
                <input
                  uiControl
                  type="date"
                  [name]="'byDay' + at"
                  [min]="given.growth.pairing.fromDay"
                  [ngModel]="goal.byDay"
                  (ngModelChange)="set(at, { byDay: $event })"
                />
              </ui-field>
              <ui-field [label]="'growth.plan.standing' | transloco">
                <select
                  uiControl
                  [name]="'state' + at"
                  [ngModel]="goal.state"
                  (ngModelChange)="set(at, { state: $event })"
                >
                  @for (state of states; track state) {
                    <option [value]="state">{{ 'growth.plan.state.' + state | transloco }}</option>
                  }
                </select>
              </ui-field>
            </div>
            @if (goals().length > fewest) {
              <button uiButton="quiet" type="button" (click)="remove(at)">
                <ui-icon name="close" />{{ 'growth.plan.remove' | transloco }}
              </button>
            }
          </fieldset>
        }
        @if (goals().length < most) {
          <button uiButton type="button" (click)="add()">
            <ui-icon name="add" />{{ 'growth.plan.add' | transloco }}
          </button>
        }
      </div>
    </ui-dialog>
  `,
  styles: `
    fieldset {
      display: grid;
      gap: var(--space-3);
      margin: 0;
      padding: var(--space-4);
      border: 1px solid var(--line);
      border-radius: var(--radius);
    }
    legend {
      padding-inline: var(--space-2);
      font-weight: 600;
    }
    p {
      margin: 0;
    }
    button {
      justify-self: start;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlanDialog {
  protected readonly given = inject<GrowthGiven>(DIALOG_DATA);
  protected readonly sending = inject(Sending);

  protected readonly states = goalStates;
  protected readonly fewest = goalsOfAPlan.fewest;
  protected readonly most = goalsOfAPlan.most;
  protected readonly goals = signal<readonly GoalView[]>(
    this.given.growth.plan?.goals ?? Array.from({ length: goalsOfAPlan.fewest }, () => this.empty()),
  );
  protected readonly isWhole = computed(() =>
    this.goals().every(({ title, seenBy, byDay }) => [title, seenBy, byDay].every((text) => text.trim() !== '')),
  );

  protected set(at: number, change: Partial<GoalView>): void {
    this.goals.update((goals) => goals.map((goal, place) => (place === at ? { ...goal, ...change } : goal)));
  }

  protected add(): void {
    this.goals.update((goals) => [...goals, this.empty()]);
  }

  protected remove(at: number): void {
    this.goals.update((goals) => goals.filter((_, place) => place !== at));
  }

  protected async save(): Promise<void> {
    const { growth, store } = this.given;
    const params = { pairingId: growth.pairing.id as PairingId };
    const call = { params, version: growth.plan?.version ?? 0, body: { goals: [...this.goals()] } };
    await this.sending.send(() => store.change(saveGrowthPlan, call));
  }

  private empty(): GoalView {
    return { title: '', seenBy: '', byDay: this.given.growth.pairing.toDay ?? '', state: 'open' };
  }
}
