import { computed, inject, Injectable, signal } from '@angular/core';
import { propose, readLesson, readWindows, type LessonCard, type Problem } from '@qinglan/contracts';
import { asId, beijingMinute, minuteOf, Temporal, type LessonId, type ProposalId } from '@qinglan/domain';
import { ApiClient, isProblem, problemOf, remote, SessionStore, uuid } from '@qinglan/web-platform';
import { castBody, endIdsOf, hasClass, mayHaveClass, missingInCast } from './cast';
import { faultsOfMissing, faultsOfProblem } from './faults';
import { emptyLesson, makeUpOf, withChange, type LessonFields } from './lesson-fields';
import { LessonWords } from './lesson-words';
import type { LessonBody } from './shapes';

/** One lesson outside any series: put together, offered the starts of its day, and sent. */
@Injectable()
export class LessonStore {
  private readonly api = inject(ApiClient);
  private readonly words = inject(LessonWords);
  private readonly ownId = inject(SessionStore).school()?.id ?? null;

  readonly fields = signal<LessonFields>(emptyLesson);
  readonly isTouched = signal(false);
  readonly refusal = signal<Problem | null>(null);
  private readonly wasAsked = signal(false);
  private lessonId = uuid();
  private proposalId = uuid();

  readonly hasClass = computed(() => hasClass(this.fields()));
  private readonly question = computed(
    () => {
      const { day, minutes } = this.fields();
      const ends = endIdsOf(this.fields(), this.ownId);
      return ends && day ? { ...ends, day, minutes: minutes ?? undefined } : null;
    },
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  readonly windows = remote(() => {
    const query = this.question();
    return query ? this.api.call(readWindows, { query }) : undefined;
  });

  readonly missing = computed(() => [
    ...missingInCast(this.fields()),
    ...(['day', 'startsAt'] as const).filter((field) => this.fields()[field] === ''),
  ]);
  readonly faults = computed(() => ({
    ...(this.wasAsked() ? faultsOfMissing(this.missing(), this.say) : {}),
    ...faultsOfProblem(this.refusal(), this.say),
  }));
  /** The lesson that this one makes up, and what is known of it. */
  readonly replacesLessonId = signal<LessonId | null>(null);
  readonly replaced = remote(() => {
    const lessonId = this.replacesLessonId();
    return lessonId ? this.api.call(readLesson, { params: { lessonId } }) : undefined;
  });
  private readonly body = computed(() => bodyOf(this.fields(), this.ownId, this.replacesLessonId()));

  /** As the lesson was that is made up. */
  beginMakeUp(lost: LessonCard): void {
    this.begin(makeUpOf(lost, this.ownId));
  }

  begin(fields: LessonFields): void {
    this.fields.set(fields);
    this.isTouched.set(false);
  }

  patch(change: Partial<LessonFields>): void {
    this.fields.update((before) => withChange(before, change));
    this.isTouched.set(true);
    this.refusal.set(null);
  }

  fill(change: Partial<LessonFields>): void {
    this.fields.update((before) => ({ ...before, ...change }));
  }

  isComplete(): boolean {
    this.wasAsked.set(true);
    return this.body() !== null;
  }

  /** A second try of the same sending happens once. */
  async send(message: string): Promise<ProposalId> {
    const lesson = this.body();
    if (!lesson) throw new Error('the lesson is not complete');
    const body = {
      of: 'lesson' as const,
      lessonId: asId<LessonId>(this.lessonId),
      lesson,
      message: message === '' ? null : message,
    };
    try {
      const sent = await this.api.call(propose, { params: { proposalId: this.proposalId }, body });
      this.isTouched.set(false);
      return sent.id;
    } catch (error) {
      this.refusal.set(problemOf(error));
      if (isProblem(error, 'id-taken')) [this.proposalId, this.lessonId] = [uuid(), uuid()];
      throw error;
    }
  }

  private readonly say = (key: string, values?: Readonly<Record<string, string | number>>): string =>
    this.words.say(key, values);
}

function bodyOf(fields: LessonFields, ownSchoolId: string | null, replaced: LessonId | null): LessonBody | null {
  const cast = castBody(fields, ownSchoolId);
  if (!cast || !fields.day || !fields.startsAt) return null;
  const startsAt = beijingMinute(Temporal.PlainDate.from(fields.day), minuteOf(fields.startsAt)).toString();
  return {
    ...cast,
    ...(mayHaveClass(fields.kind) ? {} : { presentingClassId: null, receivingClassId: null }),
    topic: fields.topic.trim() || null,
    startsAt,
    minutes: fields.minutes,
    ...(replaced ? { replacesLessonId: replaced } : {}),
  };
}
