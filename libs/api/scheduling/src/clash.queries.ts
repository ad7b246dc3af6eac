import { Injectable } from '@nestjs/common';
import type { clashView } from '@qinglan/contracts';
import { type Read, statement } from '@qinglan/api-platform';
import { type Actor, type Clash, type LessonState, seesEverything, type WeekMoves, type Window } from '@qinglan/domain';
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

interface LessonInTheWay {
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
  readonly moves: (clash: Clash) => readonly Window[];
  /** What is wanted, for when two of its own weeks meet. */
  readonly subject: string;
  readonly parties: Parties;
}

type InTheWayView = ClashView['inTheWay'];

const slotText = ({ slot }: Pick<Clash, 'slot'>) => ({
  startsAt: slot.startsAt.toString(),
  endsAt: slot.endsAt.toString(),
});

function inTheWayView(clash: Clash, subject: string, known: ReadonlyMap<string, LessonInTheWay>): InTheWayView {
  const way = clash.inTheWay;
  const slot = slotText(way);
  if (way.kind === 'same-series')
    return { lessonId: null, week: way.week, subject, schools: '', ...slot, state: 'draft' };
  const lesson = known.get(way.lessonId);
  const state = lesson?.state ?? 'confirmed';
  if (!lesson?.isSeen) return { lessonId: null, week: null, subject: '', schools: '', ...slot, state };
  return { lessonId: way.lessonId, week: null, subject: lesson.subject, schools: lesson.schools, ...slot, state };
}

/** Says of every clash which rule, which party and which lesson is in the way. */
@Injectable()
export class ClashQueries {
  async describe(read: Read, actor: Actor, found: FoundClashes): Promise<readonly ClashView[]> {
    const ids = found.clashes.flatMap(({ inTheWay: way }) => (way.kind === 'lesson' ? [way.lessonId] : []));
    const rows =
      ids.length === 0
        ? []
        : await read.rows<LessonInTheWay>(inTheWay, [[...new Set(ids)], seesEverything(actor), actor.schoolId]);
    const known = new Map(rows.map((row) => [row.id, row]));
    return found.clashes.map((clash) => ({
      rule: clash.rule,
      role: clash.role,
      party: { id: clash.partyId, name: found.parties.get(clash.partyId)?.name ?? '' },
      wanted: { ...slotText(clash), week: clash.week },
      inTheWay: inTheWayView(clash, found.subject, known),
      moves: found.moves(clash).map(windowView),
    }));
  }
}
