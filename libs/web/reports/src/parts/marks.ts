import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { YearlyMark } from '@qinglan/domain';
import { markSigns } from './mark-signs';

/** Where a number comes from, in shape and word: ■ 原文, ≈ 推断, ＝ 推算, ◇ 示例, ● 系统记录. */
@Component({
  selector: 'reports-marks',
  imports: [TranslocoPipe],
  template: `
    @for (mark of marks(); track mark) {
      <span class="mark" [attr.data-mark]="mark" [title]="'reports.markHint.' + mark | transloco">
        <span class="sign" aria-hidden="true">{{ signs[mark] }}</span>{{ 'reports.mark.' + mark | transloco }}
      </span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      gap: var(--space-1);
    }
    .mark {
      display: inline-flex;
      align-items: baseline;
      gap: 0.25em;
      padding: 0 var(--space-2);
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-small);
      color: var(--text-soft);
      font-size: var(--size-tiny);
      line-height: 1.6;
      white-space: nowrap;
    }
    .mark[data-mark='demo'] {
      border-style: dashed;
    }
    .mark[data-mark='inferred'] {
      border-style: dotted;
    }
    .mark[data-mark='derived'] {
      border-style: double;
      border-width: 3px;
      line-height: 1.35;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Marks {
  readonly marks = input.required<readonly YearlyMark[]>();

  protected readonly signs = markSigns;
}
