import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  signal,
  untracked,
  type OnInit,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { asId, type LessonId } from '@qinglan/domain';
import {
  BeijingDay,
  BeijingWords,
  isProblem,
  ProblemText,
  warnBeforeUnload,
  type AsksBeforeLeaving,
} from '@qinglan/web-platform';
import { Button, Control, Dialogs, Field, Icon, Notice, Page, ProblemNotice, Toast, Waiting } from '@qinglan/web-ui';
import { CastFields } from './cast-fields';
import { CastStore } from './cast.store';
import { ClashList } from './clash-list';
import { DraftKeeper } from './draft-keeper';
import { focusFirstFault } from './focus-fault';
import { Leaving } from './leaving';
import { emptyLesson, type LessonFields } from './lesson-fields';
import { LessonStore } from './lesson.store';
import { LessonWords } from './lesson-words';
import { ProposeDialog, type Sending } from './propose-dialog';
import { StartFields } from './start-fields';

/** One lesson outside any series, proposed by itself. */
@Component({
  selector: 'proposals-lesson-page',
  imports: [
    BeijingDay,
    Button,
    CastFields,
    ClashList,
    Control,
    Field,
    FormsModule,
    Icon,
    Notice,
    Page,
    ProblemNotice,
    StartFields,
    TranslocoPipe,
    Waiting,
  ],
  providers: [CastStore, LessonStore],
  templateUrl: './lesson.page.html',
  styles: `
    form {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-4);
    }
    h2 {
      margin: 0;
    }
    .bar {
      display: flex;
      justify-content: flex-end;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LessonPage implements AsksBeforeLeaving, OnInit {
  protected readonly store = inject(LessonStore);
  protected readonly words = inject(LessonWords);
  private readonly cast = inject(CastStore);
  private readonly keeper = inject(DraftKeeper);
  private readonly leaving = inject(Leaving);
  private readonly dialogs = inject(Dialogs);
  private readonly problems = inject(ProblemText);
  private readonly router = inject(Router);
  private readonly times = inject(BeijingWords);
  private readonly toast = inject(Toast);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  /** Where the timetable was pressed. */
  readonly day = input<string>();
  readonly partner = input<string>();
  /** The lesson to make up. */
  readonly makeUp = input<string>();

  private readonly kept = computed(() => `lesson.${this.makeUp() ?? 'new'}`);
  private before: LessonFields | null = null;
  protected readonly busy = signal(false);
  protected readonly ends = computed(() => this.words.endsOf(this.store.fields().ownPresents));
  protected readonly clashes = computed(() => this.store.refusal()?.clashes ?? []);
  protected readonly refusalText = computed(() => {
    const refusal = this.store.refusal();
    return refusal ? this.problems.of(refusal) : null;
  });

  constructor() {
    this.cast.follow(this.store.fields, (change) => this.store.fill(change));
    this.keeper.follow(() => ({ name: this.kept(), value: this.store.isTouched() ? this.store.fields() : null }));
    warnBeforeUnload(() => this.store.isTouched());
    effect(() => {
      const lost = this.store.replaced.value();
      if (lost) untracked(() => this.begin(() => this.store.beginMakeUp(lost)));
    });
  }

  ngOnInit(): void {
    this.before = this.keeper.read<LessonFields>(this.kept());
    const makeUp = this.makeUp();
    if (makeUp) return this.store.replacesLessonId.set(asId<LessonId>(makeUp));
    const day = /^\d{4}-\d\d-\d\d$/.test(this.day() ?? '') ? (this.day() ?? '') : '';
    this.begin(() => this.store.begin({ ...emptyLesson, ...this.cast.begin(this.partner() ?? null), day }));
  }

  async mayLeave(): Promise<boolean> {
    if (!this.store.isTouched()) return true;
    const isWanted = await this.leaving.isWanted();
    if (isWanted) this.keeper.forget(this.kept());
    return isWanted;
  }

  protected async send(): Promise<void> {
    if (!this.store.isComplete()) return focusFirstFault(this.host.nativeElement);
    const yes = await this.dialogs.open<{ message: string }>(ProposeDialog, this.summary());
    if (!yes) return;
    this.busy.set(true);
    try {
      const proposalId = await this.store.send(yes.message);
      this.keeper.forget(this.kept());
      this.toast.say(this.words.say('send.sent', { who: this.partnerName() }));
      await this.router.navigate(['/proposals', proposalId]);
    } catch (error) {
      if (!isProblem(error, 'party-taken')) this.toast.warn(this.problems.of(error));
    }
    this.busy.set(false);
  }

  /** What was typed before the tab was loaded again goes over what the form begins with. */
  private begin(as: () => void): void {
    as();
    if (this.before) this.store.patch(this.before);
  }

  private summary(): Sending {
    const { day, startsAt } = this.store.fields();
    const who = this.partnerName();
    return {
      heading: this.words.say('send.heading', { n: 1, who }),
      lines: [
        this.words.say('send.when', { day: this.times.day(day, 'full'), time: startsAt }),
        this.words.say('send.held'),
      ],
    };
  }

  private partnerName(): string {
    return this.cast.partner()?.shortName ?? '';
  }
}
