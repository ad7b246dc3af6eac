import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orRefuse, Transactions, type Tx } from '@qinglan/api-platform';
import type { InputOf, tellMatchingOffer, tellMatchingWish } from '@qinglan/contracts';
import {
  type Actor,
  beijingDayOf,
  decideChoices,
  decideNaming,
  decideTelling,
  type MatchingRoundId,
  mayTellInMatching,
  type PersonId,
} from '@qinglan/domain';
import { PeopleStore, type Told } from './people.store';
import { refusedMatching, refusedNaming } from './refused-matching';
import { type RoundFacts, RoundQueries } from './round.facts';
import { RoundStore } from './round.store';
import { RoundViewer } from './round.viewer';

type Word = Pick<Told, 'named' | 'specialities' | 'capacity' | 'hoursPerWeek'>;
interface Telling {
  readonly roundId: MatchingRoundId;
  readonly version: number;
  readonly as: 'mentor' | 'mentee';
  readonly word: Word;
}

interface Naming extends Pick<Telling, 'as' | 'word'> {
  readonly personId: PersonId;
}

const wordOf = (specialities: readonly string[]): readonly string[] => [...new Set(specialities)];

/** A mentee tells a wish, a mentor an offer, each for herself. */
@Injectable()
export class TellInRound {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly rounds: RoundQueries,
    private readonly people: PeopleStore,
    private readonly store: RoundStore,
    private readonly viewer: RoundViewer,
  ) {}

  wish(actor: Actor, { params, body, version }: InputOf<typeof tellMatchingWish>): Promise<string> {
    const word = { named: body.choices, specialities: wordOf(body.specialities), capacity: null, hoursPerWeek: null };
    return this.tell(actor, { roundId: params.roundId, version, as: 'mentee', word });
  }

  offer(actor: Actor, { params, body, version }: InputOf<typeof tellMatchingOffer>): Promise<string> {
    const { capacity, hoursPerWeek, order } = body;
    const word = { named: order, specialities: wordOf(body.specialities), capacity, hoursPerWeek };
    return this.tell(actor, { roundId: params.roundId, version, as: 'mentor', word });
  }

  private tell(actor: Actor, { roundId, version, as, word }: Telling): Promise<string> {
    const now = this.clock.now();
    return this.transactions.write(async (tx) => {
      const round = await this.rounds.share(tx, actor, roundId);
      allowOrHide(mayTellInMatching(actor, round, as));
      orRefuse(decideTelling(round, beijingDayOf(now).toString()), refusedMatching);
      await this.checkNames(tx, round, { as, word, personId: actor.personId });
      await this.people.tell(tx, { ...word, roundId, personId: actor.personId, at: now, version });
      const by = { at: now, actorId: actor.personId };
      await this.store.note(tx, roundId, { act: 'matching.told', after: { personId: actor.personId, ...word }, by });
      return this.viewer.view(tx, actor, { roundId, now });
    });
  }

  private async checkNames(tx: Tx, round: RoundFacts, { as, word, personId }: Naming): Promise<void> {
    const { mentors, mentees } = await this.people.members(tx, round.roundId);
    const kept = await this.people.apartFrom(tx, round, { personId, as });
    const apart = new Map(kept.map(({ id, cause }) => [id, cause]));
    const known = new Set(as === 'mentee' ? mentors : mentees);
    const decided =
      as === 'mentee' ? decideChoices(word.named, { known, apart }) : decideNaming(word.named, { known, apart });
    orRefuse(decided, (refusal) => refusedNaming(refusal, new Map(kept.map(({ id, name }) => [id, name]))));
  }
}
