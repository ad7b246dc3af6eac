import { computed, DestroyRef, DOCUMENT, effect, inject, Injectable, signal, untracked } from '@angular/core';
import {
  beat,
  catchUp,
  countHeads,
  enterRoom,
  leaveRoom,
  roomChanged,
  type Problem,
  type RoomDelta,
  type RoomSnapshot,
} from '@qinglan/contracts';
import { beatSeconds, type ClassroomId, type LessonId } from '@qinglan/domain';
import { failureName, isProblem, LiveClient, problemOf } from '@qinglan/web-platform';
import { takeDelta, takeDeltas } from './room-log';

/** As whom the room is entered. */
export interface Seat {
  readonly lessonId: LessonId;
  /** Null observes. */
  readonly classroomId: ClassroomId | null;
}

type Whereabouts = Awaited<ReturnType<typeof ask>>;
const ask = (live: LiveClient, seat: Seat, since: RoomSnapshot | null) =>
  live.send(enterRoom, { ...seat, since: since && { epoch: since.epoch, offset: since.offset } });

const pauseBeforeAgain = 1000;
const pauseAtDoor = 15_000;

/** The link to a lesson room: enters, beats, follows the log, and comes back by itself. */
@Injectable()
export class RoomLink {
  private readonly live = inject(LiveClient);
  private readonly held = signal<RoomSnapshot | null>(null);
  private readonly inside = signal(false);
  private readonly refusal = signal<Problem | null>(null);
  private readonly taken = signal<Seat | null>(null);
  /** What came before the snapshot that it follows on. */
  private early: RoomDelta[] = [];
  private retry: ReturnType<typeof setTimeout> | undefined;
  private isCatchingUp = false;
  private mustLookAgain = false;

  /** The room as last known; it stays in view while the link is down. */
  readonly room = this.held.asReadonly();
  readonly seat = this.taken.asReadonly();
  /** Why the room cannot be entered. */
  readonly problem = this.refusal.asReadonly();
  readonly isInside = computed(() => this.inside() && this.live.state() === 'online');

  constructor() {
    this.live.eachConnection(() => void this.enter());
    this.live.listen(roomChanged, (delta) => this.hear(delta));
    effect(() => {
      if (this.live.state() !== 'online') untracked(() => this.inside.set(false));
    });
    this.beatAlways();
  }

  /** Takes a seat and keeps it until it leaves. */
  take(seat: Seat): void {
    this.taken.set(seat);
    this.early = [];
    this.held.set(null);
    // Otherwise the connection that is on its way enters.
    if (untracked(this.live.state) === 'online') void this.enter();
  }

  /** Says goodbye; without an answer the server notices by itself. */
  async leave(): Promise<void> {
    const seat = untracked(this.taken);
    if (!seat) return;
    clearTimeout(this.retry);
    this.taken.set(null);
    this.inside.set(false);
    await this.live.send(leaveRoom, { lessonId: seat.lessonId }).catch(() => undefined);
  }

  async count(classroomId: ClassroomId, headCount: number): Promise<void> {
    const seat = untracked(this.taken);
    if (seat) await this.live.send(countHeads, { lessonId: seat.lessonId, classroomId, headCount });
  }

  private async enter(): Promise<void> {
    const seat = untracked(this.taken);
    if (!seat) return;
    clearTimeout(this.retry);
    try {
      const found = await ask(this.live, seat, untracked(this.held));
      if (untracked(this.taken) !== seat) return;
      this.receive(found);
      this.inside.set(true);
      this.refusal.set(null);
    } catch (error) {
      if (untracked(this.taken) === seat) this.refuse(problemOf(error));
    }
  }

  /** A server that is starting, or a database that is away, comes back; what is not allowed does not. */
  private refuse(problem: Problem): void {
    this.inside.set(false);
    const isPassing = problem.status === 0 || problem.status >= 500 || problem.status === 429;
    // This device's clock may run ahead of the server's, so a closed door is tried again after a while.
    const isClosed = failureName(problem) === 'room-closed';
    if (!isPassing) this.refusal.set(problem);
    if (isPassing || isClosed)
      this.retry = setTimeout(() => void this.enter(), isClosed ? pauseAtDoor : pauseBeforeAgain);
  }

  private receive(found: Whereabouts): void {
    if (found.how === 'snapshot') this.held.set(found.snapshot);
    else this.follow(found.deltas);
    const early = this.early;
    this.early = [];
    this.follow(early);
  }

  private hear(delta: RoomDelta): void {
    if (delta.lessonId !== untracked(this.taken)?.lessonId) return;
    const room = untracked(this.held);
    if (!room || !untracked(this.inside)) {
      this.early.push(delta);
      return;
    }
    const next = takeDelta(room, delta);
    if (next.ok) this.held.set(next.value);
    else void this.catchUp();
  }

  private follow(deltas: readonly RoomDelta[]): void {
    const room = untracked(this.held);
    if (!room) return;
    const next = takeDeltas(room, deltas);
    if (next.ok) this.held.set(next.value);
    else void this.catchUp();
  }

  /** Asks for what lies between; once more if another gap showed meanwhile. */
  private async catchUp(): Promise<void> {
    if (this.isCatchingUp) {
      this.mustLookAgain = true;
      return;
    }
    this.isCatchingUp = true;
    try {
      do {
        this.mustLookAgain = false;
        await this.fetchMissed();
      } while (this.mustLookAgain);
    } catch {
      // The next beat looks again.
    } finally {
      this.isCatchingUp = false;
    }
  }

  private async fetchMissed(): Promise<void> {
    const room = untracked(this.held);
    if (!room) return;
    const { lessonId, epoch, offset } = room;
    const found = await this.live.send(catchUp, { lessonId, since: { epoch, offset } });
    if (found.how === 'snapshot') this.held.set(found.snapshot);
    else this.follow(found.deltas);
  }

  /** Hidden tabs are throttled to a beat a minute, which is enough; one that is shown again beats at once. */
  private beatAlways(): void {
    const document = inject(DOCUMENT);
    const beatNow = () => void this.beat();
    const timer = setInterval(beatNow, beatSeconds * 1000);
    document.addEventListener('visibilitychange', beatNow);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      clearTimeout(this.retry);
      document.removeEventListener('visibilitychange', beatNow);
      void this.leave();
    });
  }

  private async beat(): Promise<void> {
    const seat = untracked(this.taken);
    if (!seat || !untracked(this.isInside)) return;
    try {
      const { epoch, offset } = await this.live.send(beat, { lessonId: seat.lessonId });
      const room = untracked(this.held);
      if (room && (room.epoch !== epoch || room.offset < offset)) await this.catchUp();
    } catch (error) {
      // The server does not know this tab any more.
      if (isProblem(error, 'not-found')) await this.enter();
    }
  }
}
