import { Injectable } from '@nestjs/common';
import { History, statement, type Tx } from '@qinglan/api-platform';
import type { CreditId, ObligationKind, PairingId, PersonId, Temporal } from '@qinglan/domain';
import { MentoringNews } from './mentoring-news';

/** Something that happened between the two and pays. */
export interface Happened {
  readonly pairingId: PairingId;
  readonly kind: ObligationKind;
  /** The Beijing day. */
  readonly onDay: string;
  readonly source: 'lesson' | 'observation' | 'activity' | 'open-lesson' | 'hand';
  /** The lesson's id where there is one, else the id of the thing itself: the same happening never pays twice. */
  readonly sourceKey: string;
  readonly title: string;
  /** Words or a link; needed where it was counted by hand. */
  readonly evidence: string | null;
  /** Who counted it by hand; null where it counted by itself. */
  readonly byId: PersonId | null;
}

// Counting anew needs every earlier credit of the pairing to be committed.
const lock = statement(
  'mentoring-credit-lock',
  `SELECT mentor_id AS "mentorId", mentee_id AS "menteeId" FROM pairing WHERE id = ANY($1::uuid[]) ORDER BY id
   FOR NO KEY UPDATE`,
);
const both = statement(
  'mentoring-credit-two',
  'SELECT mentor_id AS "mentorId", mentee_id AS "menteeId" FROM pairing WHERE id = ANY($1::uuid[])',
);
const add = statement(
  'mentoring-credit-add',
  `INSERT INTO credit (pairing_id, kind, on_day, source, source_key, title, evidence, by_id, at)
   SELECT "pairingId", kind, "onDay", source, "sourceKey", title, evidence, "byId", $2
   FROM jsonb_to_recordset($1::jsonb) AS g ("pairingId" uuid, kind text, "onDay" date, source text, "sourceKey" uuid,
     title text, evidence text, "byId" uuid)
   ON CONFLICT (pairing_id, kind, source_key) WHERE withdrawn_at IS NULL DO NOTHING
   RETURNING id, pairing_id AS "pairingId", kind, on_day AS "onDay", title, source`,
);
const withdraw = statement(
  'mentoring-credit-withdraw',
  `UPDATE credit SET withdrawn_at = $2, withdrawn_reason = $3 WHERE id = $1 AND withdrawn_at IS NULL
   RETURNING id, pairing_id AS "pairingId", kind, on_day AS "onDay", title, source`,
);
const recount = statement(
  'mentoring-credit-recount',
  `UPDATE obligation_share s SET done = (
     SELECT count(*) FROM credit c WHERE c.pairing_id = s.pairing_id AND c.kind = s.kind
       AND c.on_day BETWEEN s.first_day AND s.last_day AND c.withdrawn_at IS NULL)
   FROM (SELECT DISTINCT "pairingId", kind, "onDay"
         FROM jsonb_to_recordset($1::jsonb) AS g ("pairingId" uuid, kind text, "onDay" date)) AS t
   WHERE s.pairing_id = t."pairingId" AND s.kind = t.kind AND t."onDay" BETWEEN s.first_day AND s.last_day`,
);
const touch = statement(
  'mentoring-contact',
  `UPDATE pairing SET last_contact_on = $2::date
   WHERE id = ANY($1::uuid[]) AND (last_contact_on IS NULL OR last_contact_on < $2::date)`,
);

const withdrawOf = statement(
  'mentoring-credit-withdraw-of',
  `UPDATE credit SET withdrawn_at = $3, withdrawn_reason = $4
   WHERE source_key = $1 AND pairing_id = ANY($2::uuid[]) AND withdrawn_at IS NULL
   RETURNING id, pairing_id AS "pairingId", kind, on_day AS "onDay", title, source`,
);

// After something was taken back: the last day of what still stands between the two.
const lastContact = statement(
  'mentoring-last-contact',
  `UPDATE pairing p SET last_contact_on = (
     SELECT max(day) FROM (
       SELECT c.on_day AS day FROM credit c WHERE c.pairing_id = p.id AND c.withdrawn_at IS NULL
         AND c.kind NOT IN ('lesson-plan', 'paper')
       UNION ALL SELECT o.on_day FROM observation o WHERE o.pairing_id = p.id AND o.state <> 'open'
       UNION ALL SELECT (a.starts_at AT TIME ZONE 'Asia/Shanghai')::date FROM activity_person mentor
         JOIN activity_person mentee ON mentee.activity_id = mentor.activity_id AND mentee.person_id = p.mentee_id
         JOIN activity a ON a.id = mentor.activity_id AND a.state = 'held'
         WHERE mentor.person_id = p.mentor_id AND mentor.was_there AND mentee.was_there) met)
   WHERE p.id = ANY($1::uuid[])`,
);

/** A paper or a plan that somebody wrote is no meeting of the two. */
const isContact = ({ kind }: Happened): boolean => kind !== 'lesson-plan' && kind !== 'paper';

interface Two {
  readonly mentorId: PersonId;
  readonly menteeId: PersonId;
}

interface Counted {
  readonly id: CreditId;
  readonly pairingId: PairingId;
  readonly kind: ObligationKind;
  readonly onDay: string;
  readonly title: string;
  readonly source: string;
}

const happening = (act: string, at: readonly Counted[], more: object = {}) =>
  at.map(({ pairingId, id, ...after }) => ({ subjectId: pairingId, act, detail: { creditId: id, after, ...more } }));

/** What paid the obligations: the only writer of `credit` and of what shares count as done. */
@Injectable()
export class CreditBook {
  constructor(
    private readonly history: History,
    private readonly news: MentoringNews,
  ) {}

  /** Counts what was not counted before, and says how much that was. What the two did together is a contact of that day. */
  async credit(tx: Tx, happened: readonly Happened[], at: Temporal.Instant): Promise<number> {
    if (happened.length === 0) return 0;
    await this.lock(tx, [...new Set(happened.map(({ pairingId }) => pairingId))]);
    const counted = await tx.rows<Counted>(add, [JSON.stringify(happened), at.toString()]);
    await this.count(tx, counted);
    const byDay = Map.groupBy(happened.filter(isContact), ({ onDay }) => onDay);
    for (const [onDay, those] of byDay) {
      await this.touch(
        tx,
        those.map(({ pairingId }) => pairingId),
        onDay,
      );
    }
    const by = { at, actorId: happened[0]?.byId ?? null };
    await this.history.add(tx, by, happening('pairing.credited', counted));
    return counted.length;
  }

  /** Takes back what was counted, with the reason; false where it does not count any more. */
  async withdraw(
    tx: Tx,
    creditId: CreditId,
    { reason, ...by }: { readonly reason: string; readonly at: Temporal.Instant; readonly actorId: PersonId },
  ): Promise<boolean> {
    const taken = await tx.rows<Counted>(withdraw, [creditId, by.at.toString(), reason]);
    await this.count(tx, taken);
    const pairingIds = taken.map(({ pairingId }) => pairingId);
    await tx.run(lastContact, [pairingIds]);
    await this.tell(tx, await tx.rows<Two>(both, [pairingIds]));
    await this.history.add(tx, by, happening('pairing.credit-withdrawn', taken, { reason }));
    return taken.length > 0;
  }

  /** Takes back what one thing paid in some pairings; they had no contact by it either. */
  async withdrawOf(
    tx: Tx,
    { sourceKey, pairingIds }: { readonly sourceKey: string; readonly pairingIds: readonly PairingId[] },
    { reason, ...by }: { readonly reason: string; readonly at: Temporal.Instant; readonly actorId: PersonId },
  ): Promise<void> {
    if (pairingIds.length === 0) return;
    await this.lock(tx, pairingIds);
    const taken = await tx.rows<Counted>(withdrawOf, [sourceKey, pairingIds, by.at.toString(), reason]);
    await this.count(tx, taken);
    await tx.run(lastContact, [pairingIds]);
    await this.history.add(tx, by, happening('pairing.credit-withdrawn', taken, { reason }));
  }

  /** Something happened between the two on that Beijing day: nobody waits from before it any more. */
  async touch(tx: Tx, pairingIds: readonly PairingId[], onDay: string): Promise<void> {
    if (pairingIds.length === 0) return;
    await this.lock(tx, pairingIds);
    await tx.run(touch, [pairingIds, onDay]);
  }

  /** Whoever locks is about to count: the pages of the two look again afterwards. */
  private async lock(tx: Tx, pairingIds: readonly PairingId[]): Promise<void> {
    await this.tell(tx, await tx.rows<Two>(lock, [pairingIds]));
  }

  private tell(tx: Tx, twos: readonly Two[]): Promise<void> {
    const people = twos.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]);
    return this.news.tell(tx, people);
  }

  private async count(tx: Tx, counted: readonly Counted[]): Promise<void> {
    if (counted.length > 0) await tx.run(recount, [JSON.stringify(counted)]);
  }
}
