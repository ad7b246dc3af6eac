import { inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import { beijingNow, isProblem, ProblemText } from '@qinglan/web-platform';
import { Dialogs, Toast } from '@qinglan/web-ui';
import { Deadlines } from './deadlines';
import { LessonWords } from './lesson-words';
import { sumOf } from './preview-sum';
import { ProposeDialog, type Sending } from './propose-dialog';
import { SeriesStore } from './series.store';

/** What happens when a series is saved or sent: the last question, the answer in words, where to go next. */
@Injectable()
export class SeriesSending {
  private readonly store = inject(SeriesStore);
  private readonly deadlines = inject(Deadlines);
  private readonly words = inject(LessonWords);
  private readonly dialogs = inject(Dialogs);
  private readonly problems = inject(ProblemText);
  private readonly router = inject(Router);
  private readonly toast = inject(Toast);

  /** What is under way. */
  readonly busy = signal<'save' | 'send' | null>(null);

  async save(): Promise<void> {
    await this.attempt('save', async () => {
      await this.store.save();
      this.toast.say(this.words.say('series.saved'));
      await this.showAddress();
    });
  }

  async send(askedSchool: string): Promise<void> {
    const sending = this.summary(askedSchool);
    if (!sending) return;
    const yes = await this.dialogs.open<{ message: string }>(ProposeDialog, sending);
    if (!yes) return;
    await this.attempt('send', async () => {
      const proposalId = await this.store.send(yes.message);
      this.toast.say(this.words.say('send.sent', { who: askedSchool }));
      await this.router.navigate(['/proposals', proposalId]);
    });
    if (this.store.version() > 0) await this.showAddress();
  }

  private summary(who: string): Sending | null {
    const preview = this.store.preview.value();
    const sum = preview && sumOf(preview, { includesPast: this.store.includesPast(), today: beijingNow().day });
    if (!sum || sum.placed === 0 || sum.clashing > 0) {
      this.toast.warn(this.words.say(sum && sum.clashing > 0 ? 'send.clashesFirst' : 'send.nothing'));
      return null;
    }
    const left = sum.skipped + sum.leftOut + sum.notPlaced;
    const moment = this.deadlines.moment(preview.expiresAt);
    return {
      heading: this.words.say('send.heading', { n: sum.placed, who }),
      lines: [
        ...(left > 0 ? [this.words.say('send.left', { n: left })] : []),
        ...(sum.past > 0 ? [this.words.say('send.past', { n: sum.past })] : []),
        this.words.say('send.held'),
        this.words.say('send.deadline', { who, moment }),
      ],
    };
  }

  /** A draft that is saved has an address of its own; the page stays as it is. */
  private async showAddress(): Promise<void> {
    if (this.store.address() === 'new' && this.router.url.startsWith('/series/new'))
      await this.router.navigate(['/series', this.store.seriesId()], { replaceUrl: true });
  }

  private async attempt(what: 'save' | 'send', act: () => Promise<void>): Promise<void> {
    this.busy.set(what);
    try {
      await act();
    } catch (error) {
      this.toast.warn(this.textOf(error));
    }
    this.busy.set(null);
  }

  private textOf(error: unknown): string {
    if (isProblem(error, 'party-taken')) return this.words.say('send.takenMeanwhile');
    return isProblem(error, 'stale') ? this.words.say('series.stale') : this.problems.of(error);
  }
}
