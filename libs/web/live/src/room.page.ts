import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { asId, type ClassroomId, type LessonId } from '@qinglan/domain';
import { BeijingWords, Languages } from '@qinglan/web-platform';
import { Button, Confirm, Icon, Notice, Nothing, Page, ProblemNotice, Waiting } from '@qinglan/web-ui';
import { ClassroomStatus } from './classroom-status';
import { HeadCount } from './head-count';
import { keepAwake } from './keep-awake';
import { LessonClock } from './lesson-clock';
import { RoomLink } from './room-link';
import { RoomStore } from './room.store';
import { SeatChoice } from './seat-choice';

/** The lesson room, as it stands on the screen in front of a class. */
@Component({
  selector: 'app-room-page',
  imports: [
    Button,
    ClassroomStatus,
    HeadCount,
    Icon,
    LessonClock,
    Notice,
    Nothing,
    Page,
    ProblemNotice,
    RouterLink,
    SeatChoice,
    TranslocoPipe,
    Waiting,
  ],
  templateUrl: './room.page.html',
  styleUrl: './room.page.scss',
  providers: [RoomLink, RoomStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoomPage {
  protected readonly store = inject(RoomStore);
  protected readonly link = inject(RoomLink);
  private readonly confirm = inject(Confirm);
  private readonly languages = inject(Languages);
  private readonly router = inject(Router);
  private readonly words = inject(BeijingWords);

  readonly lessonId = input.required<string>();
  readonly as = input<string>();

  protected readonly heading = computed(() => {
    const lesson = this.store.lesson.value();
    if (!lesson) return this.languages.say('live.room.title');
    return lesson.topic ? `${lesson.subject} · ${lesson.topic}` : lesson.subject;
  });
  protected readonly when = computed(() => {
    const lesson = this.store.lesson.value();
    if (!lesson) return null;
    const span = this.words.span(lesson.startsAt, lesson.endsAt);
    return `${this.words.day(lesson.startsAt)} ${this.languages.say('time.beijing', { time: span })}`;
  });
  protected readonly isOver = computed(() => !['confirmed', 'live'].includes(this.store.state()));
  protected readonly doorWords = computed(() => {
    const lesson = this.store.lesson.value();
    return lesson ? this.words.labelled(lesson.doorOpensAt) : '';
  });

  constructor() {
    keepAwake();
    effect(() => this.store.lessonId.set(asId<LessonId>(this.lessonId())));
    effect(() => this.store.wanted.set(this.as() ?? null));
    effect(() => {
      if (this.link.problem()) void this.store.lesson.reload();
    });
  }

  /** In the address, so that a page that is loaded again takes the same seat. */
  protected sit(seat: ClassroomId | 'observer'): void {
    void this.router.navigate([], { queryParams: { as: seat }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected async leave(): Promise<void> {
    const isClassroom = this.store.ownClassroom() !== null;
    if (isClassroom && !this.isOver()) {
      const yes = await this.confirm.ask({
        heading: this.languages.say('live.room.leaveAsk'),
        text: this.languages.say('live.room.leaveText'),
        act: this.languages.say('live.room.leave'),
      });
      if (!yes) return;
    }
    await this.link.leave();
    await this.router.navigate(['/lessons', this.lessonId()]);
  }
}
