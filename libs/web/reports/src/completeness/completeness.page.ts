import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SchoolCompleteness } from '@qinglan/contracts';
import { addMonths, asId, monthShape, type OrganisationId } from '@qinglan/domain';
import { beijingNow, SessionStore } from '@qinglan/web-platform';
import { Button, Icon, Nothing, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { Acting } from '../parts/acting';
import { Copying } from '../parts/copying';
import { CompletenessStore } from './completeness.store';
import { FigureStrip } from './figure-strip';
import { LackingItems } from './lacking-items';
import { LackingLessons } from './lacking-lessons';
import { MonthPicker } from './month-picker';
import { Reminders } from './reminders';
import { SchoolTable } from './school-table';
import { SilentPairings } from './silent-pairings';

/** What a month still lacks: by school, then lesson by lesson, pairing by pairing, item by item, each with whom to ask. */
@Component({
  selector: 'reports-completeness-page',
  imports: [
    ...[Button, FigureStrip, Icon, LackingItems, LackingLessons, MonthPicker, Nothing, Page],
    ...[ProblemNotice, SchoolTable, SilentPairings, TranslocoPipe, Waiting],
  ],
  providers: [CompletenessStore, Copying, Reminders, Acting],
  templateUrl: './completeness.page.html',
  styleUrl: './completeness.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CompletenessPage {
  protected readonly store = inject(CompletenessStore);
  protected readonly acting = inject(Acting);
  private readonly reminders = inject(Reminders);
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);

  // The words of the address.
  readonly month = input<string>();
  readonly school = input<string>();

  protected readonly chosen = computed(() => {
    const month = this.month() ?? '';
    return monthShape.test(month) ? month : beijingNow().day.slice(0, 7);
  });
  /** The school the lists are narrowed to, by its name where the board knows it. */
  protected readonly schoolName = computed(() => {
    const schools = this.store.schools();
    if (!this.school() || schools.state !== 'ready') return null;
    return schools.value.find(({ id }) => id === this.school())?.name ?? null;
  });
  /** The school of whoever coordinates one and sees no other. */
  protected readonly own = computed(() =>
    this.session.hasRole('administrator', 'viewer') ? null : (this.session.school()?.name ?? null),
  );
  protected readonly isComplete = computed(() => {
    const figures = this.store.figures.value();
    return figures !== undefined && figures.lessons.lacking + figures.pairings.lacking + figures.items.lacking === 0;
  });

  constructor() {
    effect(() => {
      const schoolId = this.school();
      const asked = { month: this.chosen(), ...(schoolId && { schoolId: asId<OrganisationId>(schoolId) }) };
      untracked(() => this.store.asked.set(asked));
    });
  }

  protected turn(months: number): Promise<boolean> {
    return this.show({ month: addMonths(this.chosen(), months) });
  }

  protected show(queryParams: Readonly<Record<string, string | null>>): Promise<boolean> {
    return this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected async remind({ id }: SchoolCompleteness): Promise<void> {
    await this.acting.run(`remind-${id}`, async () => this.reminders.ofSchool(await this.store.reminder(id)));
  }
}
