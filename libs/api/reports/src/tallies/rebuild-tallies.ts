import { Injectable } from '@nestjs/common';
import { statement, Transactions } from '@qinglan/api-platform';

const oneSnapshot = statement('report-one-snapshot', 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
const unhurried = statement('report-unhurried', "SET LOCAL statement_timeout = '0'");
const rebuild = statement('report-tally-rebuild', 'SELECT lesson_tally_rebuild()');

/** Tallies every lesson anew, out of one snapshot: nobody who books waits, and what is booked meanwhile is kept. */
@Injectable()
export class RebuildTallies {
  constructor(private readonly transactions: Transactions) {}

  execute(): Promise<void> {
    return this.transactions.write(async (tx) => {
      await tx.run(oneSnapshot);
      await tx.run(unhurried);
      await tx.run(rebuild);
    });
  }
}
