import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { listPersonHonours, listYears, type PersonHonourView } from '@qinglan/contracts';
import { ApiClient, beijingNow, paged, remote, SessionStore } from '@qinglan/web-platform';
import { Badge, Button, Control, Dialogs, Field, Icon, Nothing, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { Marks } from '../parts/marks';
import { Told } from '../parts/told';
import { yearAsked } from '../parts/year-asked';
import { HonourDialog, type HonourGiven } from './honour-dialog';
import { levelWords } from './level-words';

/** Honours and awards of mentees: of everybody, or of the own school; added with what shows them. */
@Component({
  selector: 'reports-honours-page',
  imports: [
    ...[Badge, Button, Control, Field, FormsModule, Icon, Marks, Nothing, Page, ProblemNotice],
    ...[Told, TranslocoPipe, Waiting],
  ],
  templateUrl: './honours.page.html',
  styleUrl: './honours.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HonoursPage {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly session = inject(SessionStore);

  // A word of the address.
  readonly year = input<string>();

  protected readonly number = computed(() => yearAsked(this.year()));
  private readonly years = remote(() => this.api.call(listYears));
  protected readonly choices = computed(() => {
    const known = this.years.value()?.items.map(({ year }) => year) ?? [];
    const own = this.number();
    return [...new Set([...known, ...(own === null ? [] : [own])])].sort((one, other) => other - one);
  });
  protected readonly honours = paged((after) => {
    const year = this.number();
    return this.api.call(listPersonHonours, { query: { after, limit: 50, ...(year !== null && { year }) } });
  });
  protected readonly levelWords = levelWords;
  protected readonly mayEdit = computed(
    () => this.session.hasRole('administrator') || this.session.hasRole('coordinator'),
  );

  protected go(year: number | null): Promise<boolean> {
    return this.router.navigate([], { queryParams: { year } });
  }

  protected async edit(honour: PersonHonourView | null): Promise<void> {
    const year = this.number() ?? Number(beijingNow().day.slice(0, 4));
    const saved = await this.dialogs.open<PersonHonourView, HonourGiven>(HonourDialog, { honour, year }, 'wide');
    if (saved) await this.honours.reload();
  }
}
