import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { ClassroomId, LessonId } from '@qinglan/domain';
import type { Place } from './presence.store';

/** Which tab of this server sits in which lesson room, as which classroom; null is an observer. */
@Injectable()
export class Seats implements OnModuleDestroy {
  private readonly bySocket = new Map<string, Map<LessonId, ClassroomId | null>>();
  private readonly tabs = new Map<string, Set<string>>();
  private isClosing = false;

  /** When the server goes down nobody left: their intervals stay open, and they come back into them. */
  onModuleDestroy(): void {
    this.isClosing = true;
  }

  /** Takes a seat; answers the one that this tab gave up for it, where it was the classroom's last. */
  take(socketId: string, lessonId: LessonId, classroomId: ClassroomId | null): Place | null {
    const left = this.asOf(socketId, lessonId) === classroomId ? null : this.leave(socketId, lessonId);
    const seats = this.bySocket.get(socketId) ?? new Map<LessonId, ClassroomId | null>();
    this.bySocket.set(socketId, seats.set(lessonId, classroomId));
    if (classroomId) this.tabsOf({ lessonId, classroomId }).add(socketId);
    return left;
  }

  /** As which classroom a tab sits in a room: null as an observer, undefined where it does not. */
  asOf(socketId: string, lessonId: LessonId): ClassroomId | null | undefined {
    return this.bySocket.get(socketId)?.get(lessonId);
  }

  /** Gives up a seat; answers the place where no tab is left in it. */
  leave(socketId: string, lessonId: LessonId): Place | null {
    const classroomId = this.asOf(socketId, lessonId);
    const seats = this.bySocket.get(socketId);
    seats?.delete(lessonId);
    if (seats?.size === 0) this.bySocket.delete(socketId);
    return classroomId ? this.empty({ lessonId, classroomId }, socketId) : null;
  }

  /** Gives up every seat of a tab; answers the places where no tab is left. */
  leaveAll(socketId: string): readonly Place[] {
    if (this.isClosing) return [];
    const lessonIds = [...(this.bySocket.get(socketId)?.keys() ?? [])];
    return lessonIds.map((lessonId) => this.leave(socketId, lessonId)).filter((place) => place !== null);
  }

  /** Is any tab of this classroom there? */
  isTaken(place: Place): boolean {
    return this.tabs.has(this.keyOf(place));
  }

  private empty(place: Place, socketId: string): Place | null {
    const key = this.keyOf(place);
    const tabs = this.tabs.get(key);
    tabs?.delete(socketId);
    if (!tabs || tabs.size > 0) return null;
    this.tabs.delete(key);
    return place;
  }

  private tabsOf(place: Place): Set<string> {
    const key = this.keyOf(place);
    const tabs = this.tabs.get(key) ?? new Set<string>();
    this.tabs.set(key, tabs);
    return tabs;
  }

  private keyOf({ lessonId, classroomId }: Place): string {
    return `${lessonId} ${classroomId}`;
  }
}
