import { Injectable } from '@nestjs/common';
import { Refused } from '@qinglan/api-platform';
import type { InputOf, saveMatchingPeople } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { PeopleStore } from './people.store';
import { RoundKeeper } from './round.keeper';
import { RoundStore } from './round.store';
import { RoundViewer } from './round.viewer';

/** Takes people into a round and out of it. */
@Injectable()
export class SavePeople {
  constructor(
    private readonly keeper: RoundKeeper,
    private readonly people: PeopleStore,
    private readonly store: RoundStore,
    private readonly viewer: RoundViewer,
  ) {}

  execute(actor: Actor, { params, body, version }: InputOf<typeof saveMatchingPeople>): Promise<string> {
    const { roundId } = params;
    return this.keeper.keep({ actor, roundId, version }, async ({ tx, round, by, now }) => {
      if (round.state === 'closed') throw new Refused('matching-state', { detail: round.state });
      await this.people.remove(tx, roundId, body.removeIds);
      await this.people.add(tx, roundId, { ids: body.mentorIds, part: 'mentor' });
      await this.people.add(tx, roundId, { ids: body.menteeIds, part: 'mentee' });
      await this.people.refuseStrangers(tx, round, [...body.mentorIds, ...body.menteeIds]);
      await this.people.refuseCrowd(tx, roundId);
      await this.store.putPlansAside(tx, roundId);
      await this.store.note(tx, roundId, { act: 'matching.people', after: body, by });
      return this.viewer.view(tx, actor, { roundId, now });
    });
  }
}
