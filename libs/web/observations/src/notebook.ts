import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ObservationView, SentEntryChange, SentHeadingChange } from '@qinglan/contracts';
import { asId } from '@qinglan/domain';
import { Languages, ProblemText, ShellKeeper, uuid } from '@qinglan/web-platform';
import { Button, Confirm, Icon, Nothing, Notice, Toast } from '@qinglan/web-ui';
import { Alike } from './alike';
import { HeadingFields, type WrittenField } from './heading-fields';
import { HeardFacts } from './heard-facts';
import { ObservationStore } from './observation.store';
import type { Remark } from './page-state';
import { blankRemark, RemarkForm, type RemarkDraft } from './remark-form';
import { RemarkList } from './remark-list';
import { SendingLine } from './sending-line';

type Written = RemarkDraft & { readonly at: string };

/** An observation while it is being written: with or without a line, on the phone or at the desk. */
@Component({
  selector: 'observations-notebook',
  imports: [
    Alike,
    Button,
    HeadingFields,
    HeardFacts,
    Icon,
    Nothing,
    Notice,
    RemarkForm,
    RemarkList,
    SendingLine,
    TranslocoPipe,
  ],
  templateUrl: './notebook.html',
  styleUrl: './notebook.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Notebook {
  protected readonly store = inject(ObservationStore);
  private readonly confirm = inject(Confirm);
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);
  private readonly router = inject(Router);
  private readonly toast = inject(Toast);

  readonly observation = input.required<ObservationView>();

  protected readonly draft = signal<RemarkDraft>(blankRemark);
  protected readonly isSubmitting = signal(false);
  /** Somebody wanted to submit what has nothing in it. */
  protected readonly isNothing = signal(false);
  private halfWritten: RemarkDraft = blankRemark;
  protected readonly isDiscarding = signal(false);
  protected readonly heading = computed(() => this.store.heading() ?? this.observation());
  protected readonly now = () => this.store.now();
  /** What was written last is what one wants to see, just below the field. */
  protected readonly newestFirst = computed(() => [...this.store.remarks()].reverse());
  protected readonly hasBeside = computed(() => this.store.remarks().some(({ isBeside }) => isBeside));

  constructor() {
    inject(ShellKeeper).keepThisPage();
    void this.store.draft<RemarkDraft>().then((kept) => {
      // Whoever began to write meanwhile does not lose it to what was kept.
      if (!kept || this.halfWritten !== blankRemark) return;
      this.halfWritten = kept;
      this.draft.set(kept);
    });
  }

  protected keep(draft: RemarkDraft): void {
    this.halfWritten = draft;
    this.store.keepDraft(draft);
  }

  protected async write(draft: Written): Promise<void> {
    const change = { ...contentOf(draft), entryId: asId<SentEntryChange['entryId']>(uuid()), basedOn: null };
    await this.send(change);
  }

  protected async rewrite({ before, draft }: { before: Remark; draft: Written }): Promise<void> {
    await this.send({ ...contentOf(draft), entryId: before.entryId, basedOn: before.changeId });
  }

  protected async remove(remark: Remark): Promise<void> {
    const yes = await this.confirm.ask({
      heading: this.languages.say('observations.remark.removeAsk'),
      text: remark.text,
      act: this.languages.say('observations.remark.remove'),
      look: 'danger',
    });
    if (!yes) return;
    const { entryId, changeId: basedOn } = remark;
    await this.send({ ...contentOf(remark), entryId, basedOn, isRemoved: true });
  }

  protected async writeHeading(written: WrittenField): Promise<void> {
    const change = { ...written, changeId: uuid(), at: this.store.now() } as SentHeadingChange;
    await this.store.write({ of: 'heading', change });
  }

  protected async submit(): Promise<void> {
    this.isNothing.set(this.store.remarks().length === 0 && this.halfWritten.text.trim() === '');
    if (this.isNothing()) return;
    const yes = await this.confirm.ask({
      heading: this.languages.say('observations.submit.ask', { who: this.observation().observed.name }),
      text: this.languages.say('observations.submit.text'),
      act: this.languages.say('observations.submit.act'),
    });
    if (!yes) return;
    this.isSubmitting.set(true);
    try {
      await this.writeHalfWritten();
      await this.store.submit();
      this.toast.say(this.languages.say('observations.submit.done'));
    } catch (error) {
      this.toast.warn(this.problems.of(error));
    } finally {
      this.isSubmitting.set(false);
    }
  }

  /** A sentence that stands in the field when the book is handed over belongs to it. */
  private async writeHalfWritten(): Promise<void> {
    const { text, at, ...rest } = this.halfWritten;
    if (text.trim() === '') return;
    await this.write({ ...rest, text: text.trim(), at: at ?? this.store.now() });
    this.draft.set({ ...blankRemark });
    this.keep(blankRemark);
  }

  protected async discard(): Promise<void> {
    const yes = await this.confirm.ask({
      heading: this.languages.say('observations.discard.ask'),
      text: this.languages.say('observations.discard.text'),
      act: this.languages.say('observations.discard.act'),
      look: 'danger',
      reason: this.store.remarks().length > 0 ? 'needed' : 'optional',
    });
    if (!yes) return;
    this.isDiscarding.set(true);
    try {
      await this.store.discard(yes.reason);
      this.toast.say(this.languages.say('observations.discard.done'));
      await this.router.navigate(['/observations']);
    } catch (error) {
      this.toast.warn(this.problems.of(error));
    } finally {
      this.isDiscarding.set(false);
    }
  }

  private send(change: Omit<SentEntryChange, 'changeId'>): Promise<void> {
    return this.store.write({ of: 'entry', change: { ...change, changeId: asId(uuid()) } });
  }
}

const contentOf = ({ kind, text, at, view, tags }: Written) => ({
  ...{ kind, text, at, view },
  tags: [...tags],
  isRemoved: false,
});
