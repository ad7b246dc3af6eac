import { randomUUID } from 'node:crypto';
import { aPartnership, aSchool, type House, type School } from '../../support';

/** Lessons to be made past the doors. */
export interface LessonsWish {
  readonly at: string;
  readonly state: string;
  /** Which of the three pairs of schools. */
  readonly pair: number;
  readonly minutes: number | null;
  readonly isMakeUp: boolean;
  readonly many: number;
}

/** Three pairs of schools whose lessons are made in sets. */
export interface ReportedTown {
  readonly schools: readonly School[];
  make(wish: LessonsWish): Promise<readonly string[]>;
}

/** A town of which only what is counted matters: lessons are written without holds. */
export async function aReportedTown(house: Pick<House, 'sql'>): Promise<ReportedTown> {
  const schools = await Promise.all(
    ['hangzhou', 'aksu', 'aksu', 'aksu'].map((sideId) => aSchool(house, { bell: 'AK-SECONDARY', sideId })),
  );
  const [presenting] = schools as [School, ...School[]];
  const pairs = await Promise.all(schools.slice(1).map((receiving) => aPair(house, presenting, receiving)));
  return {
    schools,
    async make(wish) {
      const pair = pairs[wish.pair % pairs.length];
      if (!pair) throw new Error('no pair');
      const ids = Array.from({ length: wish.many }, () => randomUUID());
      await house.sql(
        `INSERT INTO lesson (id, proposal_id, partnership_id, kind, subject, state, starts_at, ends_at, presenting_school_id,
           receiving_school_id, presenter_id, local_teacher_id, receiving_class_id, presenting_classroom_id,
           receiving_classroom_id, effective_minutes, replaces_lesson_id)
         SELECT w.id, p.proposal_id, p.partnership_id, (ARRAY['synchronous', 'tutoring', 'diagnosis'])[1 + w.place % 3], '数学',
           $3, $4::timestamptz, $4::timestamptz + interval '40 minutes', p.presenting_school_id, p.receiving_school_id,
           p.presenter_id, p.presenter_id, CASE WHEN w.place % 2 = 0 THEN p.receiving_class_id END, p.presenting_classroom_id,
           p.receiving_classroom_id, $5, CASE WHEN $6 THEN w.id END
         FROM unnest($1::uuid[]) WITH ORDINALITY AS w (id, place),
           jsonb_to_record($2::jsonb) AS p (proposal_id uuid, partnership_id uuid, presenting_school_id uuid, receiving_school_id uuid,
             presenter_id uuid, receiving_class_id uuid, presenting_classroom_id uuid, receiving_classroom_id uuid)`,
        [ids, JSON.stringify(pair), wish.state, wish.at, wish.minutes, wish.isMakeUp],
      );
      return ids;
    },
  };
}

async function aPair(house: Pick<House, 'sql'>, presenting: School, receiving: School) {
  const partnership = await aPartnership(house, presenting, receiving);
  const [proposal] = await house.sql<{ id: string }>(
    `INSERT INTO proposal (id, partnership_id, from_school_id, to_school_id, proposed_by, proposed_at, expires_at, asked, closed_at)
     VALUES ($1, $2, $3, $4, $5, '2025-01-01T00:00:00Z', '2025-01-09T00:00:00Z', '-', '2025-01-02T00:00:00Z') RETURNING id`,
    [randomUUID(), partnership, presenting.id, receiving.id, presenting.coordinator.id],
  );
  return {
    proposal_id: proposal?.id,
    partnership_id: partnership,
    presenting_school_id: presenting.id,
    receiving_school_id: receiving.id,
    presenter_id: presenting.coordinator.id,
    receiving_class_id: receiving.classes[0].id,
    presenting_classroom_id: presenting.classrooms[0].id,
    receiving_classroom_id: receiving.classrooms[0].id,
  };
}
