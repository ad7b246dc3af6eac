import { computed, inject, Injectable, signal } from '@angular/core';
import { ApiClient, isProblem, ProblemError, ProblemText, problemOf, uuid } from '@qinglan/web-platform';
import type { Problem } from '@qinglan/contracts';
import { allOf } from '../pages';
import type { Draft, DraftValue, Entry, EntryKind, FieldSpec } from './entry';
import { bodyOf, draftOf, faultsOf } from './entry-body';
import { EntryWords } from './entry-words';

type Faults = Readonly<Record<string, string>>;

/** What is typed into a form, what is wrong with it, and what became of saving it. */
@Injectable()
export class EntryDraft {
  private readonly api = inject(ApiClient);
  private readonly problems = inject(ProblemText);
  private readonly words = inject(EntryWords);

  private kind: EntryKind | undefined;
  // Made once, so that a form sent twice adds one entry.
  private readonly newId = uuid();
  private readonly base = signal<Entry | null>(null);
  private readonly untouched = signal<Draft>({});

  readonly values = signal<Draft>({});
  readonly faults = signal<Faults>({});
  readonly problem = signal<string | null>(null);
  /** Somebody else changed the entry; its new values stand beside the fields. */
  readonly isStale = signal(false);
  readonly isSaving = signal(false);

  readonly shown = computed<readonly FieldSpec[]>(() =>
    (this.kind?.fields ?? []).filter((field) => field.isShown?.(this.values()) ?? true),
  );
  readonly isDirty = computed(() => JSON.stringify(this.values()) !== JSON.stringify(this.untouched()));

  /** Begins with an entry, or with nothing but what is given. */
  begin(kind: EntryKind, row: Entry | null, given: Draft = {}): void {
    this.kind = kind;
    this.base.set(row);
    const values = { ...draftOf(kind.fields, row), ...given };
    this.untouched.set(values);
    this.values.set(values);
  }

  set(field: string, value: DraftValue): void {
    this.values.update((was) => ({ ...was, [field]: value }));
    this.faults.update(({ [field]: _, ...rest }) => rest);
  }

  /** After a stale save: what the field says now, where that differs from what is typed. */
  nowAt(field: FieldSpec): string | null {
    const base = this.base();
    if (!this.isStale() || !base) return null;
    const now = draftOf([field], base)[field.name];
    const isSame = JSON.stringify(now) === JSON.stringify(this.values()[field.name]);
    return isSame ? null : (this.words.value(field.name, now) ?? this.words.say('empty'));
  }

  /** The entry as it was saved; nothing where it was not. */
  async save(): Promise<Entry | undefined> {
    const { kind } = this;
    if (!kind) return undefined;
    const body = bodyOf(this.shown(), kind.fields, this.values());
    this.faults.set(faultsOf({ kind, body, draft: this.values(), words: this.words }));
    this.problem.set(null);
    if (Object.keys(this.faults()).length > 0) return undefined;
    this.isSaving.set(true);
    try {
      const base = this.base();
      return await kind.save(this.api, { id: base?.id ?? this.newId, version: base?.version ?? 0, body });
    } catch (error) {
      await this.explain(kind, error);
      return undefined;
    } finally {
      this.isSaving.set(false);
    }
  }

  private async explain(kind: EntryKind, error: unknown): Promise<void> {
    if (isProblem(error, 'stale')) return this.readAgain(kind);
    const problem = problemOf(error);
    const faults = this.faultsIn(kind, problem, error);
    this.faults.set(faults);
    if (Object.keys(faults).length === 0) this.problem.set(this.problems.of(problem));
  }

  private faultsIn(kind: EntryKind, problem: Problem, error: unknown): Faults {
    const field = error instanceof ProblemError ? kind.fieldOf[error.kind] : undefined;
    if (field) return { [field]: this.problems.of(problem) };
    const shown = new Set(this.shown().map(({ name }) => name));
    const errors = (problem.errors ?? []).map(({ pointer, detail }) => [pointer.replace(/^#?\//, ''), detail] as const);
    return Object.fromEntries(errors.filter(([name]) => shown.has(name)));
  }

  /** What nobody typed here takes the newer value; what was typed stays, and its field says what it holds now. */
  private rebase(kind: EntryKind, now: Entry): void {
    const was = this.untouched();
    const newer = draftOf(kind.fields, now);
    const isTyped = (name: string) => JSON.stringify(this.values()[name]) !== JSON.stringify(was[name]);
    const typed = Object.entries(this.values()).filter(([name]) => isTyped(name));
    this.base.set(now);
    this.untouched.set(newer);
    this.values.set({ ...newer, ...Object.fromEntries(typed) });
    this.isStale.set(true);
  }

  private async readAgain(kind: EntryKind): Promise<void> {
    const base = this.base();
    try {
      const organisationId = base ? kind.schoolsOf(base)[0] : undefined;
      const question = { limit: 200, ...(kind.filters.includes('organisationId') && { organisationId }) };
      const rows = await allOf((after) => kind.list(this.api, { ...question, after }));
      const now = rows.find((row) => row.id === base?.id);
      if (!now) return this.problem.set(this.words.say('gone'));
      this.rebase(kind, now);
    } catch (error) {
      this.problem.set(this.problems.of(error));
    }
  }
}
