import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { readYearLack, ReplyOf, YearlyReportView } from '@qinglan/contracts';
import { Icon } from '@qinglan/web-ui';
import { type ReportStep, stepsOf } from './next-steps';

const fragments: Readonly<Partial<Record<ReportStep, string>>> = {
  write: 'sections',
  answer: 'comments',
  approve: 'approvals',
  freeze: 'freeze',
};

/** How far the report of a year is: six steps, each a link to where it is done, the one to do now marked. */
@Component({
  selector: 'reports-steps',
  imports: [Icon, RouterLink, TranslocoPipe],
  template: `
    <ol [attr.aria-label]="'reports.steps.label' | transloco">
      @for (one of steps(); track one.step; let at = $index) {
        <li [attr.data-state]="one.state">
          <a
            [routerLink]="placeOf(one.step)"
            [queryParams]="queryOf(one.step)"
            [fragment]="fragments[one.step]"
            [attr.aria-current]="one.state === 'now' ? 'step' : null"
          >
            <span class="sign" aria-hidden="true">
              @if (one.state === 'done') {
                <ui-icon name="check" />
              } @else if (one.state === 'frozen') {
                <ui-icon name="lock" />
              } @else {
                {{ at + 1 }}
              }
            </span>
            <span class="name"
              ><bdi>{{ 'reports.steps.' + one.step | transloco }}</bdi></span
            >
            <span class="state">
              @if (one.state !== 'done' && one.remains) {
                <bdi>{{ 'reports.steps.remains.' + one.step | transloco: { n: one.remains } }}</bdi>
              } @else {
                <bdi>{{ 'reports.steps.' + one.state | transloco }}</bdi>
              }
            </span>
          </a>
        </li>
      }
    </ol>
  `,
  styleUrl: './steps.scss',
  host: { class: 'no-print' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Steps {
  readonly year = input.required<number>();
  readonly report = input<YearlyReportView | null>(null);
  /** What the year still lacks; null until that is known. */
  readonly lack = input<ReplyOf<typeof readYearLack> | null>(null);

  protected readonly fragments = fragments;
  protected readonly steps = computed(() => stepsOf(this.report(), this.lack()?.total ?? null));

  protected placeOf(step: ReportStep): readonly unknown[] {
    if (step === 'complete') return ['/reports/completeness'];
    const latest = this.report()?.issues[0];
    if (step === 'hand-out' && latest) return ['/reports', this.year(), 'issues', latest.id];
    return this.report() ? ['/reports', this.year(), 'draft'] : ['/reports', this.year()];
  }

  /** What lacks is looked at by month: the last one in which something does. */
  protected queryOf(step: ReportStep): Readonly<Record<string, string>> | null {
    return step === 'complete' ? { month: this.lack()?.month ?? `${String(this.year())}-12` } : null;
  }
}
