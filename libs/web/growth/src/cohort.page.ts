import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CohortPairing } from '@qinglan/contracts';
import { type EndAct, type ShownState, Temporal } from '@qinglan/domain';
import { BeijingDay, beijingNow, isProblem, Languages, ProblemError, SessionStore } from '@qinglan/web-platform';
import { Badge, Button, Confirm, Control, DataList, Dialogs, Field, Icon, Nothing, Notice } from '@qinglan/web-ui';
import { Cell, type Column, Page, ProblemNotice, RowActs, Waiting } from '@qinglan/web-ui';
import { Acting } from './acting';
import { CohortStore, isTakable } from './cohort.store';
import { EndDialog } from './end-dialog';
import type { EndChoice, EndGiven } from './end-given';
import { pairWords } from './pair-words';
import { refusedRows, titleOf } from './refused-rows';
import { pairingLook, shownOf } from './shapes';

const bulkActs = ['extend', 'dissolve'] as const;

/** The handover: every pairing of a cohort that has no end yet, each with its ways out, and the closing. */
@Component({
  selector: 'growth-cohort-page',
  imports: [
    ...[Badge, BeijingDay, Button, Cell, Control, DataList, Field, FormsModule, Icon, Nothing, Notice, Page],
    ...[ProblemNotice, RouterLink, RowActs, TranslocoPipe, Waiting],
  ],
  providers: [Acting, CohortStore],
  templateUrl: './cohort.page.html',
  styleUrl: './cohort.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CohortPage {
  protected readonly store = inject(CohortStore);
  protected readonly acting = inject(Acting);
  private readonly confirm = inject(Confirm);
  private readonly dialogs = inject(Dialogs);
  private readonly languages = inject(Languages);
  private readonly sessions = inject(SessionStore);

  readonly cohort = input.required<string>();

  protected readonly look = pairingLook;
  /** How many pairings stand where, what is past its last day first; each opens its rows. */
  protected readonly counts = computed(() => {
    const view = this.store.view.value();
    if (!view) return [];
    const overdue = view.overdue > 0 ? [{ state: 'overdue' as const, count: view.overdue }] : [];
    return [...overdue, ...view.states];
  });
  protected readonly bulkActs = bulkActs;
  protected readonly isTakable = isTakable;
  /** Who merely looks on ends nothing; leads see their own studios here. */
  protected readonly mayAct = computed(
    () => this.store.view.value()?.mayKeep === true || !this.sessions.hasRole('viewer'),
  );
  protected readonly columns = computed<readonly Column<CohortPairing>[]>(() => [
    { key: 'pair', label: this.languages.say('growth.cohort.pair') },
    { key: 'state', label: this.languages.say('growth.cohort.state') },
    { key: 'studio', label: this.languages.say('growth.cohort.studio') },
    { key: 'days', label: this.languages.say('growth.cohort.days'), wideOnly: true },
    { key: 'contact', label: this.languages.say('growth.cohort.contact'), numeric: true },
  ]);
  protected readonly key = ({ id }: CohortPairing) => id;
  protected readonly isAll = computed(() => this.store.isAll());
  protected readonly hasTakable = computed(() => this.store.hasTakable());
  private readonly today = beijingNow().day;

  constructor() {
    effect(() => this.store.cohort.set(this.cohort()));
  }

  protected readonly shownOf = (row: CohortPairing) => shownOf(row, this.today);

  /** Shows the rows of a count, or all that are open again. */
  protected show(state: ShownState): void {
    this.store.state.update((was) => (was === state ? '' : state));
  }

  protected nameOf(row: CohortPairing): string {
    return pairWords(this.languages, row);
  }

  /** 优秀 and 合格 are given where the gate can be seen. */
  protected actsOf({ ends }: CohortPairing): readonly EndAct[] {
    return ends.filter((act) => act !== 'complete' && act !== 'fail');
  }

  protected async end(row: CohortPairing, act: EndAct): Promise<void> {
    const send = (choice: EndChoice) => this.store.endOne(row, act, choice);
    await this.open({ act, of: this.nameOf(row), count: 1, send });
  }

  protected async endChosen(act: (typeof bulkActs)[number]): Promise<void> {
    const count = this.store.chosen().length;
    const of = this.languages.say('growth.cohort.chosen', { n: count });
    await this.open({ act, of, count, send: (choice) => this.sendChosen(act, choice) });
  }

  protected async close(): Promise<void> {
    const yes = await this.confirm.ask({
      heading: this.languages.say('growth.cohort.closeAsk', { cohort: this.cohort() }),
      text: this.languages.say('growth.cohort.closeText'),
      act: this.languages.say('growth.cohort.close'),
    });
    if (yes) await this.acting.run(() => this.store.close(), 'growth.cohort.closeDone');
  }

  private async open(given: Pick<EndGiven, 'act' | 'of' | 'count' | 'send'>): Promise<void> {
    const toDay = Temporal.PlainDate.from(this.today).add({ years: 1 }).toString();
    const done = await this.dialogs.open<true>(
      EndDialog,
      { ...given, today: this.today, toDay, isLeaving: true },
      'usual',
    );
    if (!done) await this.store.reload();
  }

  /** Several refused at once are named, each with its two and its reason. */
  private async sendChosen(act: (typeof bulkActs)[number], choice: EndChoice): Promise<void> {
    const rows = this.store.chosen();
    try {
      await this.store.endChosen(act, choice);
    } catch (error) {
      if (!isProblem(error, 'some-refused')) throw error;
      const language = this.languages.current();
      const lines = refusedRows(error.problem).map(({ at, problem }) => {
        const row = rows[at];
        return `${row ? this.nameOf(row) : ''} ${titleOf(problem, language)}`;
      });
      throw new ProblemError({ ...error.problem, detail: lines.join('；') });
    }
  }
}
