import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import { LessonQueries, lessonSubject } from '@qinglan/api-scheduling';
import type { InputOf, saveDiagnosis } from '@qinglan/contracts';
import { type Actor, mayDiagnoseLesson, type PersonId, type Temporal } from '@qinglan/domain';
import { DiagnosisQueries } from './diagnosis.queries';
import { DiagnosisStore } from './diagnosis.store';
import { StudioQueries } from './studio.queries';

type Given = InputOf<typeof saveDiagnosis>;

/** Attaches a studio's diagnosis to a real lesson, or says anew what to look at; no second lesson is made. */
@Injectable()
export class SaveDiagnosis {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly studios: StudioQueries,
    private readonly lessons: LessonQueries,
    private readonly diagnoses: DiagnosisQueries,
    private readonly store: DiagnosisStore,
  ) {}

  execute(actor: Actor, given: Given): Promise<string> {
    const by = { at: this.clock.now(), actorId: actor.personId };
    return this.transactions.write(async (tx) => {
      const studio = await this.studios.facts(tx, given.params.studioId);
      const lesson = orNotFound(await this.lessons.facts(tx, given.params.lessonId));
      allowOrHide(mayDiagnoseLesson(actor, studio, lessonSubject(lesson)));
      await this.save(tx, given, by);
      return this.diagnoses.one(tx, given.params);
    });
  }

  private async save(
    tx: Tx,
    { params, body: { focus }, version }: Given,
    by: { readonly at: Temporal.Instant; readonly actorId: PersonId },
  ): Promise<void> {
    if (version === 0 && (await this.store.add(tx, params, { focus, ...by }))) return;
    const known = await this.diagnoses.lock(tx, params);
    if (!known) throw new Refused('not-found');
    // The same wish sent twice happens once.
    if (version === 0 && known.version === 1 && known.focus === focus) return;
    if (version !== known.version) throw new Refused('stale');
    if (known.focus !== focus) await this.store.change(tx, params, { before: known.focus, focus, ...by });
  }
}
