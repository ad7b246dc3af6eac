import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { asId, type LessonId } from '@qinglan/domain';
import { BeijingDateTime, BeijingDay, BeijingTime, Languages, ProblemText } from '@qinglan/web-platform';
import { Badge, Button, Confirm, Icon, Notice, Page, ProblemNotice, Toast, Waiting } from '@qinglan/web-ui';
import { PresenceChart } from './presence-chart';
import { RecordStore } from './record.store';

/** What happened: who was connected from when to when, how many were counted, who confirms it. */
@Component({
  selector: 'app-record-page',
  imports: [
    Badge,
    BeijingDateTime,
    BeijingDay,
    BeijingTime,
    Button,
    Icon,
    Notice,
    Page,
    PresenceChart,
    ProblemNotice,
    TranslocoPipe,
    Waiting,
  ],
  templateUrl: './record.page.html',
  styleUrl: './record.page.scss',
  providers: [RecordStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecordPage {
  protected readonly store = inject(RecordStore);
  private readonly confirm = inject(Confirm);
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);
  private readonly toast = inject(Toast);

  readonly lessonId = input.required<string>();

  protected readonly isSigning = signal(false);
  protected readonly subject = computed(() => {
    const lesson = this.store.lesson.value();
    if (!lesson) return null;
    return lesson.topic ? `${lesson.subject} · ${lesson.topic}` : lesson.subject;
  });
  /** Schools whose signature is still missing. */
  protected readonly unsigned = computed(() => {
    const record = this.store.record.value();
    if (!record || !['ended', 'verified'].includes(record.lessonState)) return [];
    return record.classrooms.filter(({ schoolId }) => !record.signatures.some((one) => one.schoolId === schoolId));
  });
  protected readonly isUnderWay = computed(() =>
    ['confirmed', 'live'].includes(this.store.record.value()?.lessonState ?? ''),
  );

  constructor() {
    effect(() => this.store.lessonId.set(asId<LessonId>(this.lessonId())));
  }

  protected async sign(): Promise<void> {
    const yes = await this.confirm.ask({
      heading: this.languages.say('live.sign.ask'),
      text: this.languages.say('live.sign.text'),
      act: this.languages.say('live.sign.act'),
    });
    if (!yes) return;
    this.isSigning.set(true);
    try {
      await this.store.sign();
      this.toast.say(this.languages.say('live.sign.done'));
    } catch (error) {
      this.toast.warn(this.problems.of(error));
    } finally {
      this.isSigning.set(false);
    }
  }

  protected print(): void {
    globalThis.print();
  }
}
