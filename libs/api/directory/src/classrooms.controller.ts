import { Controller } from '@nestjs/common';
import { Acting, Door, Input, Transactions } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { InputOf } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { ClassroomQueries } from './classroom.queries';
import { SaveClassroom } from './save-classroom';

/** Classrooms of the register. */
@Controller()
export class ClassroomsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: ClassroomQueries,
    private readonly saveClassroom: SaveClassroom,
  ) {}

  @Door(contracts.listClassrooms)
  list(@Input() input: InputOf<typeof contracts.listClassrooms>, @Acting() actor: Actor): Promise<string> {
    return this.transactions.read((read) => this.queries.list(read, actor, input.query));
  }

  @Door(contracts.saveClassroom)
  save(@Input() input: InputOf<typeof contracts.saveClassroom>, @Acting() actor: Actor): Promise<string> {
    return this.saveClassroom.execute(actor, input);
  }
}
