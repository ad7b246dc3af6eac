import { Injectable } from '@nestjs/common';
import { PartyQueries, type PartyView } from '@qinglan/api-directory';
import { type Read, statement, type Tx } from '@qinglan/api-platform';
import {
  type ActivityId,
  beijingDayOf,
  beijingMinute,
  endOfDay,
  type Hold,
  type LessonId,
  type ObservationRequestId,
  type PartyId,
  type SittingId,
  type Slot,
  Temporal,
} from '@qinglan/domain';

// In id order, so that two bookings that share parties wait for each other instead of blocking each other.
const lock = statement(
  'scheduling-party-lock',
  `SELECT id, kind, organisation_id AS "organisationId", name FROM party
   WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
);

// One walk down the exclusion constraint's own index for each party.
const live = statement(
  'scheduling-holds',
  `SELECT h.party_id AS "partyId", h.lesson_id AS "lessonId", h.activity_id AS "activityId",
          h.sitting_id AS "sittingId", h.request_id AS "requestId", h.starts_at AS "startsAt", h.ends_at AS "endsAt"
   FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) AS wanted (party_id, starts_at, ends_at)
   CROSS JOIN LATERAL (
     SELECT * FROM hold WHERE hold.party_id = wanted.party_id AND hold.released_at IS NULL
       AND hold.during && tstzrange(wanted.starts_at, wanted.ends_at, '[)')) h
   ORDER BY h.starts_at, h.party_id`,
);

type HoldRow = Slot & {
  readonly partyId: PartyId;
  readonly lessonId: LessonId | null;
  readonly activityId: ActivityId | null;
  readonly sittingId: SittingId | null;
  readonly requestId: ObservationRequestId | null;
};

/** One cause each: a constraint says so. */
function holdOf({ partyId, startsAt, endsAt, ...cause }: HoldRow): Hold {
  const held = { partyId, slot: { startsAt, endsAt } };
  const { lessonId, activityId, sittingId, requestId } = cause;
  if (lessonId !== null) return { ...held, lessonId };
  if (activityId !== null) return { ...held, activityId };
  if (sittingId !== null) return { ...held, sittingId };
  if (requestId !== null) return { ...held, requestId };
  throw new Error('a hold without a cause');
}

/** Somebody or some room by id, whatever part it plays. */
export interface Wanted {
  readonly partyId: PartyId;
}

/** The same, with when. */
export interface WantedAt extends Wanted {
  readonly slots: readonly Slot[];
}

/** The parties of a lesson or a meeting, by id. */
export type Parties = ReadonlyMap<string, PartyView>;

const startsOf = (slots: readonly Slot[]) => slots.map((slot) => slot.startsAt).sort(Temporal.Instant.compare);

/** The whole days of some slots, first to last: a clash looks for other starts of the same day. */
function daysOf(slots: readonly Slot[]): Slot | null {
  const starts = startsOf(slots);
  const [first, last] = [starts[0], starts.at(-1)];
  return first && last
    ? { startsAt: beijingMinute(beijingDayOf(first), 0), endsAt: endOfDay(beijingDayOf(last)) }
    : null;
}

/** What parties hold; a booking locks everybody and every room it touches before it looks. */
@Injectable()
export class Holds {
  constructor(private readonly parties: PartyQueries) {}

  /** For looking without booking. */
  find(read: Read, parties: readonly Wanted[]): Promise<Parties> {
    return this.parties.byIds(
      read,
      parties.map((party) => party.partyId),
    );
  }

  async lock(tx: Tx, parties: readonly Wanted[]): Promise<Parties> {
    const rows = await tx.rows<PartyView>(lock, [parties.map((party) => party.partyId)]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Every live hold of these parties from the first to the last day of the slots, in one statement. */
  live(read: Read, parties: readonly Wanted[], slots: readonly Slot[]): Promise<readonly Hold[]> {
    const span = daysOf(slots);
    return this.during(read, span ? parties.map(({ partyId }) => ({ partyId, ...span })) : []);
  }

  /** The same where each party has slots of its own. */
  liveOf(read: Read, wanted: readonly WantedAt[]): Promise<readonly Hold[]> {
    const spans = wanted.flatMap(({ partyId, slots }) => {
      const span = daysOf(slots);
      return span ? [{ partyId, ...span }] : [];
    });
    return this.during(read, spans);
  }

  private async during(read: Read, spans: readonly (Wanted & Slot)[]): Promise<readonly Hold[]> {
    if (spans.length === 0) return [];
    const rows = await read.rows<HoldRow>(live, [
      spans.map(({ partyId }) => partyId),
      spans.map(({ startsAt }) => startsAt.toString()),
      spans.map(({ endsAt }) => endsAt.toString()),
    ]);
    return rows.map(holdOf);
  }
}
