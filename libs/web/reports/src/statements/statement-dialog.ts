import { DIALOG_DATA } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { saveStatement, type StatementView } from '@qinglan/contracts';
import {
  asId,
  certaintyEarned,
  inLanguage,
  isCertaintyEarned,
  sourceNamed,
  type Trilingual,
  units,
} from '@qinglan/domain';
import { ApiClient, Languages, uuid } from '@qinglan/web-platform';
import { Control, DialogFrame, Field, Notice } from '@qinglan/web-ui';
import { Sending } from '../parts/sending';
import { Unit } from '../parts/unit';

/** The fact to correct, or null to add one to the year. */
export interface StatementGiven {
  readonly statement: StatementView | null;
  readonly year: number;
}

const abouts = Object.entries(sourceNamed('statement')?.dimensions['about']?.choices ?? {});

/** Writes a stated fact: what it says, its number where it has one, the words of the source, and the source. */
@Component({
  selector: 'reports-statement-dialog',
  imports: [Control, DialogFrame, Field, FormsModule, Notice, TranslocoPipe, Unit],
  providers: [Sending],
  templateUrl: './statement-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatementDialog {
  protected readonly given = inject<StatementGiven>(DIALOG_DATA);
  protected readonly sending = inject(Sending);
  private readonly api = inject(ApiClient);
  private readonly languages = inject(Languages);
  private readonly id = this.given.statement?.id ?? asId<StatementView['id']>(uuid());

  protected readonly units = units;
  protected readonly evidences = ['stated', 'inferred', 'demo'] as const;
  protected readonly abouts = computed(() =>
    abouts.map(([value, words]) => ({ value, label: inLanguage(words, this.languages.current()) })),
  );
  protected readonly code = signal(this.given.statement?.code ?? '');
  protected readonly about = signal(this.given.statement?.about ?? 'programme');
  protected readonly text = signal<Trilingual>(this.given.statement?.text ?? { zh: '', en: '', ug: '' });
  /** Empty is unknown, and stays so. */
  protected readonly number = signal<number | null>(this.given.statement?.number ?? null);
  protected readonly unit = signal(this.given.statement?.unit ?? null);
  protected readonly quote = signal(this.given.statement?.quote ?? '');
  protected readonly source = signal(this.given.statement?.source ?? '');
  /** What somebody chose; until then it is what quote and source make it. */
  private readonly chosen = signal(this.given.statement?.evidence ?? null);
  private readonly words = computed(() => ({ quote: this.quote(), source: this.source() }));
  protected readonly evidence = computed(() => {
    const chosen = this.chosen();
    return chosen === null || !isCertaintyEarned({ evidence: chosen, ...this.words() })
      ? certaintyEarned(this.words())
      : chosen;
  });
  protected readonly mayBeStated = computed(() => isCertaintyEarned({ evidence: 'stated', ...this.words() }));
  protected readonly isWhole = computed(() =>
    [this.code(), this.text().zh, this.text().en, this.source()].every((words) => words.trim() !== ''),
  );

  protected setText(change: Partial<Trilingual>): void {
    this.text.update((words) => ({ ...words, ...change }));
  }

  protected choose(evidence: StatementView['evidence']): void {
    this.chosen.set(evidence);
  }

  protected async save(): Promise<void> {
    const { statement, year } = this.given;
    const body = {
      ...{ code: this.code(), year: statement?.year ?? year, about: this.about(), text: this.text() },
      ...{ number: this.number(), unit: this.number() === null ? null : this.unit() },
      ...{ quote: this.quote().trim() || null, source: this.source(), evidence: this.evidence() },
      organisationIds: statement?.organisations.map(({ id }) => id) ?? [],
    };
    const call = { params: { statementId: this.id }, body, version: statement?.version ?? 0 };
    await this.sending.send(() => this.api.call(saveStatement, call));
  }
}
