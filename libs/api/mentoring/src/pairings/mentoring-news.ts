import { Injectable } from '@nestjs/common';
import { Outbox, statement, type Tx } from '@qinglan/api-platform';
import type { PairingId, PersonId } from '@qinglan/domain';

// The two, whoever leads their studio, and who signs for the school of the mentee.
const concerned = statement(
  'mentoring-concerned',
  `SELECT x.id FROM pairing p JOIN person e ON e.id = p.mentee_id LEFT JOIN studio s ON s.id = p.studio_id
   CROSS JOIN LATERAL (
     SELECT unnest(ARRAY[p.mentor_id, p.mentee_id, s.lead_id]) AS id UNION
     SELECT c.id FROM person c WHERE c.organisation_id = e.organisation_id AND c.roles @> '{coordinator}'::text[]) x
   WHERE p.id = ANY($1::uuid[]) AND x.id IS NOT NULL`,
);

/** Tells people that something of theirs in mentoring changed: their open pages look again. */
@Injectable()
export class MentoringNews {
  constructor(private readonly outbox: Outbox) {}

  async tell(tx: Tx, personIds: readonly PersonId[]): Promise<void> {
    if (personIds.length === 0) return;
    await this.outbox.add(tx, { type: 'mentoring.changed', body: { personIds: [...new Set(personIds)] } });
  }

  /** Words, names or states of pairings: the two, the lead and the school are told. */
  async tellOf(tx: Tx, pairingIds: readonly PairingId[]): Promise<void> {
    const people = await tx.rows<{ readonly id: PersonId }>(concerned, [pairingIds]);
    await this.tell(
      tx,
      people.map(({ id }) => id),
    );
  }

  /** The two see each other's lessons now, or no longer. */
  async tellRights(tx: Tx, { mentorId, menteeId }: { readonly mentorId: PersonId; readonly menteeId: PersonId }) {
    for (const personId of [mentorId, menteeId]) {
      await this.outbox.add(tx, { type: 'person.rights-changed', body: { personId } });
    }
  }
}
