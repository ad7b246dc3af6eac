import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { GrowthView } from '@qinglan/contracts';
import { BeijingDay } from '@qinglan/web-platform';
import { Badge, Button, Dialogs, Icon } from '@qinglan/web-ui';
import { GrowthStore } from './growth.store';
import { PlanDialog } from './plan-dialog';
import { goalLook } from './shapes';

/** The growth plan: two to four goals, how each is seen, by when. */
@Component({
  selector: 'growth-plan',
  imports: [Badge, BeijingDay, Button, Icon, TranslocoPipe],
  template: `
    <section class="card" id="plan" aria-labelledby="plan-heading">
      <header>
        <h2 id="plan-heading">{{ 'growth.plan.title' | transloco }}</h2>
        @if (growth().mayPlan) {
          <button [uiButton]="growth().plan ? 'quiet' : 'usual'" type="button" class="no-print" (click)="edit()">
            <ui-icon name="edit" />{{ (growth().plan ? 'ui.edit' : 'growth.plan.write') | transloco }}
          </button>
        }
      </header>
      @if (growth().plan; as plan) {
        <ol>
          @for (goal of plan.goals; track $index) {
            <li>
              <p class="name">
                <bdi>{{ goal.title }}</bdi>
                <ui-badge [tone]="look[goal.state].tone" [icon]="look[goal.state].icon">{{
                  'growth.plan.state.' + goal.state | transloco
                }}</ui-badge>
              </p>
              <p class="soft small">
                {{ 'growth.plan.seenBy' | transloco }}<bdi>{{ goal.seenBy }}</bdi>
              </p>
              <p class="soft small" [class.late]="goal.state === 'open' && goal.byDay < growth().today">
                {{ 'growth.plan.byDay' | transloco }}<bdi>{{ goal.byDay | beijingDay: 'full' }}</bdi>
              </p>
            </li>
          }
        </ol>
        <p class="soft small">
          <bdi>{{ plan.changedBy }}</bdi> · {{ plan.changedAt | beijingDay }}
        </p>
      } @else {
        <p class="soft">{{ 'growth.plan.none' | transloco }}</p>
      }
    </section>
  `,
  styleUrl: './section.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GrowthPlan {
  private readonly store = inject(GrowthStore);
  private readonly dialogs = inject(Dialogs);

  readonly growth = input.required<GrowthView>();
  protected readonly look = goalLook;

  protected async edit(): Promise<void> {
    await this.dialogs.open(PlanDialog, { growth: this.growth(), store: this.store }, 'usual');
  }
}
