import { Injectable } from '@nestjs/common';
import { History, statement, type Tx } from '@qinglan/api-platform';
import type { ObservationId, PersonId, Temporal } from '@qinglan/domain';
import type { HeardLesson, ObservationFacts } from './observation.facts';

const add = statement(
  'mentoring-observation-add',
  `INSERT INTO observation (id, pairing_id, direction, mode, observer_id, observed_id, lesson_id, on_day, starts_at, ends_at,
     school, class, subject, topic, asked, state, opened_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'open', $16) ON CONFLICT DO NOTHING`,
);
const setTopic = statement('mentoring-observation-topic', 'UPDATE observation SET topic = $2 WHERE id = $1');
const submit = statement(
  'mentoring-observation-submit',
  `UPDATE observation SET state = 'submitted', submitted_at = $2, version = version + 1 WHERE id = $1`,
);
const discard = statement(
  'mentoring-observation-discard',
  'UPDATE observation SET discarded_at = $2, version = version + 1 WHERE id = $1',
);
const answer = statement(
  'mentoring-observation-answer',
  `UPDATE observation SET state = 'locked', locked_at = coalesce(locked_at, $2), reply = coalesce(reply, $3),
     replied_at = CASE WHEN reply IS NULL AND $3::text IS NOT NULL THEN $2 ELSE replied_at END,
     countersigned_at = CASE WHEN $4::boolean THEN $2 ELSE countersigned_at END, version = version + 1
   WHERE id = $1`,
);

/** An observation to be opened. */
export interface NewObservation
  extends
    HeardLesson,
    Pick<ObservationFacts, 'observationId' | 'pairingId' | 'direction' | 'mode' | 'lessonId' | 'asked'> {
  readonly observerId: PersonId;
  readonly observedId: PersonId;
}

/** The only writer of `observation`. */
@Injectable()
export class ObservationStore {
  constructor(private readonly history: History) {}

  /** Opens it; false where its id or its lesson is there already. */
  async add(tx: Tx, wanted: NewObservation, at: Temporal.Instant): Promise<boolean> {
    const { observationId, pairingId, direction, mode, observerId, observedId, lessonId, onDay } = wanted;
    const added = await tx.run(add, [
      ...[observationId, pairingId, direction, mode, observerId, observedId, lessonId, onDay],
      ...[wanted.startsAt?.toString() ?? null, wanted.endsAt?.toString() ?? null],
      ...[wanted.school, wanted.class, wanted.subject, wanted.topic, wanted.asked, at.toString()],
    ]);
    return added === 1;
  }

  async setTopic(tx: Tx, observationId: ObservationId, topic: string | null): Promise<void> {
    await tx.run(setTopic, [observationId, topic]);
  }

  async submit(tx: Tx, observationId: ObservationId, at: Temporal.Instant): Promise<void> {
    await tx.run(submit, [observationId, at.toString()]);
  }

  /** Puts it aside for good; nothing of it is deleted. */
  async discard(
    tx: Tx,
    observationId: ObservationId,
    { reason, ...by }: { readonly at: Temporal.Instant; readonly actorId: PersonId; readonly reason: string },
  ): Promise<void> {
    await tx.run(discard, [observationId, by.at.toString()]);
    const detail = { ...(reason !== '' && { reason }) };
    await this.history.add(tx, by, [{ subjectId: observationId, act: 'observation.discarded', detail }]);
  }

  /** The first reply stays; a countersignature may come with it or after it. */
  async answer(
    tx: Tx,
    observationId: ObservationId,
    given: { readonly reply: string | null; readonly countersigns: boolean; readonly at: Temporal.Instant },
  ): Promise<void> {
    await tx.run(answer, [observationId, given.at.toString(), given.reply, given.countersigns]);
  }
}
