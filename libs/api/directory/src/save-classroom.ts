import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, Transactions } from '@qinglan/api-platform';
import type { InputOf, saveClassroom } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { ClassroomQueries } from './classroom.queries';
import { ClassroomStore } from './classroom.store';
import { mayKeep } from './near';

/** Adds a classroom or changes it; a coordinator does so for the own school. */
@Injectable()
export class SaveClassroom {
  constructor(
    private readonly transactions: Transactions,
    private readonly classrooms: ClassroomStore,
    private readonly queries: ClassroomQueries,
    private readonly clock: Clock,
  ) {}

  execute(actor: Actor, { params, body: row, version }: InputOf<typeof saveClassroom>): Promise<string> {
    const id = params.classroomId;
    return this.transactions.write(async (tx) => {
      const before = await this.classrooms.lock(tx, id);
      const schools = [before?.row.organisationId, row.organisationId];
      allowOrHide(mayKeep(actor, { kind: 'classroom', schools }));
      await this.classrooms.save(tx, { before, id, version, row }, { at: this.clock.now(), actorId: actor.personId });
      return this.queries.one(tx, id);
    });
  }
}
