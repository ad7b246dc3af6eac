import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, Transactions } from '@qinglan/api-platform';
import type { InputOf, saveClass } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { ClassQueries } from './class.queries';
import { ClassStore } from './class.store';
import { mayKeep } from './near';

/** Adds a class or changes it; a coordinator does so for the own school. */
@Injectable()
export class SaveClass {
  constructor(
    private readonly transactions: Transactions,
    private readonly classes: ClassStore,
    private readonly queries: ClassQueries,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, { params, body: row, version }: InputOf<typeof saveClass>): Promise<string> {
    const id = params.classId;
    return this.transactions.write(async (tx) => {
      const before = await this.classes.lock(tx, id);
      const schools = [before?.row.organisationId, row.organisationId];
      allowOrHide(mayKeep(actor, { kind: 'class', schools }));
      await this.classes.save(tx, { before, id, version, row }, { at: this.clock.now(), actorId: actor.personId });
      return this.queries.one(tx, id);
    });
  }
}
