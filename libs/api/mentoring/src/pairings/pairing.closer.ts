import { Injectable } from '@nestjs/common';
import type { By } from '@qinglan/api-directory';
import { History, statement, type Tx } from '@qinglan/api-platform';
import type { ObservationRequestId, ObservationRequestState, PairingId } from '@qinglan/domain';
import { hearsIn } from '../observations/observable.sql';

const open = `r.pairing_id = $1 AND r.state IN ('asked', 'accepted') AND r.starts_at > $2`;

// In the order of whoever moves a lesson: the lesson before what was asked of it.
const lessons = statement(
  'mentoring-closing-lessons',
  `SELECT l.id FROM lesson l WHERE l.id = ANY(ARRAY(SELECT r.lesson_id FROM observation_request r WHERE ${open}))
   ORDER BY l.id FOR NO KEY UPDATE`,
);
// Before what they hold is looked at: whoever answers one just now has held by then what the answer promises.
const locks = statement(
  'mentoring-closing-locks',
  `SELECT FROM observation_request r WHERE ${open} ORDER BY r.id FOR NO KEY UPDATE`,
);
// What the same observer promised of the same lesson in another pairing goes on being held.
const requests = statement(
  'mentoring-closing-requests',
  `WITH was AS (
     SELECT r.id, r.state, r.lesson_id, ${hearsIn('r.direction')} AS observer_id
     FROM observation_request r JOIN pairing p ON p.id = r.pairing_id WHERE ${open}),
   shut AS (
     UPDATE observation_request r SET state = 'withdrawn', reason = $3, answered_at = $2, version = r.version + 1
     FROM was WHERE r.id = was.id),
   freed AS (UPDATE hold h SET released_at = $2 FROM was WHERE h.request_id = was.id AND h.released_at IS NULL),
   unheard AS (
     UPDATE hold h SET released_at = $2 FROM was
     WHERE was.state = 'accepted' AND h.lesson_id = was.lesson_id AND h.role = 'observer'
       AND h.party_id = was.observer_id AND h.released_at IS NULL AND NOT EXISTS (
         SELECT FROM observation_request r JOIN pairing p ON p.id = r.pairing_id
         WHERE r.lesson_id = was.lesson_id AND r.state = 'accepted' AND r.pairing_id <> $1
           AND ${hearsIn('r.direction')} = was.observer_id))
   SELECT id, state FROM was`,
);

const revision = statement(
  'mentoring-closing-revision',
  `UPDATE agreement_revision SET state = 'lapsed', settled_at = $2 WHERE pairing_id = $1 AND state = 'draft' RETURNING id`,
);

interface Shut {
  readonly id: ObservationRequestId;
  readonly state: ObservationRequestState;
}

/** When a pairing ends, what still waited in it ends with it: nothing is promised, asked for or signed any more. */
@Injectable()
export class PairingCloser {
  constructor(private readonly history: History) {}

  /** Asked for a pairing that the transaction has locked. */
  async close(tx: Tx, pairingId: PairingId, { reason, by }: { readonly reason: string | null; readonly by: By }) {
    const at = by.at.toString();
    const drafts = await tx.rows(revision, [pairingId, at]);
    const lapsed = drafts.map(() => ({ subjectId: pairingId, act: 'pairing.revision-lapsed', detail: {} }));
    await tx.run(lessons, [pairingId, at]);
    await tx.run(locks, [pairingId, at]);
    const shut = await tx.rows<Shut>(requests, [pairingId, at, reason]);
    const withdrawn = shut.map(({ id, state }) => ({
      subjectId: id,
      act: 'observation-request.withdrawn',
      detail: { before: { state }, after: { state: 'withdrawn' }, pairing: 'ended' },
    }));
    await this.history.add(tx, by, [...lapsed, ...withdrawn]);
  }
}
