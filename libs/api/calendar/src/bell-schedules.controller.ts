import { Controller } from '@nestjs/common';
import { Acting, Door, Input, Transactions } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { InputOf } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { BellScheduleQueries } from './bell-schedule.queries';
import { SaveBellSchedule } from './save-bell-schedule';

/** Bell schedules of the register. */
@Controller()
export class BellSchedulesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: BellScheduleQueries,
    private readonly saveBellSchedule: SaveBellSchedule,
  ) {}

  @Door(contracts.listBellSchedules)
  list(@Input() input: InputOf<typeof contracts.listBellSchedules>): Promise<string> {
    return this.transactions.read((read) => this.queries.list(read, input.query));
  }

  @Door(contracts.saveBellSchedule)
  save(@Input() input: InputOf<typeof contracts.saveBellSchedule>, @Acting() actor: Actor): Promise<string> {
    return this.saveBellSchedule.execute(actor, input);
  }
}
