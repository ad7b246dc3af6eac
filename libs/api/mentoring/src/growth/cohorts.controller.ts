import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { InputOf } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { CloseCohort } from './close-cohort';
import { ReadCohorts } from './read-cohorts';

/** Cohorts that leave, and petitions that wait. */
@Controller()
export class CohortsController {
  constructor(
    private readonly reading: ReadCohorts,
    private readonly closing: CloseCohort,
  ) {}

  @Door(contracts.listCohorts)
  list(@Acting() actor: Actor) {
    return this.reading.list(actor);
  }

  @Door(contracts.readCohort)
  read(@Acting() actor: Actor, @Input() { params }: InputOf<typeof contracts.readCohort>) {
    return this.reading.one(actor, params.cohort);
  }

  @Door(contracts.listCohortPairings)
  pairings(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.listCohortPairings>) {
    return this.reading.pairings(actor, input);
  }

  @Door(contracts.closeCohort)
  close(@Acting() actor: Actor, @Input() { params }: InputOf<typeof contracts.closeCohort>) {
    return this.closing.execute(actor, params.cohort);
  }

  @Door(contracts.listPetitions)
  petitions(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.listPetitions>) {
    return this.reading.petitions(actor, input);
  }
}
