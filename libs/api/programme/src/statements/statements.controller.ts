import { Controller } from '@nestjs/common';
import { Acting, allowOrHide, Door, Input, Transactions } from '@qinglan/api-platform';
import { type InputOf, listStatements, saveStatement } from '@qinglan/contracts';
import { type Actor, mayReadFigures } from '@qinglan/domain';
import { SaveStatement } from './save-statement';
import { StatementQueries } from './statement.queries';

/** Facts that a source states. */
@Controller()
export class StatementsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly statements: StatementQueries,
    private readonly saving: SaveStatement,
  ) {}

  @Door(listStatements)
  list(@Acting() actor: Actor, @Input() { params }: InputOf<typeof listStatements>) {
    allowOrHide(mayReadFigures(actor));
    return this.transactions.read((read) => this.statements.ofYear(read, params.year));
  }

  @Door(saveStatement)
  save(@Acting() actor: Actor, @Input() input: InputOf<typeof saveStatement>) {
    return this.saving.execute(actor, input);
  }
}
