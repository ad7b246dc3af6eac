import { Injectable } from '@nestjs/common';
import { History, statement, type Tx } from '@qinglan/api-platform';
import type { PersonId, Temporal } from '@qinglan/domain';
import type { DiagnosisKey } from './diagnosis.queries';

const add = statement(
  'diagnosis-add',
  `INSERT INTO studio_diagnosis (studio_id, lesson_id, attached_by, attached_at, focus) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT ON CONSTRAINT studio_diagnosis_pk DO NOTHING`,
);
const change = statement(
  'diagnosis-change',
  'UPDATE studio_diagnosis SET focus = $3, version = version + 1 WHERE studio_id = $1 AND lesson_id = $2',
);

interface By {
  readonly at: Temporal.Instant;
  readonly actorId: PersonId;
}

/** The only writer of `studio_diagnosis`; both the studio and the lesson remember it. */
@Injectable()
export class DiagnosisStore {
  constructor(private readonly history: History) {}

  /** False where somebody attached one for the same studio meanwhile. */
  async add(tx: Tx, key: DiagnosisKey, { focus, ...by }: By & { readonly focus: string }): Promise<boolean> {
    const { studioId, lessonId } = key;
    const added = await tx.run(add, [studioId, lessonId, by.actorId, by.at.toString(), focus]);
    if (added === 0) return false;
    await this.tell(tx, key, { by, act: 'diagnosis.attached', detail: { after: { focus } } });
    return true;
  }

  async change(
    tx: Tx,
    key: DiagnosisKey,
    { before, focus, ...by }: By & { readonly before: string; readonly focus: string },
  ): Promise<void> {
    await tx.run(change, [key.studioId, key.lessonId, focus]);
    await this.tell(tx, key, {
      by,
      act: 'diagnosis.changed',
      detail: { before: { focus: before }, after: { focus } },
    });
  }

  private tell(
    tx: Tx,
    { studioId, lessonId }: DiagnosisKey,
    { by, act, detail }: { readonly by: By; readonly act: string; readonly detail: Readonly<Record<string, unknown>> },
  ): Promise<void> {
    return this.history.add(tx, by, [
      { subjectId: studioId, act, detail: { ...detail, lessonId } },
      { subjectId: lessonId, act, detail: { ...detail, studioId } },
    ]);
  }
}
