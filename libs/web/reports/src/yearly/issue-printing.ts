import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  output,
  untracked,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { printYearlyFiles, type YearlyIssueView } from '@qinglan/contracts';
import { ApiClient } from '@qinglan/web-platform';
import { Button, Icon } from '@qinglan/web-ui';
import { Acting } from '../parts/acting';

/** How often it is looked whether missing pages are printed. */
const everyMs = 2000;

/** Pages that could not be printed at freezing: printed now, from what was stored. */
@Component({
  selector: 'reports-issue-printing',
  imports: [Button, Icon, TranslocoPipe],
  providers: [Acting],
  template: `
    @if (isPrinting()) {
      <p role="status">{{ 'reports.files.printing' | transloco }}</p>
    } @else if (isMissing() && report().may.print) {
      @if (report().printing?.failure; as failure) {
        <p role="status">
          {{ 'reports.files.printFailed' | transloco }} <bdi>{{ failure }}</bdi>
        </p>
      }
      <button uiButton type="button" [busy]="acting.busy() === 'print'" (click)="print()">
        <ui-icon name="print" />{{ 'reports.files.printNow' | transloco }}
      </button>
    }
  `,
  styles: `
    p {
      margin: var(--space-3) 0 0;
    }
    button {
      margin-block-start: var(--space-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IssuePrinting {
  private readonly api = inject(ApiClient);
  protected readonly acting = inject(Acting);

  readonly report = input.required<YearlyIssueView>();
  /** Pages are being printed: the issue has to be read again. */
  readonly asked = output();

  protected readonly isMissing = computed(() => this.report().files.some(({ failure }) => failure !== null));
  protected readonly isPrinting = computed(() => {
    const { printing } = this.report();
    return printing !== null && printing.endedAt === null;
  });
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      // Read again and again while pages are printed: each reading is another report.
      this.report();
      untracked(() => this.look());
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected async print(): Promise<void> {
    const params = { issueId: this.report().id };
    if (await this.acting.run('print', () => this.api.call(printYearlyFiles, { params }))) this.asked.emit();
  }

  private look(): void {
    clearTimeout(this.timer);
    if (this.isPrinting()) this.timer = setTimeout(() => this.asked.emit(), everyMs);
  }
}
