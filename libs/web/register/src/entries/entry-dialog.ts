import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Confirm, DialogFrame, Notice, type Dialogs } from '@qinglan/web-ui';
import { Languages } from '@qinglan/web-platform';
import { RegisterContext } from '../register-context';
import type { Draft, Entry, EntryKind } from './entry';
import { EntryDraft } from './entry-draft';
import { EntryFacts } from './entry-facts';
import { EntryField } from './entry-field';
import { EntryHistory } from './entry-history';
import { EntryWords } from './entry-words';
import { FormerNames } from './former-names';

/** What a form is opened with; no row adds one. */
export interface EntryGiven {
  readonly kind: EntryKind;
  readonly row: Entry | null;
  readonly register: RegisterContext;
  /** What a new entry begins with. */
  readonly draft?: Draft;
}

/** An entry of the register: its form for those who keep it, its facts for everybody else, and its history. */
@Component({
  selector: 'register-entry-dialog',
  imports: [DialogFrame, EntryFacts, EntryField, EntryHistory, FormerNames, Notice, TranslocoPipe],
  // Dialogs live outside the routes; what the page knows comes with what it gives.
  providers: [
    EntryDraft,
    EntryWords,
    { provide: RegisterContext, useFactory: () => inject<EntryGiven>(DIALOG_DATA).register },
  ],
  templateUrl: './entry-dialog.html',
  styleUrl: './entry-dialog.scss',
  host: { '(keydown.escape)': 'leave($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryDialog {
  protected readonly given = inject<EntryGiven>(DIALOG_DATA);
  protected readonly draft = inject(EntryDraft);
  private readonly dialog = inject<DialogRef<Entry>>(DialogRef);
  private readonly confirm = inject(Confirm);
  private readonly languages = inject(Languages);
  private readonly register = inject(RegisterContext);
  private readonly words = inject(EntryWords);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);

  private readonly schools = this.given.row ? this.given.kind.schoolsOf(this.given.row) : [];
  protected readonly mayEdit = this.given.row ? this.mayChange(this.given.row) : true;
  protected readonly hasHistory = this.given.row !== null && this.register.mayReadHistory(this.schools);
  protected readonly heading = computed(() => {
    const { kind, row } = this.given;
    return row ? this.rowName(row) : this.words.say(`${kind.words}.addHeading`);
  });
  protected readonly meaning = computed(() => this.given.kind.meaning?.(this.draft.values(), this.words) ?? null);

  constructor() {
    const { kind, row, draft } = this.given;
    this.draft.begin(kind, row, { ...this.ownFirst(), ...draft });
    // A click beside the dialog must not throw away what was typed.
    effect(() => (this.dialog.disableClose = this.draft.isDirty()));
  }

  protected async save(): Promise<void> {
    const saved = await this.draft.save();
    if (saved) return this.dialog.close(saved);
    // The first field with a fault, once it is drawn as one.
    setTimeout(() => this.element.nativeElement.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  protected async leave(event: Event): Promise<void> {
    if (!this.draft.isDirty() || this.draft.isSaving()) return;
    // Else the same key would close the question that it opens.
    event.stopPropagation();
    const yes = await this.confirm.ask({
      heading: this.languages.say('ui.leaveUnsaved'),
      text: this.languages.say('ui.leaveUnsavedText'),
      act: this.languages.say('ui.leave'),
      look: 'danger',
    });
    if (yes) this.dialog.close();
  }

  private mayChange(row: Entry): boolean {
    const { kind } = this.given;
    const roles = kind.rolesOf?.(row) ?? [];
    return this.register.mayEdit({ kind: kind.kind, schoolId: this.ownerOf(row), roles });
  }

  private ownerOf(row: Entry) {
    const school = this.given.kind.schoolsOf(row)[0];
    return school ? (this.register.organisation(school)?.id ?? null) : null;
  }

  private rowName(row: Entry): string {
    const name = this.given.kind.nameOf(row);
    return /^\d{4}-\d\d-\d\d$/.test(name) ? this.words.day(name) : name;
  }

  /** Who keeps one school alone adds to that school. */
  private ownFirst(): Draft {
    const own = this.register.ownSchool()?.id;
    if (this.given.row || this.register.isAdministrator() || !own) return {};
    return this.given.kind.fields.some(({ name }) => name === 'organisationId') ? { organisationId: own } : {};
  }
}

/** Opens an entry, or the form for a new one; gives what was saved. */
export const openEntry = (dialogs: Dialogs, given: EntryGiven): Promise<Entry | undefined> =>
  dialogs.open<Entry, EntryGiven>(EntryDialog, given, 'usual');
