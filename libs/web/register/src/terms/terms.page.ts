import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { listTerms } from '@qinglan/contracts';
import { epochDayOf, Temporal } from '@qinglan/domain';
import { ApiClient, BeijingDay, remote } from '@qinglan/web-platform';
import { Button, Dialogs, Icon, Nothing, Page, ProblemNotice, Toast, Waiting } from '@qinglan/web-ui';
import { openEntry } from '../entries/entry-dialog';
import { EntryWords } from '../entries/entry-words';
import { lastDayOf, termKind, type Term } from '../kinds/term.kind';
import { allOf } from '../pages';
import { RegisterContext } from '../register-context';

const epochDay = (day: string) => epochDayOf(Temporal.PlainDate.from(day));

/** Terms of the same code beside each other, one lane a side, on one line of days. */
@Component({
  selector: 'register-terms-page',
  imports: [BeijingDay, Button, Icon, Nothing, Page, ProblemNotice, TranslocoPipe, Waiting],
  providers: [EntryWords],
  templateUrl: './terms.page.html',
  styleUrl: './terms.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TermsPage {
  protected readonly register = inject(RegisterContext);
  protected readonly words = inject(EntryWords);
  private readonly api = inject(ApiClient);
  private readonly dialogs = inject(Dialogs);
  private readonly toast = inject(Toast);

  protected readonly terms = remote(() => allOf((after) => this.api.call(listTerms, { query: { limit: 200, after } })));
  private readonly sideOrder = computed(() => (this.register.sides.value() ?? []).map(({ id }) => id));
  protected readonly groups = computed(() =>
    [...Map.groupBy(this.terms.value() ?? [], ({ code }) => code)].map(([code, terms]) => ({
      code,
      name: terms[0]?.name ?? code,
      lanes: this.lanesOf(terms),
    })),
  );

  protected async open(term: Term | null): Promise<void> {
    const saved = await openEntry(this.dialogs, { kind: termKind, row: term, register: this.register });
    if (!saved) return;
    this.toast.say(this.words.say('saved', { name: termKind.nameOf(saved as Term) }));
    await this.terms.reload();
  }

  /** Each side's term as a bar on the days that the sides have together. */
  private lanesOf(terms: readonly Term[]) {
    const spans = terms.map((term) => ({
      term,
      last: lastDayOf(term.firstMonday, term.weekCount) ?? term.firstMonday,
    }));
    const first = Math.min(...spans.map(({ term }) => epochDay(term.firstMonday)));
    const whole = Math.max(...spans.map(({ last }) => epochDay(last))) - first + 1;
    const order = this.sideOrder();
    return spans
      .map(({ term, last }) => ({
        term,
        lastDay: last,
        at: ((epochDay(term.firstMonday) - first) / whole) * 100,
        size: ((term.weekCount * 7) / whole) * 100,
        lane: order.indexOf(term.sideId),
      }))
      .sort((a, b) => a.lane - b.lane);
  }
}
