import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
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

const few = 8;

/** Who did what and when, in the order given; a long history is folded after eight lines. */
@Component({
  selector: 'ui-history',
  imports: [Button, ProblemNotice, Waiting],
  template: `
    <h2>{{ heading() }}</h2>
    @if (problem(); as failed) {
      <ui-problem [problem]="failed" (again)="again.emit()" />
    } @else if (lines() === null) {
      <ui-waiting [lines]="4" />
    } @else {
      <ol>
        @for (line of shown(); track $index) {
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
      @if (isLong()) {
        <button uiButton="quiet" type="button" [attr.aria-expanded]="isWhole()" (click)="isWhole.set(!isWhole())">
          {{ isWhole() ? less() : more() }}
        </button>
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
  /** The words that unfold it, with how many there are, and those that fold it again; without them it is never folded. */
  readonly more = input('');
  readonly less = input('');
  readonly again = output();

  protected readonly isWhole = signal(false);
  protected readonly isLong = computed(() => this.more() !== '' && (this.lines()?.length ?? 0) > few);
  protected readonly shown = computed(() => {
    const lines = this.lines() ?? [];
    return this.isLong() && !this.isWhole() ? lines.slice(0, few) : lines;
  });
}
