import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { BeijingDateTime } from '@qinglan/web-platform';
import { Badge, Button, Dialogs, Icon, Nothing, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { Acting } from '../parts/acting';
import { ReportSection } from '../parts/report-section';
import { SectionNav } from '../parts/section-nav';
import { Told } from '../parts/told';
import { Approvals } from './approvals';
import { Comments } from './comments';
import { Freeze } from './freeze';
import { Links } from './links';
import { SectionDialog, type SectionGiven } from './section-dialog';
import { type DraftSection, readableSections } from './sections';
import { Steps } from './steps';
import { YearlyStore } from './yearly.store';

/** The draft of a year: its sections with live numerals, remarks beside them, approvals of both cities, and the freeze. */
@Component({
  selector: 'reports-draft-page',
  imports: [
    ...[Approvals, Badge, BeijingDateTime, Button, Comments, Freeze, Icon, Links, Nothing, Page, ProblemNotice],
    ...[ReportSection, RouterLink, SectionNav, Steps, Told, TranslocoPipe, Waiting],
  ],
  providers: [YearlyStore, Acting],
  templateUrl: './draft.page.html',
  styleUrl: './draft.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DraftPage {
  protected readonly store = inject(YearlyStore);
  protected readonly acting = inject(Acting);
  private readonly dialogs = inject(Dialogs);

  readonly year = input.required<string>();

  protected readonly number = computed(() => Number(this.year()));
  protected readonly sections = computed(() => {
    const report = this.store.report.value();
    return report ? readableSections(report) : [];
  });
  protected readonly isWritable = computed(() => {
    const report = this.store.report.value();
    return report?.may.edit === true && report.state !== 'freezing';
  });

  constructor() {
    effect(() => {
      const year = this.number();
      untracked(() => this.store.year.set(year));
    });
  }

  protected async edit({ draft }: DraftSection): Promise<void> {
    const figures = this.store.report.value()?.content.figures ?? [];
    await this.dialogs.open<true, SectionGiven>(SectionDialog, { section: draft, figures, store: this.store }, 'wide');
  }
}
