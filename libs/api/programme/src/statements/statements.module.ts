import { Module } from '@nestjs/common';
import { SaveStatement } from './save-statement';
import { StatementQueries } from './statement.queries';
import { StatementStore } from './statement.store';
import { StatementsController } from './statements.controller';

/** Facts that a source states and no other row holds. */
@Module({
  controllers: [StatementsController],
  providers: [SaveStatement, StatementQueries, StatementStore],
  exports: [StatementStore],
})
export class StatementsModule {}
