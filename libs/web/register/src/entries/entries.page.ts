import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  Button,
  Cell,
  Control,
  DataList,
  Dialogs,
  Field,
  Icon,
  Nothing,
  Notice,
  Page,
  ProblemNotice,
  SearchSelect,
  Toast,
  Waiting,
  type Choice,
  type Column,
} from '@qinglan/web-ui';
import { organisationCategory, role } from '@qinglan/contracts';
import { ProblemText } from '@qinglan/web-platform';
import { lists } from '../kinds/lists';
import { RegisterContext } from '../register-context';
import { EntriesStore } from './entries.store';
import type { ColumnSpec, Entry, EntryKind, FilterName } from './entry';
import { openEntry } from './entry-dialog';
import { EntryWords } from './entry-words';

/** One list of the register: found, narrowed, grown page by page; a row opens its form. */
@Component({
  selector: 'register-entries-page',
  imports: [
    Button,
    Cell,
    Control,
    DataList,
    Field,
    Icon,
    Nothing,
    Notice,
    Page,
    ProblemNotice,
    SearchSelect,
    TranslocoPipe,
    Waiting,
  ],
  providers: [EntriesStore, EntryWords],
  templateUrl: './entries.page.html',
  styleUrl: './entries.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntriesPage {
  /** Which list: the word of the address. */
  readonly list = input.required<string>();

  protected readonly store = inject(EntriesStore);
  protected readonly register = inject(RegisterContext);
  protected readonly words = inject(EntryWords);
  protected readonly problems = inject(ProblemText);
  private readonly dialogs = inject(Dialogs);
  private readonly toast = inject(Toast);

  protected readonly kind = computed<EntryKind | null>(() => lists[this.list()] ?? null);
  protected readonly mayAdd = computed(() => {
    const kind = this.kind();
    return kind !== null && this.register.mayAdd(kind.kind);
  });
  protected readonly columns = computed<readonly Column<Entry>[]>(() =>
    (this.kind()?.columns ?? []).map((column) => this.columnOf(column)),
  );
  protected readonly nameKey = computed(() => this.kind()?.columns[0]?.key ?? '');
  protected readonly keyOf = (row: Entry): string => row.id;
  private typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      const kind = this.kind();
      untracked(() => this.store.kind.set(kind));
    });
  }

  protected search(event: Event): void {
    const words = (event.target as HTMLInputElement).value;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.store.words.set(words), 250);
  }

  protected narrow(filter: FilterName, event: Event): void {
    this.store.narrow(filter, (event.target as HTMLSelectElement).value);
  }

  protected choicesOf(filter: FilterName): readonly Choice[] {
    if (filter === 'sideId') return this.register.sideChoices();
    const values = filter === 'role' ? role.options : organisationCategory.options;
    return values.map((value) => ({ value, label: this.words.word(filter === 'role' ? 'roles' : filter, value) }));
  }

  protected nameOf(row: Entry): string {
    return String(this.columns()[0]?.text?.(row) ?? '');
  }

  protected async open(row: Entry | null): Promise<void> {
    const kind = this.kind();
    if (!kind) return;
    const saved = await openEntry(this.dialogs, { kind, row, register: this.register });
    if (!saved) return;
    this.toast.say(this.words.say('saved', { name: kind.nameOf(saved) }));
    if (kind.kind === 'organisation') void this.register.organisations.reload();
    await this.store.rows.reload();
  }

  private columnOf(column: ColumnSpec<Entry>): Column<Entry> {
    const read = (row: Entry) => this.words.value(column.key, (row as unknown as Record<string, unknown>)[column.key]);
    return {
      key: column.key,
      label: this.words.label(column.key),
      text: (row) => (column.text ? column.text(row, this.words) : read(row)),
      ...(column.numeric && { numeric: true }),
      ...(column.wideOnly && { wideOnly: true }),
    };
  }
}
