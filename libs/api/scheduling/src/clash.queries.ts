import { Injectable } from '@nestjs/common';
import type { clashView } from '@qinglan/contracts';
import { type Read, statement } from '@qinglan/api-platform';
import {
  type Actor,
  type Clash,
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

// That a slot is taken is told to whoever asks; by whom only to people of the two schools.
const inTheWay = statement(
  'scheduling-lessons-in-the-way',
  `SELECT l.id, l.state, l.subject, ps.short_name || ' – ' || rs.short_name AS schools,
          ($2::boolean OR $3::uuid IN (l.presenting_school_id, l.receiving_school_id)) AS "isSeen"
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

interface StandingInTheWay {
  readonly id: string;
  readonly state: LessonState;
  readonly subject: string;
  readonly schools: string;
  readonly isSeen: boolean;
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

function inTheWayView(clash: Clash, subject: string, known: ReadonlyMap<string, StandingInTheWay>): InTheWayView {
  const way = clash.inTheWay;
  const none = { lessonId: null, activityId: null, week: null, subject: '', schools: '', ...slotText(way) };
  if (way.kind === 'same-series') return { ...none, week: way.week, subject, state: 'draft' };
  const id = way.kind === 'lesson' ? { lessonId: way.lessonId } : { activityId: way.activityId };
  const stands = known.get(way.kind === 'lesson' ? way.lessonId : way.activityId);
  const state = stands?.state ?? 'confirmed';
  return stands?.isSeen
    ? { ...none, ...id, subject: stands.subject, schools: stands.schools, state }
    : { ...none, state };
}

/** Which lessons or activities are in the way, each once. */
function idsOf(clashes: readonly Clash[], kind: 'lesson' | 'activity'): readonly string[] {
  const ids = clashes.flatMap(({ inTheWay: way }): readonly string[] => {
    if (way.kind === 'lesson') return kind === 'lesson' ? [way.lessonId] : [];
    return way.kind === kind ? [way.activityId] : [];
  });
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
    const [lessons, activities] = [idsOf(clashes, 'lesson'), idsOf(clashes, 'activity')];
    const all = seesEverything(actor);
    const rows = [
      ...(lessons.length > 0 ? await read.rows<StandingInTheWay>(inTheWay, [lessons, all, actor.schoolId]) : []),
      ...(activities.length > 0
        ? await read.rows<StandingInTheWay>(activitiesInTheWay, [activities, all, actor.personId])
        : []),
    ];
    return new Map(rows.map((row) => [row.id, row]));
  }
}
