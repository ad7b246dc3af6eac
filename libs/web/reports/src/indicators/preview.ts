import { ChangeDetectionStrategy, Component, computed, inject, input, model, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { listYears, previewIndicator, type AnswerView } from '@qinglan/contracts';
import { type Indicator, printNumeral } from '@qinglan/domain';
import { ApiClient, Languages, remote } from '@qinglan/web-platform';
import { Button, Control, Field, Icon, Notice } from '@qinglan/web-ui';
import { Acting } from '../parts/acting';
import { marksOf } from '../parts/figure-of';
import { Marks } from '../parts/marks';
import { previewBodyOf } from './body-of';

/** What a definition comes to in a year, before it is saved. */
@Component({
  selector: 'reports-preview',
  imports: [Button, Control, Field, FormsModule, Icon, Marks, Notice, TranslocoPipe],
  providers: [Acting],
  template: `
    <div class="line">
      <ui-field [label]="'reports.whichYear' | transloco">
        <select uiControl name="previewYear" [(ngModel)]="year">
          @for (one of years(); track one) {
            <option [ngValue]="one">{{ one }}</option>
          }
        </select>
      </ui-field>
      <button
        uiButton
        type="button"
        [busy]="acting.busy() === 'preview'"
        [disabled]="indicator() === null"
        (click)="look()"
      >
        <ui-icon name="eye" />{{ 'reports.form.preview' | transloco }}
      </button>
    </div>
    @if (shown(); as answer) {
      <ui-notice>
        <p>
          <strong>{{ printed(answer) }}</strong> <reports-marks [marks]="marks(answer)" />
        </p>
        <p class="soft small">{{ 'reports.rows.count' | transloco: { n: answer.rows } }}</p>
      </ui-notice>
    }
  `,
  styles: `
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: var(--space-3);
    }
    ui-notice {
      margin-block-start: var(--space-3);
    }
    p {
      margin: 0;
    }
    strong {
      font-size: 1.5rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Preview {
  private readonly api = inject(ApiClient);
  private readonly languages = inject(Languages);
  protected readonly acting = inject(Acting);

  /** Null while it cannot be counted yet. */
  readonly indicator = input<Indicator | null>(null);
  /** The year it is counted in; whoever saves reads on in it. */
  readonly year = model.required<number>();

  private readonly known = remote(() => this.api.call(listYears));
  protected readonly years = computed(() => {
    const known = this.known.value()?.items.map(({ year }) => year) ?? [];
    return [...new Set([...known, this.year()])].sort((one, other) => other - one);
  });
  private readonly found = signal<{ readonly of: string; readonly answer: AnswerView } | null>(null);
  /** An answer to what stands there now, and to nothing that stood there before. */
  protected readonly shown = computed(() => {
    const found = this.found();
    return found && found.of === this.question() ? found.answer : null;
  });
  private readonly question = computed(() =>
    JSON.stringify([this.indicator()?.rule, this.indicator()?.period, this.year()]),
  );

  protected printed(answer: AnswerView): string {
    return printNumeral(answer, this.languages.current());
  }

  protected readonly marks = marksOf;

  protected async look(): Promise<void> {
    const indicator = this.indicator();
    if (!indicator) return;
    const of = this.question();
    await this.acting.run('preview', async () => {
      const query = { year: this.year() };
      const answer = await this.api.call(previewIndicator, { query, body: previewBodyOf(indicator) });
      this.found.set({ of, answer });
    });
  }
}
