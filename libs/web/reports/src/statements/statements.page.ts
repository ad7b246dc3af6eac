import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { listStatements, listYears, type StatementView } from '@qinglan/contracts';
import { ApiClient, beijingNow, remote, SessionStore } from '@qinglan/web-platform';
import { Button, Control, Dialogs, Field, Icon, Nothing, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { Marks } from '../parts/marks';
import { Told } from '../parts/told';
import { Unit } from '../parts/unit';
import { yearAsked } from '../parts/year-asked';
import { StatementDialog, type StatementGiven } from './statement-dialog';

/** What a source states of a year and no other row holds, each with its words and its source. */
@Component({
  selector: 'reports-statements-page',
  imports: [
    ...[Button, Control, Field, FormsModule, Icon, Marks, Nothing, Page, ProblemNotice],
    ...[Told, TranslocoPipe, Unit, Waiting],
  ],
  templateUrl: './statements.page.html',
  styleUrl: './statements.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatementsPage {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly session = inject(SessionStore);

  // A word of the address.
  readonly year = input<string>();

  protected readonly years = remote(() => this.api.call(listYears));
  /** The year that is asked for, or the newest that is over. */
  protected readonly number = computed(() => {
    const asked = yearAsked(this.year());
    if (asked !== null) return asked;
    const known = this.years.value()?.items;
    if (!known) return null;
    return known.find(({ isOver }) => isOver)?.year ?? known[0]?.year ?? Number(beijingNow().day.slice(0, 4));
  });
  protected readonly choices = computed(() => {
    const known = this.years.value()?.items.map(({ year }) => year) ?? [];
    const chosen = this.number();
    return [...new Set([...known, ...(chosen === null ? [] : [chosen])])].sort((one, other) => other - one);
  });
  protected readonly statements = remote(() => {
    const year = this.number();
    return year === null ? undefined : this.api.call(listStatements, { params: { year } });
  });
  protected readonly mayEdit = computed(() => this.session.hasRole('administrator'));

  protected go(year: number): Promise<boolean> {
    return this.router.navigate([], { queryParams: { year } });
  }

  protected async edit(statement: StatementView | null): Promise<void> {
    const year = this.number();
    if (year === null) return;
    const given = { statement, year };
    if (await this.dialogs.open<StatementView, StatementGiven>(StatementDialog, given, 'wide'))
      await this.statements.reload();
  }
}
