import { computed, inject, Injectable, signal } from '@angular/core';
import { arrangeSitting, type ItemView, listClassrooms, type Problem, readItem } from '@qinglan/contracts';
import { asId, type ClassroomId, type ItemId, meetingMinutes, type SittingId } from '@qinglan/domain';
import { ApiClient, type FoundPerson, momentOf, problemOf, remote, uuid } from '@qinglan/web-platform';

interface Fields {
  readonly day: string;
  readonly time: string;
  readonly minutes: number;
  readonly topic: string;
  readonly place: string;
  readonly meetingLink: string;
  readonly classroomId: ClassroomId | null;
}

/** Lengths that are offered, in minutes. */
export const lengths = [40, 60, 90, 120, 180, 240, 360, meetingMinutes.most] as const;

const empty: Fields = {
  ...{ day: '', time: '', minutes: 120, topic: '', place: '', meetingLink: '', classroomId: null },
};

/** A new sitting as it is filled in; its id is made once, so that sending twice makes one. */
@Injectable()
export class SittingFormStore {
  private readonly api = inject(ApiClient);
  private readonly sittingId = asId<SittingId>(uuid());

  readonly itemId = signal<ItemId | null>(null);
  readonly fields = signal(empty);
  readonly people = signal<readonly FoundPerson[]>([]);
  readonly isSending = signal(false);
  readonly problem = signal<Problem | null>(null);

  readonly item = remote(() => {
    const itemId = this.itemId();
    return itemId ? this.api.call(readItem, { params: { itemId } }) : undefined;
  });
  private readonly rooms = remote(() => this.api.call(listClassrooms, { query: { limit: 200 } }));
  readonly roomChoices = computed(() =>
    (this.rooms.value()?.items ?? []).map(({ id, name, organisation }) => ({
      value: id,
      label: name,
      hint: organisation,
    })),
  );
  readonly isReady = computed(() => {
    const { day, time, place, meetingLink, classroomId } = this.fields();
    const isSomewhere = place.trim() !== '' || meetingLink.trim() !== '' || classroomId !== null;
    return momentOf(day, time) !== null && isSomewhere;
  });

  fill(change: Partial<Fields>): void {
    this.fields.update((was) => ({ ...was, ...change }));
    this.problem.set(null);
  }

  /** The item with its new sitting, or nothing; then the problem says why. */
  async send(): Promise<ItemView | undefined> {
    const itemId = this.itemId();
    const { day, time, ...fields } = this.fields();
    const startsAt = momentOf(day, time);
    if (!itemId || !startsAt) return undefined;
    this.isSending.set(true);
    this.problem.set(null);
    const body = {
      ...{ itemId, startsAt, minutes: fields.minutes, classroomId: fields.classroomId },
      ...{ topic: fields.topic.trim() || null, place: fields.place.trim() || null },
      ...{ meetingLink: fields.meetingLink.trim() || null, personIds: this.people().map(({ value }) => value) },
    };
    try {
      return await this.api.call(arrangeSitting, { params: { sittingId: this.sittingId }, body });
    } catch (error) {
      this.problem.set(problemOf(error));
      return undefined;
    } finally {
      this.isSending.set(false);
    }
  }
}
