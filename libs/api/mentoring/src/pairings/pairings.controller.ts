import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { InputOf } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { ConsentToPairing } from './consent-to-pairing';
import { ReadPairings } from './read-pairings';
import { ShareObservations } from './share-observations';

/** Pairings, what paid them, and the word of the two. */
@Controller()
export class PairingsController {
  constructor(
    private readonly reading: ReadPairings,
    private readonly consenting: ConsentToPairing,
    private readonly sharing: ShareObservations,
  ) {}

  @Door(contracts.listPairings)
  list(@Acting() actor: Actor, @Input() { query }: InputOf<typeof contracts.listPairings>) {
    return this.reading.page(actor, query);
  }

  @Door(contracts.readPairingChoices)
  choices(@Acting() actor: Actor) {
    return this.reading.choices(actor);
  }

  @Door(contracts.readPairing)
  read(@Acting() actor: Actor, @Input() { params }: InputOf<typeof contracts.readPairing>) {
    return this.reading.one(actor, params.pairingId);
  }

  @Door(contracts.readPairingHistory)
  history(@Acting() actor: Actor, @Input() asked: InputOf<typeof contracts.readPairingHistory>) {
    return this.reading.history(actor, asked);
  }

  @Door(contracts.listCredits)
  credits(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.listCredits>) {
    return this.reading.credits(actor, input);
  }

  @Door(contracts.consentToPairing)
  consent(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.consentToPairing>) {
    return this.consenting.execute(actor, input);
  }

  @Door(contracts.shareObservations)
  share(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.shareObservations>) {
    return this.sharing.execute(actor, input);
  }
}
