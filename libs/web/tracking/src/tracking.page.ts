import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { ProblemText, saveFile } from '@qinglan/web-platform';
import { Button, Icon, Nothing, Page, ProblemNotice, Toast, Waiting } from '@qinglan/web-ui';
import { CaseList } from './case-list';
import { Charts } from './charts';
import { FigureCards } from './figure-cards';
import { type Chosen, FilterBar } from './filter-bar';
import { TrackingStore } from './tracking.store';

/** The tracking board: who needs somebody first, then how visits and work are spread. */
@Component({
  selector: 'tracking-page',
  imports: [
    Button,
    CaseList,
    Charts,
    FigureCards,
    FilterBar,
    Icon,
    Nothing,
    Page,
    ProblemNotice,
    RouterLink,
    TranslocoPipe,
    Waiting,
  ],
  providers: [TrackingStore],
  templateUrl: './tracking.page.html',
  styleUrl: './tracking.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TrackingPage {
  protected readonly store = inject(TrackingStore);
  private readonly router = inject(Router);
  private readonly toast = inject(Toast);
  private readonly problems = inject(ProblemText);

  // The words of the address.
  readonly studio = input<string>();
  readonly school = input<string>();
  readonly cohort = input<string>();
  readonly term = input<string>();
  readonly reason = input<string>();
  readonly state = input<string>();

  protected readonly address = computed(() => ({
    studio: this.studio(),
    school: this.school(),
    cohort: this.cohort(),
    term: this.term(),
    reason: this.reason(),
    state: this.state(),
  }));
  protected readonly isFiltered = computed(() => Object.values(this.address()).some((value) => value));
  /** What the list is narrowed to, as a key of its words. */
  protected readonly shown = computed(() => {
    const { reason, state } = this.store.list();
    if (reason) return `tracking.reason.${reason}`;
    if (state === 'running') return 'tracking.figures.running';
    return state ? `words.pairingState.${state}` : null;
  });
  protected readonly isExporting = signal(false);

  constructor() {
    effect(() => {
      const address = this.address();
      untracked(() => this.store.address.set(address));
    });
  }

  protected choose({ word, value }: Chosen): Promise<boolean> {
    return this.router.navigate(['/tracking'], {
      queryParams: { [word]: value || null },
      queryParamsHandling: 'merge',
    });
  }

  protected clear(): Promise<boolean> {
    return this.router.navigate(['/tracking']);
  }

  protected async export(): Promise<void> {
    this.isExporting.set(true);
    try {
      const { name, content } = await this.store.workbook();
      saveFile(name, content);
    } catch (error) {
      this.toast.warn(this.problems.of(error));
    } finally {
      this.isExporting.set(false);
    }
  }
}
