import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, Refused, Transactions, type Tx } from '@qinglan/api-platform';
import type { InputOf, savePartnership } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { mayKeep } from './near';
import { OrganisationQueries } from './organisation.queries';
import { PartnershipQueries } from './partnership.queries';
import { type PartnershipRow, PartnershipStore } from './partnership.store';

/** Adds a partnership or changes it: its days, its schools. */
@Injectable()
export class SavePartnership {
  constructor(
    private readonly transactions: Transactions,
    private readonly partnerships: PartnershipStore,
    private readonly queries: PartnershipQueries,
    private readonly organisations: OrganisationQueries,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, { params, body: row, version }: InputOf<typeof savePartnership>): Promise<string> {
    const id = params.partnershipId;
    return this.transactions.write(async (tx) => {
      const before = await this.partnerships.lock(tx, id);
      allowOrHide(mayKeep(actor, { kind: 'partnership', schools: [row.supportingSchoolId, row.receivingSchoolId] }));
      await this.refuseOthersThanSchools(tx, row);
      await this.partnerships.save(tx, { before, id, version, row }, { at: this.clock.now(), actorId: actor.personId });
      return this.queries.one(tx, id);
    });
  }

  /** Hospitals and delegations mentor, but only schools teach together. */
  private async refuseOthersThanSchools(tx: Tx, row: PartnershipRow): Promise<void> {
    const given = ['supportingSchoolId', 'receivingSchoolId'] as const;
    const schools = await this.organisations.schoolsAmong(
      tx,
      given.map((field) => row[field]),
    );
    const errors = given
      .filter((field) => !schools.has(row[field]))
      .map((field) => ({ pointer: `#/${field}`, detail: 'no such school' }));
    if (errors.length > 0) throw new Refused('invalid-input', { errors });
  }
}
