import { Controller, Module } from '@nestjs/common';
import { Acting, Door, Input, Transactions } from '@qinglan/api-platform';
import { type InputOf, listPersonHonours, savePersonHonour } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { PersonHonourQueries } from './person-honour.queries';
import { PersonHonourStore } from './person-honour.store';
import { SavePersonHonour } from './save-person-honour';

/** Honours and awards of mentees. */
@Controller()
export class PersonHonoursController {
  constructor(
    private readonly transactions: Transactions,
    private readonly honours: PersonHonourQueries,
    private readonly saving: SavePersonHonour,
  ) {}

  @Door(listPersonHonours)
  list(@Acting() actor: Actor, @Input() { query }: InputOf<typeof listPersonHonours>) {
    return this.transactions.read((read) => this.honours.page(read, actor, query));
  }

  @Door(savePersonHonour)
  save(@Acting() actor: Actor, @Input() input: InputOf<typeof savePersonHonour>) {
    return this.saving.execute(actor, input);
  }
}

/** What mentees were honoured for. */
@Module({
  controllers: [PersonHonoursController],
  providers: [PersonHonourQueries, PersonHonourStore, SavePersonHonour],
})
export class HonoursModule {}
