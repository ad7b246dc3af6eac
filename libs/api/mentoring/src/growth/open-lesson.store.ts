import { Injectable } from '@nestjs/common';
import type { By } from '@qinglan/api-directory';
import { constraintOf, History, type Read, Refused, statement, type Tx } from '@qinglan/api-platform';
import type { LessonId, OpenLessonId, PairingId, PanelVerdict, PersonId } from '@qinglan/domain';
import { openLessonJoins, openLessonJson, type OpenLessonRow } from './open-lesson.sql';

const find = statement(
  'growth-open-lesson',
  `SELECT ${openLessonJson} AS row FROM open_lesson ol ${openLessonJoins} WHERE ol.id = $1`,
);
const lock = statement('growth-open-lesson-lock', 'SELECT id FROM open_lesson WHERE id = $1 FOR NO KEY UPDATE');
const save = statement(
  'growth-open-lesson-save',
  `INSERT INTO open_lesson (id, pairing_id, lesson_id, on_day, topic) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (id) DO UPDATE SET lesson_id = excluded.lesson_id, on_day = excluded.on_day, topic = excluded.topic,
     version = open_lesson.version + 1`,
);
const seat = statement(
  'growth-panel-seat',
  `WITH gone AS (DELETE FROM panel_mark WHERE open_lesson_id = $1 AND person_id <> ALL($2::uuid[]) AND mark IS NULL)
   INSERT INTO panel_mark (open_lesson_id, person_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING`,
);
const mark = statement(
  'growth-panel-mark',
  `UPDATE panel_mark SET mark = $3, word = $4, marked_at = $5 WHERE open_lesson_id = $1 AND person_id = $2`,
);
const close = statement(
  'growth-panel-close',
  `UPDATE open_lesson SET mean = $2, is_passed = $3, closed_at = $4, closed_by = $5, version = version + 1 WHERE id = $1`,
);

/** What is arranged: a lesson of the timetable, or a day with a topic; and who sits on the panel. */
export interface ArrangedLesson {
  readonly openLessonId: OpenLessonId;
  readonly pairingId: PairingId;
  readonly lessonId: LessonId | null;
  readonly onDay: string | null;
  readonly topic: string | null;
  readonly panel: readonly PersonId[];
}

const refusals: Readonly<Record<string, () => Refused>> = {
  open_lesson_once: () => new Refused('open-lesson-exists'),
  open_lesson_pk: () => new Refused('id-taken'),
  panel_mark_person: () => new Refused('invalid-input', { errors: [{ pointer: '#/panel', detail: 'no such person' }] }),
};

function refuseKnown(error: unknown): never {
  throw refusals[constraintOf(error)]?.() ?? error;
}

/** The only writer of `open_lesson` and `panel_mark`. */
@Injectable()
export class OpenLessonStore {
  constructor(private readonly history: History) {}

  async find(read: Read, openLessonId: OpenLessonId): Promise<OpenLessonRow | null> {
    return (await read.row<{ readonly row: OpenLessonRow }>(find, [openLessonId]))?.row ?? null;
  }

  /** Locks it, so that no mark comes while its panel is being closed, then reads it as it is then. */
  async lock(tx: Tx, openLessonId: OpenLessonId): Promise<OpenLessonRow | null> {
    await tx.run(lock, [openLessonId]);
    return this.find(tx, openLessonId);
  }

  async arrange(tx: Tx, wanted: ArrangedLesson, by: By): Promise<void> {
    const { openLessonId, pairingId, lessonId, onDay, topic, panel } = wanted;
    await tx.run(save, [openLessonId, pairingId, lessonId, onDay, topic]).catch(refuseKnown);
    await tx.run(seat, [openLessonId, panel]).catch(refuseKnown);
    await this.history.add(tx, by, [
      { subjectId: pairingId, act: 'growth.open-lesson-arranged', detail: { after: wanted } },
    ]);
  }

  /** Overwrites the own mark; the one before stays in the history of the open lesson, which the two do not read. */
  async mark(
    tx: Tx,
    row: OpenLessonRow,
    given: { readonly personId: PersonId; readonly mark: number; readonly word: string; readonly by: By },
  ): Promise<void> {
    const { personId, by, ...said } = given;
    await tx.run(mark, [row.id, personId, said.mark, said.word, by.at.toString()]);
    await this.history.add(tx, by, [{ subjectId: row.id, act: 'growth.open-lesson-marked', detail: { after: said } }]);
  }

  async close(tx: Tx, row: OpenLessonRow, { verdict, by }: { verdict: PanelVerdict; by: By }): Promise<void> {
    await tx.run(close, [row.id, verdict.mean, verdict.isPassed, by.at.toString(), by.actorId]);
    const detail = { openLessonId: row.id, after: verdict };
    await this.history.add(tx, by, [{ subjectId: row.pairingId, act: 'growth.panel-closed', detail }]);
  }
}
