import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@qinglan/api-platform';
import type { Actor } from '@qinglan/domain';
import { WaitingQueries } from './waiting.queries';

/** Tells somebody what waits for them. */
@Injectable()
export class ReadWaiting {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly waiting: WaitingQueries,
  ) {}

  execute(actor: Actor): Promise<string> {
    return this.transactions.read((read) => this.waiting.of(read, actor, this.clock.now()));
  }
}
