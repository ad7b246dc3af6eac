import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { readLesson } from '@qinglan/contracts';
import { Temporal, type LessonId } from '@qinglan/domain';
import { ApiClient, remote, SessionStore } from '@qinglan/web-platform';
import { nowInstant } from './now';
import { plainSeat, type SeatName } from './plain-seat';
import { RoomLink } from './room-link';

const open: ReadonlySet<string> = new Set(['confirmed', 'live', 'ended']);
const milliseconds = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds;

/** Where the room's door stands. */
export type Door = 'unknown' | 'before' | 'open' | 'after' | 'never';

/** The lesson whose room this is, and who may sit where. */
@Injectable()
export class RoomStore {
  private readonly api = inject(ApiClient);
  private readonly session = inject(SessionStore);
  readonly link = inject(RoomLink);

  readonly now = nowInstant();
  readonly lessonId = signal<LessonId | null>(null);
  /** The seat the address names: a classroom, or `observer`. */
  readonly wanted = signal<string | null>(null);

  readonly lesson = remote(() => {
    const lessonId = this.lessonId();
    return lessonId ? this.api.call(readLesson, { params: { lessonId } }) : undefined;
  });

  readonly state = computed(() => this.link.room()?.lessonState ?? this.lesson.value()?.state ?? 'confirmed');

  readonly door = computed<Door>(() => {
    const lesson = this.lesson.value();
    if (!lesson) return 'unknown';
    if (!open.has(lesson.state)) return 'never';
    if (this.now() < milliseconds(lesson.doorOpensAt)) return 'before';
    return this.now() < milliseconds(lesson.doorClosesAt) ? 'open' : 'after';
  });

  private readonly plainSeat = computed(() => {
    const lesson = this.lesson.value();
    return lesson ? plainSeat(lesson, this.session.session()?.person.id ?? null, this.wanted()) : null;
  });

  readonly ownClassroom = computed(() => {
    const classroomId = this.link.seat()?.classroomId;
    return this.link.room()?.classrooms.find((one) => one.classroomId === classroomId) ?? null;
  });

  constructor() {
    effect(() => {
      const [seat, door] = [this.plainSeat(), this.door()];
      if (seat && door === 'open') untracked(() => this.sit(seat));
    });
  }

  sit(seat: SeatName): void {
    const lessonId = this.lessonId();
    const classroomId = seat === 'observer' ? null : seat;
    const now = this.link.seat();
    if (!lessonId || (now && now.classroomId === classroomId)) return;
    this.link.take({ lessonId, classroomId });
  }
}
