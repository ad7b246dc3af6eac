import { ChangeDetectionStrategy, Component, input, output, type Signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button } from './button';
import { ProblemNotice, type ShownProblem } from './problem';
import { Waiting } from './waiting';

/** One thing that was done, in words. */
export interface HistoryLine {
  readonly what: string;
  /** From what to what, why, with whom; empty where there is nothing to add. */
  readonly more: string;
  readonly who: string;
  readonly when: string;
}

/** The lines that are not shown yet, page by page. */
export interface FurtherLines {
  readonly hasMore: Signal<boolean>;
  readonly loadingMore: Signal<boolean>;
  readonly moreProblem: Signal<ShownProblem | null>;
  more(): unknown;
}

/** Who did what and when, in the order given; a long history comes page by page. */
@Component({
  selector: 'ui-history',
  imports: [Button, ProblemNotice, TranslocoPipe, Waiting],
  template: `
    <h2>{{ heading() }}</h2>
    @if (problem(); as failed) {
      <ui-problem [problem]="failed" (again)="again.emit()" />
    } @else if (lines() === null) {
      <ui-waiting [lines]="4" />
    } @else {
      <ol>
        @for (line of lines(); track $index) {
          <li>
            <p class="what">
              <bdi>{{ line.what }}</bdi>
            </p>
            @if (line.more) {
              <p>
                <bdi>{{ line.more }}</bdi>
              </p>
            }
            <p class="soft small">
              <bdi>{{ line.who }}</bdi> ·
              <span class="figures"
                ><bdi>{{ line.when }}</bdi></span
              >
            </p>
          </li>
        } @empty {
          <li class="soft">{{ none() }}</li>
        }
      </ol>
      @if (further().hasMore()) {
        <button uiButton="quiet" type="button" [busy]="further().loadingMore()" (click)="further().more()">
          {{ 'ui.more' | transloco }}
        </button>
      }
      @if (further().moreProblem(); as failed) {
        <ui-problem [problem]="failed" (again)="further().more()" />
      }
    }
  `,
  styleUrl: './history.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class History {
  readonly heading = input.required<string>();
  /** Null while they are on their way. */
  readonly lines = input.required<readonly HistoryLine[] | null>();
  readonly problem = input<ShownProblem | null>(null);
  readonly none = input('');
  readonly further = input.required<FurtherLines>();
  readonly again = output();
}
