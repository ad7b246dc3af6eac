import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { ProblemText, saveFile, SessionStore } from '@qinglan/web-platform';
import { Button, Control, Icon, Nothing, Page, ProblemNotice, Toast, Waiting } from '@qinglan/web-ui';
import { ItemWords } from '../item-words';
import { CategoryBar, type ChosenCategory } from './category-bar';
import { ItemTable } from './item-table';
import { type Address, ProgrammeStore } from './programme.store';

/** The programme's year: what was held and what is planned, by category. */
@Component({
  selector: 'programme-page',
  imports: [
    Button,
    CategoryBar,
    Control,
    Icon,
    ItemTable,
    Nothing,
    Page,
    ProblemNotice,
    RouterLink,
    TranslocoPipe,
    Waiting,
  ],
  providers: [ProgrammeStore],
  templateUrl: './programme.page.html',
  styleUrl: './programme.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProgrammePage {
  protected readonly store = inject(ProgrammeStore);
  protected readonly words = inject(ItemWords);
  private readonly router = inject(Router);
  private readonly toast = inject(Toast);
  private readonly problems = inject(ProblemText);
  private readonly session = inject(SessionStore);

  readonly year = input<string>();
  readonly category = input<string>();
  readonly categoryWords = input<string>(undefined, { alias: 'words' });
  readonly state = input<string>();
  readonly mine = input<string>();

  protected readonly mayKeep = computed(() => this.session.roles().includes('administrator'));
  protected readonly isExporting = signal(false);
  protected readonly isNarrowed = computed(
    () => this.store.words().trim() !== '' || Object.keys(this.store.filters()).length > 0,
  );
  protected readonly yearChoices = computed(() => {
    const known = this.store.years.value()?.items.map(({ year }) => year) ?? [];
    const shown = this.store.year();
    return [...new Set([...known, ...(shown === null ? [] : [shown])])].sort((a, b) => b - a);
  });
  private typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      const address: Address = {
        ...{ year: this.year(), category: this.category(), words: this.categoryWords() },
        ...{ state: this.state(), mine: this.mine() },
      };
      untracked(() => this.store.address.set(address));
    });
  }

  protected choose(queryParams: Readonly<Record<string, string | number | null>>): Promise<boolean> {
    return this.router.navigate(['/programme'], { queryParams, queryParamsHandling: 'merge' });
  }

  protected chooseCategory(chosen: ChosenCategory): Promise<boolean> {
    return this.choose({ category: chosen.category, words: chosen.categoryWords, mine: null });
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLSelectElement).value;
  }

  protected search(event: Event): void {
    const words = (event.target as HTMLInputElement).value;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.store.words.set(words), 250);
  }

  protected async download(format: 'csv' | 'xlsx'): Promise<void> {
    this.isExporting.set(true);
    try {
      const { name, content } = await this.store.download(format);
      saveFile(name, content);
    } catch (error) {
      this.toast.warn(this.problems.of(error));
    } finally {
      this.isExporting.set(false);
    }
  }
}
