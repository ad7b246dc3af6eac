import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, Transactions, type Tx } from '@qinglan/api-platform';
import type { InputOf, saveOrganisation } from '@qinglan/contracts';
import type { Actor, BellScheduleId } from '@qinglan/domain';
import { mayKeep } from './near';
import { OrganisationQueries } from './organisation.queries';
import { OrganisationStore } from './organisation.store';
import { invalid } from './register-table';

/** Adds an organisation or changes it; a name it no longer bears is kept with the day it ended. */
@Injectable()
export class SaveOrganisation {
  constructor(
    private readonly transactions: Transactions,
    private readonly organisations: OrganisationStore,
    private readonly queries: OrganisationQueries,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, { params, body, version }: InputOf<typeof saveOrganisation>): Promise<string> {
    const id = params.organisationId;
    const { bellScheduleCode, ...fields } = body;
    return this.transactions.write(async (tx) => {
      const before = await this.organisations.lock(tx, id);
      allowOrHide(mayKeep(actor, { kind: 'organisation', schools: [id] }));
      const row = { ...fields, bellScheduleId: await this.bellSchedule(tx, bellScheduleCode) };
      await this.organisations.save(
        tx,
        { before, id, version, row },
        { at: this.clock.now(), actorId: actor.personId },
      );
      return this.queries.one(tx, id);
    });
  }

  private async bellSchedule(tx: Tx, code: string | null): Promise<BellScheduleId | null> {
    if (code === null) return null;
    const id = await this.queries.bellScheduleOf(tx, code);
    if (id === null) throw invalid('#/bellScheduleCode', 'no such bell schedule')();
    return id;
  }
}
