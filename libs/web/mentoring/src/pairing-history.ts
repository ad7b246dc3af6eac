import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { readPairingHistory, ReplyOf } from '@qinglan/contracts';
import { BeijingDateTime, type Remote } from '@qinglan/web-platform';
import { Button, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { PairingHistoryWords } from './pairing-history-words';

const few = 8;

/** Who did what to the pairing and when, newest first. */
@Component({
  selector: 'mentoring-pairing-history',
  imports: [BeijingDateTime, Button, ProblemNotice, TranslocoPipe, Waiting],
  template: `
    <h2>{{ 'mentoring.history.title' | transloco }}</h2>
    @let all = history();
    @switch (all.state) {
      @case ('loading') {
        <ui-waiting [lines]="4" />
      }
      @case ('failed') {
        <ui-problem [problem]="all.problem" (again)="again.emit()" />
      }
      @case ('ready') {
        <ol>
          @for (entry of shown(); track $index) {
            <li>
              <p class="what">
                <bdi>{{ entry.what }}</bdi>
              </p>
              @if (entry.more) {
                <p>
                  <bdi>{{ entry.more }}</bdi>
                </p>
              }
              <p class="soft small">
                <bdi>{{ entry.actor ?? ('mentoring.history.system' | transloco) }}</bdi> ·
                <span class="figures"
                  ><bdi>{{ entry.at | beijingDateTime }}</bdi></span
                >
              </p>
            </li>
          } @empty {
            <li class="soft">{{ 'mentoring.history.none' | transloco }}</li>
          }
        </ol>
        @if (entries().length > few) {
          <button uiButton="quiet" type="button" (click)="isWhole.set(!isWhole())">
            {{
              isWhole()
                ? ('mentoring.history.less' | transloco)
                : ('mentoring.history.more' | transloco: { n: entries().length })
            }}
          </button>
        }
      }
    }
  `,
  styleUrl: './pairing-history.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PairingHistory {
  private readonly words = inject(PairingHistoryWords);

  readonly history = input.required<Remote<ReplyOf<typeof readPairingHistory>>>();
  readonly again = output();

  protected readonly few = few;
  protected readonly isWhole = signal(false);
  protected readonly entries = computed(() => {
    const history = this.history();
    if (history.state !== 'ready') return [];
    return history.value.items.map((entry) => ({ ...entry, ...this.words.of(entry) }));
  });
  protected readonly shown = computed(() => (this.isWhole() ? this.entries() : this.entries().slice(0, few)));
}
