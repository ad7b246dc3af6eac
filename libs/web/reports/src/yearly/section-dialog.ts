import { DIALOG_DATA } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { YearlyFigureView, YearlyReportView } from '@qinglan/contracts';
import {
  inLanguage,
  ownWords,
  type ReportLanguage,
  reportLanguages,
  type Trilingual,
  wordsToEdit,
} from '@qinglan/domain';
import { languageNames, Languages } from '@qinglan/web-platform';
import { Control, DialogFrame, Field, Notice, SearchSelect } from '@qinglan/web-ui';
import { Sending } from '../parts/sending';
import type { YearlyStore } from './yearly.store';

/** The section as it was read, or null to add one, the numerals that it can name, and the store that sends it: dialogs live outside the page. */
export interface SectionGiven {
  readonly section: YearlyReportView['sections'][number] | null;
  readonly figures: readonly YearlyFigureView[];
  readonly store: YearlyStore;
}

const empty: Trilingual = { zh: '', en: '', ug: '' };

/** Writes heading and words of a section in three languages; a numeral is put in by its name. */
@Component({
  selector: 'reports-section-dialog',
  imports: [Control, DialogFrame, Field, FormsModule, Notice, SearchSelect, TranslocoPipe],
  providers: [Sending],
  templateUrl: './section-dialog.html',
  styleUrl: './section-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SectionDialog {
  protected readonly given = inject<SectionGiven>(DIALOG_DATA);
  protected readonly sending = inject(Sending);
  private readonly languages = inject(Languages);

  protected readonly names = languageNames;
  protected readonly tongue = signal<ReportLanguage>('zh');
  protected readonly title = signal<Trilingual>(this.given.section?.title ?? empty);
  /** What the template says where nobody wrote own words. */
  private readonly proposed = this.given.section?.templateBody ?? empty;
  private readonly begun = wordsToEdit(this.given.section?.body ?? empty, this.proposed);
  protected readonly body = signal<Trilingual>(this.begun);
  protected readonly isHidden = signal(this.given.section?.isHidden ?? false);
  protected readonly isWhole = computed(() => this.title().zh.trim() !== '');
  protected readonly choices = computed(() =>
    this.given.figures.map(({ key, name, printed }) => ({
      value: key,
      label: inLanguage(name, this.languages.current()),
      hint: inLanguage(printed, this.languages.current()),
    })),
  );
  private readonly blank = computed(() => reportLanguages.filter((one) => this.body()[one].trim() === ''));
  /** Languages in which nothing is written yet, nor proposed: they are read in Chinese. */
  protected readonly missing = computed(() =>
    this.blank().filter((one) => one !== 'zh' && this.body().zh.trim() !== '' && this.proposed[one] === ''),
  );
  /** Languages that somebody emptied: the template speaks there again. */
  protected readonly returned = computed(() => this.blank().filter((one) => this.proposed[one] !== ''));

  /** Languages that still say what they said before the Chinese was changed. */
  protected readonly behind = computed(() =>
    reportLanguages.filter(
      (one) => this.body().zh !== this.begun.zh && this.begun[one] !== '' && this.body()[one] === this.begun[one],
    ),
  );

  protected setTitle(text: string): void {
    this.title.update((words) => ({ ...words, [this.tongue()]: text }));
  }

  protected setBody(text: string): void {
    this.body.update((words) => ({ ...words, [this.tongue()]: text }));
  }

  /** Puts the numeral where the cursor stands. */
  protected insert(key: string | null, field: HTMLTextAreaElement): void {
    if (!key) return;
    const { selectionStart: from, selectionEnd: to, value } = field;
    this.setBody(`${value.slice(0, from)}{{${key}}}${value.slice(to)}`);
    field.focus();
  }

  protected async save(): Promise<void> {
    const { section, store } = this.given;
    // A language that nobody touched stays that of the template, which leaves out what is not known.
    const body = ownWords(this.body(), this.proposed);
    const wish = { title: this.title(), body, isHidden: this.isHidden() };
    await this.sending.send(() =>
      section ? store.edit(section.code, { wish, version: section.version }) : store.add(wish),
    );
  }
}
