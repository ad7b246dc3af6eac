import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { InputOf } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { DecidePetition } from './decide-petition';
import { EndPairing } from './end-pairing';
import { EndPairings } from './end-pairings';
import { KeepPairing } from './keep-pairing';
import { PetitionPairing } from './petition-pairing';

/** How a pairing is paused, assessed and ended, and who asked for that. */
@Controller()
export class PairingEndsController {
  constructor(
    private readonly keeping: KeepPairing,
    private readonly ending: EndPairing,
    private readonly endingMany: EndPairings,
    private readonly petitioning: PetitionPairing,
    private readonly deciding: DecidePetition,
  ) {}

  @Door(contracts.assessPairing)
  assess(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.assessPairing>) {
    return this.keeping.assess(actor, input);
  }

  @Door(contracts.pausePairing)
  pause(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.pausePairing>) {
    return this.keeping.pause(actor, input);
  }

  @Door(contracts.resumePairing)
  resume(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.resumePairing>) {
    return this.keeping.resume(actor, input);
  }

  @Door(contracts.endPairing)
  end(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.endPairing>) {
    return this.ending.execute(actor, input);
  }

  @Door(contracts.endPairings)
  endMany(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.endPairings>) {
    return this.endingMany.execute(actor, input);
  }

  @Door(contracts.petitionPairing)
  petition(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.petitionPairing>) {
    return this.petitioning.execute(actor, input);
  }

  @Door(contracts.decidePetition)
  decide(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.decidePetition>) {
    return this.deciding.execute(actor, input);
  }
}
