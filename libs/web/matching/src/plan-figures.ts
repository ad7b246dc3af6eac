import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MatchingProposal } from '@qinglan/contracts';

const kinds = ['optimal', 'stable'] as const;
const figures = ['placed', 'unplaced', 'wouldRather', 'total'] as const;

/** What each of the two plans costs, in numbers beside each other; one of them is chosen. */
@Component({
  selector: 'matching-plan-figures',
  imports: [TranslocoPipe],
  template: `
    <fieldset>
      <legend class="visually-hidden">{{ 'matching.plan.choose' | transloco }}</legend>
      @for (kind of kinds; track kind) {
        <label class="card" [class.chosen]="chosen() === kind">
          <span class="name">
            <input type="radio" name="plan" [checked]="chosen() === kind" (change)="choose.emit(kind)" />
            <strong>{{ 'matching.plan.' + kind | transloco }}</strong>
          </span>
          <span class="hint"
            ><bdi>{{ 'matching.plan.' + kind + 'Hint' | transloco }}</bdi></span
          >
          <span class="figures-of">
            @for (figure of figures; track figure) {
              <span>
                <b class="figures">{{ plan()[kind].figures[figure] }}</b>
                <small>{{ 'matching.plan.' + figure | transloco }}</small>
              </span>
            }
          </span>
          <span class="hint"
            ><bdi>{{ 'matching.plan.sum' | transloco: sumOf(kind) }}</bdi></span
          >
        </label>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
      gap: var(--space-3);
      margin: 0;
      padding: 0;
      border: 0;
    }
    label {
      display: grid;
      gap: var(--space-2);
      align-content: start;
      cursor: pointer;
    }
    .chosen {
      border-color: var(--accent);
      box-shadow: inset 0 0 0 1px var(--accent);
    }
    .name {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      min-block-size: var(--touch);
    }
    .hint,
    small {
      color: var(--text-soft);
      font-size: var(--size-small);
    }
    .figures-of {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr));
      gap: var(--space-2);
    }
    .figures-of > span {
      display: grid;
      align-content: start;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    b {
      font-size: 1.25rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlanFigures {
  readonly plan = input.required<MatchingProposal>();
  readonly chosen = input.required<'optimal' | 'stable'>();
  readonly choose = output<'optimal' | 'stable'>();

  protected readonly kinds = kinds;
  protected readonly figures = figures;

  /** An uneven load takes points away; an even one takes none. */
  protected sumOf(kind: (typeof kinds)[number]) {
    const { worth, load, total } = this.plan()[kind].figures;
    return { worth, load: load === 0 ? '0' : `−${String(load)}`, total };
  }
}
