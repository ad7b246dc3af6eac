import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { decideRemoval, inLanguage } from '@qinglan/domain';
import { BeijingDateTime, Languages } from '@qinglan/web-platform';
import { Badge, Button, Confirm, Dialogs, Icon, Nothing, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { Acting } from '../parts/acting';
import { ReportSection } from '../parts/report-section';
import { SectionNav } from '../parts/section-nav';
import { Told } from '../parts/told';
import { ItemsDialog, type ItemsGiven } from '../sections/items-dialog';
import { OrderDialog, type OrderGiven } from '../sections/order-dialog';
import { Approvals } from './approvals';
import { Comments } from './comments';
import { Freeze } from './freeze';
import { Links } from './links';
import { lacksData } from './next-steps';
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
  private readonly confirm = inject(Confirm);
  private readonly languages = inject(Languages);

  readonly year = input.required<string>();

  protected readonly lacksData = lacksData;

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

  /** Writes a section, or adds one of free text. */
  protected async edit(one: DraftSection | null): Promise<void> {
    const figures = this.store.report.value()?.content.figures ?? [];
    const given = { section: one?.draft ?? null, figures, store: this.store };
    await this.dialogs.open<true, SectionGiven>(SectionDialog, given, 'wide');
  }

  protected async arrange(section: DraftSection['draft']): Promise<void> {
    const report = this.store.report.value();
    if (report) await this.dialogs.open<true, ItemsGiven>(ItemsDialog, { section, report, store: this.store }, 'wide');
  }

  protected async order(): Promise<void> {
    const report = this.store.report.value();
    if (report) await this.dialogs.open<true, OrderGiven>(OrderDialog, { report, store: this.store });
  }

  /** Only what somebody added goes, while nobody remarked on it: the rule of the server, told before it is asked. */
  protected mayRemove({ kind, code }: DraftSection['draft']): boolean {
    const remarks = this.store.report.value()?.comments.filter(({ section }) => section === code).length ?? 0;
    return this.isWritable() && decideRemoval({ kind, remarks }).ok;
  }

  protected async remove(section: DraftSection['draft']): Promise<void> {
    const yes = await this.confirm.ask({
      heading: this.languages.say('reports.arrange.removeAsk', {
        name: inLanguage(section.title, this.languages.current()),
      }),
      text: this.languages.say('reports.arrange.removeText'),
      act: this.languages.say('reports.arrange.remove'),
      look: 'danger',
    });
    if (yes) await this.acting.run('remove', () => this.store.remove(section), 'reports.arrange.removed');
  }
}
