import { Injectable } from '@nestjs/common';
import { mayKeep } from '@qinglan/api-directory';
import { allowOrHide, Clock, Refused, Transactions } from '@qinglan/api-platform';
import type { InputOf, saveBellSchedule } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { bellErrors } from './bell-errors';
import { BellScheduleQueries } from './bell-schedule.queries';
import { BellScheduleStore } from './bell-schedule.store';

/** Adds a bell schedule or changes it whole; one that could not ring every day of the year is refused. */
@Injectable()
export class SaveBellSchedule {
  constructor(
    private readonly transactions: Transactions,
    private readonly schedules: BellScheduleStore,
    private readonly queries: BellScheduleQueries,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, { params, body: row, version }: InputOf<typeof saveBellSchedule>): Promise<string> {
    const id = params.bellScheduleId;
    return this.transactions.write(async (tx) => {
      const before = await this.schedules.lock(tx, id);
      allowOrHide(mayKeep(actor, { kind: 'bell-schedule', schools: [null] }));
      const errors = bellErrors(row);
      if (errors.length > 0) throw new Refused('bell-unsound', { errors: [...errors] });
      await this.schedules.save(tx, { before, id, version, row }, { at: this.clock.now(), actorId: actor.personId });
      return this.queries.one(tx, id);
    });
  }
}
