import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@qinglan/api-platform';
import { RoomLog } from './room-log.store';

const KEPT_HOURS = 24;

/** Forgets the moves of rooms after a day; the intervals stay. */
@Injectable()
export class PruneRooms {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly log: RoomLog,
  ) {}

  async execute(): Promise<void> {
    const olderThan = this.clock.now().subtract({ hours: KEPT_HOURS });
    while ((await this.transactions.write((tx) => this.log.prune(tx, olderThan))) > 0);
  }
}
