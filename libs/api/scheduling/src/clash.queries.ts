import { Injectable } from '@nestjs/common';
import type { clashView } from '@qinglan/contracts';
import { type Read, statement } from '@qinglan/api-platform';
import {
  type Actor,
  type Clash,
  type ItemId,
  type LessonState,
  type PlacedWindow,
  seesEverything,
  type WeekMoves,
  type Window,
} from '@qinglan/domain';
import type * as z from 'zod';
import { windowView } from './day-view';
import type { Parties } from './holds';

/** A clash as the contract writes it. */
export type ClashView = z.output<typeof clashView>;

// That a slot is taken is told to whoever asks; by whom only to people of the two schools, and to who observes it.
const inTheWay = statement(
  'scheduling-lessons-in-the-way',
  `SELECT l.id, l.state, l.subject, ps.short_name || ' – ' || rs.short_name AS schools,
          ($2::boolean OR $3::uuid IN (l.presenting_school_id, l.receiving_school_id) OR EXISTS (
            SELECT FROM hold h WHERE h.lesson_id = l.id AND h.role = 'observer' AND h.party_id = $4)) AS "isSeen"
   FROM lesson l
   JOIN organisation ps ON ps.id = l.presenting_school_id
   JOIN organisation rs ON rs.id = l.receiving_school_id
   WHERE l.id = ANY($1::uuid[])`,
);

// By whom an activity takes somebody is told to its people, its studio's lead and those who see everything.
const activitiesInTheWay = statement(
  'scheduling-activities-in-the-way',
  `SELECT a.id, 'confirmed' AS state, a.title AS subject, o.short_name AS schools,
          ($2::boolean OR $3::uuid IN (a.arranged_by, s.lead_id) OR EXISTS (
            SELECT FROM activity_person p WHERE p.activity_id = a.id AND p.person_id = $3)) AS "isSeen"
   FROM activity a JOIN studio s ON s.id = a.studio_id JOIN organisation o ON o.id = s.host_id
   WHERE a.id = ANY($1::uuid[])`,
);

// A programme item is known to everybody; that this person or this room is in it, to who keeps it. Who is named on the
// sitting knows of all who are, and coordinators ($4: their school) of their own people on the list.
const sittingsInTheWay = statement(
  'scheduling-sittings-in-the-way',
  `SELECT t.id, i.id AS "itemId", 'confirmed' AS state, i.title AS subject, coalesce(o.short_name, '') AS schools,
          ($2::boolean OR t.arranged_by = $3::uuid) AS "isSeen",
          (SELECT coalesce(array_agg(known.id), '{}') FROM (
             SELECT p.person_id AS id FROM sitting_person own JOIN sitting_person p ON p.sitting_id = own.sitting_id
             WHERE own.sitting_id = t.id AND own.person_id = $3
             UNION ALL
             SELECT t.classroom_id FROM sitting_person own
             WHERE own.sitting_id = t.id AND own.person_id = $3 AND t.classroom_id IS NOT NULL
             UNION ALL
             SELECT e.person_id FROM enrolment e JOIN person who ON who.id = e.person_id
             WHERE e.item_id = i.id AND e.state = 'enrolled' AND (e.person_id = $3 OR who.organisation_id = $4::uuid)) known
          ) AS "seenIds"
   FROM sitting t JOIN programme_item i ON i.id = t.item_id LEFT JOIN organisation o ON o.id = i.host_id
   WHERE t.id = ANY($1::uuid[])`,
);

// What two of a pairing promised each other is told to them, and to those who see everything.
const observationsInTheWay = statement(
  'scheduling-observations-in-the-way',
  `SELECT r.id, 'confirmed' AS state, coalesce(r.topic, '') AS subject, asker.name || ' – ' || asked.name AS schools,
          ($2::boolean OR $3::uuid IN (r.asked_by_id, r.asked_of_id)) AS "isSeen"
   FROM observation_request r JOIN party asker ON asker.id = r.asked_by_id JOIN party asked ON asked.id = r.asked_of_id
   WHERE r.id = ANY($1::uuid[])`,
);

interface StandingInTheWay {
  readonly id: string;
  readonly state: LessonState;
  readonly subject: string;
  readonly schools: string;
  readonly isSeen: boolean;
  /** Where it is a sitting. */
  readonly itemId?: ItemId;
  /** Whose part in it the reader knows of besides. */
  readonly seenIds?: readonly string[];
}

/** Where the lesson of a week could go instead. */
export const movesByWeek = (moves: readonly WeekMoves[]): FoundClashes['moves'] => {
  const byWeek = new Map<number | null, readonly Window[]>(moves.map((one) => [one.week, one.moves]));
  return ({ week }) => byWeek.get(week) ?? [];
};

/** Clashes as a rule found them, with where the lesson could go instead. */
export interface FoundClashes {
  readonly clashes: readonly Clash[];
  readonly moves: (clash: Clash) => readonly PlacedWindow[];
  /** What is wanted, for when two of its own weeks meet. */
  readonly subject: string;
  readonly parties: Parties;
}

type InTheWayView = ClashView['inTheWay'];

const slotText = ({ slot }: Pick<Clash, 'slot'>) => ({
  startsAt: slot.startsAt.toString(),
  endsAt: slot.endsAt.toString(),
});

type Standing = Exclude<Clash['inTheWay'], { readonly kind: 'same-series' }>;

function standingId(way: Standing): string {
  if (way.kind === 'lesson') return way.lessonId;
  if (way.kind === 'observation') return way.requestId;
  return way.kind === 'activity' ? way.activityId : way.sittingId;
}

/** What the reader may open: the lesson, the activity, or the item a sitting is of. */
function linkTo(way: Standing, { itemId }: Pick<StandingInTheWay, 'itemId'>) {
  return {
    lessonId: way.kind === 'lesson' ? way.lessonId : null,
    activityId: way.kind === 'activity' ? way.activityId : null,
    itemId: itemId ?? null,
  };
}

function inTheWayView(clash: Clash, subject: string, known: ReadonlyMap<string, StandingInTheWay>): InTheWayView {
  const way = clash.inTheWay;
  const none = { lessonId: null, activityId: null, itemId: null, week: null, subject: '', schools: '' };
  const when = slotText(way);
  if (way.kind === 'same-series') return { ...none, ...when, week: way.week, subject, state: 'draft' };
  const stands = known.get(standingId(way));
  const state = stands?.state ?? 'confirmed';
  const isSeen = stands?.isSeen === true || stands?.seenIds?.includes(clash.partyId) === true;
  if (!stands || !isSeen) return { ...none, ...when, state };
  return { ...none, ...when, ...linkTo(way, stands), subject: stands.subject, schools: stands.schools, state };
}

/** Which lessons, activities, sittings or observations are in the way, each once. */
function idsOf(clashes: readonly Clash[], kind: Standing['kind']): readonly string[] {
  const ids = clashes.flatMap(({ inTheWay: way }) => (way.kind === kind ? [standingId(way)] : []));
  return [...new Set(ids)];
}

/** Says of every clash which rule, which party and which lesson or activity is in the way. */
@Injectable()
export class ClashQueries {
  async describe(read: Read, actor: Actor, found: FoundClashes): Promise<readonly ClashView[]> {
    const known = await this.inTheWay(read, actor, found.clashes);
    return found.clashes.map((clash) => ({
      rule: clash.rule,
      role: clash.role,
      party: { id: clash.partyId, name: found.parties.get(clash.partyId)?.name ?? '' },
      wanted: { ...slotText(clash), week: clash.week },
      inTheWay: inTheWayView(clash, found.subject, known),
      moves: found.moves(clash).map(windowView),
    }));
  }

  private async inTheWay(read: Read, actor: Actor, clashes: readonly Clash[]) {
    const { personId, schoolId } = actor;
    const coordinated = actor.roles.has('coordinator') ? schoolId : null;
    const asked = [
      { sql: inTheWay, ids: idsOf(clashes, 'lesson'), readers: [schoolId, personId] },
      { sql: activitiesInTheWay, ids: idsOf(clashes, 'activity'), readers: [personId] },
      { sql: sittingsInTheWay, ids: idsOf(clashes, 'sitting'), readers: [personId, coordinated] },
      { sql: observationsInTheWay, ids: idsOf(clashes, 'observation'), readers: [personId] },
    ].filter(({ ids }) => ids.length > 0);
    const known = new Map<string, StandingInTheWay>();
    for (const { sql, ids, readers } of asked) {
      const rows = await read.rows<StandingInTheWay>(sql, [ids, seesEverything(actor), ...readers]);
      rows.forEach((row) => known.set(row.id, row));
    }
    return known;
  }
}
