import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ItemView } from '@qinglan/contracts';
import { Button, Notice } from '@qinglan/web-ui';

/** Somebody attended what is still planned: the report counts it only once it is said to have taken place. */
@Component({
  selector: 'programme-still-planned',
  imports: [Button, Notice, TranslocoPipe],
  template: `
    @if (isOwed()) {
      <ui-notice tone="warn">
        <p>{{ 'programme.held.still' | transloco }}</p>
        <button uiButton="strong" type="button" [busy]="busy()" (click)="held.emit()">
          {{ 'programme.held.act' | transloco }}
        </button>
      </ui-notice>
    }
  `,
  styles: `
    p {
      margin: 0 0 var(--space-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StillPlanned {
  readonly item = input.required<ItemView>();
  readonly busy = input.required<boolean>();
  readonly held = output();

  protected readonly isOwed = computed(() => {
    const { state, mayKeep, rows } = this.item();
    return mayKeep && state === 'planned' && (rows?.attended.sure ?? 0) > 0;
  });
}
