import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { InputOf } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { ReadRounds } from './read-rounds';
import { SavePeople } from './save-people';
import { SaveRound } from './save-round';
import { StepRound } from './step-round';
import { TellInRound } from './tell-in-round';

/** Matching rounds, who is in one, and what each says there. */
@Controller()
export class MatchingController {
  constructor(
    private readonly reading: ReadRounds,
    private readonly saving: SaveRound,
    private readonly stepping: StepRound,
    private readonly people: SavePeople,
    private readonly telling: TellInRound,
  ) {}

  @Door(contracts.listMatchingRounds)
  list(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.listMatchingRounds>) {
    return this.reading.list(actor, input);
  }

  @Door(contracts.readMatchingRound)
  read(@Acting() actor: Actor, @Input() { params }: InputOf<typeof contracts.readMatchingRound>) {
    return this.reading.one(actor, params.roundId);
  }

  @Door(contracts.saveMatchingRound)
  save(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.saveMatchingRound>) {
    return this.saving.execute(actor, input);
  }

  @Door(contracts.stepMatchingRound)
  step(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.stepMatchingRound>) {
    return this.stepping.execute(actor, input);
  }

  @Door(contracts.listMatchingPeople)
  inRound(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.listMatchingPeople>) {
    return this.reading.people(actor, input);
  }

  @Door(contracts.listMatchingCandidates)
  candidates(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.listMatchingCandidates>) {
    return this.reading.candidates(actor, input);
  }

  @Door(contracts.saveMatchingPeople)
  savePeople(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.saveMatchingPeople>) {
    return this.people.execute(actor, input);
  }

  @Door(contracts.tellMatchingWish)
  wish(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.tellMatchingWish>) {
    return this.telling.wish(actor, input);
  }

  @Door(contracts.tellMatchingOffer)
  offer(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.tellMatchingOffer>) {
    return this.telling.offer(actor, input);
  }
}
