import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, Transactions } from '@qinglan/api-platform';
import type { InputOf, savePerson } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { PersonQueries } from './person.queries';
import { PersonStore } from './person.store';
import { mayKeep } from './near';

/** Adds a person or changes the entry; a coordinator does so for the own school, administrators and viewers excepted. */
@Injectable()
export class SavePerson {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonStore,
    private readonly queries: PersonQueries,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, { params, body: row, version }: InputOf<typeof savePerson>): Promise<string> {
    const id = params.personId;
    return this.transactions.write(async (tx) => {
      const before = await this.people.lock(tx, id);
      const schools = [before?.row.organisationId, row.organisationId];
      const roles = [...(before?.row.roles ?? []), ...row.roles];
      allowOrHide(mayKeep(actor, { kind: 'person', schools, roles }));
      await this.people.save(tx, { before, id, version, row }, { at: this.clock.now(), actorId: actor.personId });
      return this.queries.one(tx, id);
    });
  }
}
