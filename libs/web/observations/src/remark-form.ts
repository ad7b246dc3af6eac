import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { entryKinds, type EntryKind } from '@qinglan/domain';
import { BeijingTime, Languages } from '@qinglan/web-platform';
import { Button, Control, Field, Icon } from '@qinglan/web-ui';
import { LiccWords } from './licc-words';
import { minuteSince } from './server-clock';

/** A remark while it is being written. */
export interface RemarkDraft {
  readonly kind: EntryKind;
  readonly text: string;
  /** Set when the first letter was typed, or by a tap; null before. */
  readonly at: string | null;
  readonly view: string | null;
  readonly tags: readonly string[];
}

/** Nothing written yet. */
export const blankRemark: RemarkDraft = { kind: 'note', text: '', at: null, view: null, tags: [] };

/** A large field for what one sees, the moment it was seen, what it is, and from which view. */
@Component({
  selector: 'observations-remark-form',
  imports: [BeijingTime, Button, Control, Field, FormsModule, Icon, TranslocoPipe],
  templateUrl: './remark-form.html',
  styleUrl: './remark-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RemarkForm {
  protected readonly licc = inject(LiccWords);
  private readonly languages = inject(Languages);

  readonly label = input.required<string>();
  readonly act = input.required<string>();
  /** What was half written before, or what is to be rewritten. */
  readonly given = input<RemarkDraft>(blankRemark);
  readonly startsAt = input<string | null>(null);
  /** This moment. */
  readonly now = input.required<() => string>();
  readonly mayCancel = input(false);

  readonly changed = output<RemarkDraft>();
  readonly written = output<RemarkDraft & { readonly at: string }>();
  readonly cancelled = output();

  protected readonly kinds = entryKinds;
  protected readonly draft = linkedSignal(() => this.given());
  /** As it was left: whoever notes views and tags does so for remark after remark. */
  protected readonly isMoreOpen = linkedSignal(() => this.given().view !== null || this.given().tags.length > 0);
  protected readonly isMoreShown = this.isMoreOpen;
  protected readonly isEmpty = signal(false);
  private readonly field = viewChild<ElementRef<HTMLTextAreaElement>>('field');
  protected readonly tagWords = computed(() => this.languages.list('observations.tags'));
  protected readonly minute = computed(() => {
    const { at } = this.draft();
    return at === null ? null : minuteSince(this.startsAt(), at);
  });

  protected set(change: Partial<RemarkDraft>): void {
    this.draft.update((before) => ({ ...before, ...change }));
    this.isEmpty.set(false);
    this.changed.emit(this.draft());
  }

  /** The first letter sets the moment: what is seen counts, not when its sentence was finished. */
  protected type(text: string): void {
    const { at } = this.draft();
    this.set({ text, at: text === '' ? null : (at ?? this.now()()) });
  }

  protected stamp(): void {
    this.set({ at: this.now()() });
  }

  protected toggle(tag: string): void {
    const { tags } = this.draft();
    this.set({ tags: tags.includes(tag) ? tags.filter((one) => one !== tag) : [...tags, tag].slice(0, 8) });
  }

  protected save(event: Event): void {
    event.preventDefault();
    const draft = this.draft();
    const text = draft.text.trim();
    if (text === '') {
      this.isEmpty.set(true);
      this.field()?.nativeElement.focus();
      return;
    }
    this.written.emit({ ...draft, text, at: draft.at ?? this.now()() });
    this.draft.set({ ...blankRemark, kind: 'note' });
    this.changed.emit(this.draft());
  }
}
