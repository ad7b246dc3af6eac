import { Injectable } from '@nestjs/common';
import { History, Refused, statement, type Tx } from '@qinglan/api-platform';
import type { By } from '@qinglan/api-directory';
import type { Goal, PairingId } from '@qinglan/domain';

const find = statement('growth-plan-find', 'SELECT goals, version FROM growth_plan WHERE pairing_id = $1');
const save = statement(
  'growth-plan-save',
  `INSERT INTO growth_plan (pairing_id, goals, changed_at, changed_by) VALUES ($1, $2::jsonb, $3, $4)
   ON CONFLICT (pairing_id) DO UPDATE SET goals = excluded.goals, changed_at = excluded.changed_at,
     changed_by = excluded.changed_by, version = growth_plan.version + 1`,
);

interface Found {
  readonly goals: readonly unknown[];
  readonly version: number;
}

/** The only writer of `growth_plan`; the pairing is locked. */
@Injectable()
export class GrowthPlanStore {
  constructor(private readonly history: History) {}

  /** Writes the plan where it is still as it was read; the same first plan sent twice is written once. */
  async save(
    tx: Tx,
    pairingId: PairingId,
    { goals, version, by }: { readonly goals: readonly Goal[]; readonly version: number; readonly by: By },
  ): Promise<void> {
    const before = await tx.row<Found>(find, [pairingId]);
    const after = goals.map((goal) => ({ ...goal, byDay: goal.byDay.toString() }));
    if (version === 0 && before?.version === 1 && isSame(before.goals, after)) return;
    if ((before?.version ?? 0) !== version) throw new Refused('stale');
    await tx.run(save, [pairingId, JSON.stringify(after), by.at.toString(), by.actorId]);
    const detail = { before: { goals: before?.goals ?? [] }, after: { goals: after } };
    await this.history.add(tx, by, [{ subjectId: pairingId, act: 'growth.plan-written', detail }]);
  }
}

const fields = ['title', 'seenBy', 'byDay', 'state'] as const;
const lineOf = (goal: unknown): string =>
  JSON.stringify(fields.map((name) => (goal as Readonly<Record<string, unknown>>)[name]));

/** jsonb forgets the order of fields. */
const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.map(lineOf).join('\n') === b.map(lineOf).join('\n');
