import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import {
  type InputOf,
  listHeardOnDay,
  listObservable,
  listObservableLessons,
  listObservations,
  listPairingObservations,
} from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { ListObservations } from './list-observations';

/** What was heard, and what can be heard. */
@Controller()
export class ObservationListsController {
  constructor(private readonly listing: ListObservations) {}

  @Door(listObservations)
  own(@Acting() actor: Actor, @Input() { query }: InputOf<typeof listObservations>) {
    return this.listing.own(actor, query);
  }

  @Door(listPairingObservations)
  ofPairing(@Acting() actor: Actor, @Input() input: InputOf<typeof listPairingObservations>) {
    return this.listing.ofPairing(actor, input);
  }

  @Door(listHeardOnDay)
  onDay(@Acting() actor: Actor, @Input() input: InputOf<typeof listHeardOnDay>) {
    return this.listing.onDay(actor, input);
  }

  @Door(listObservable)
  pairings(@Acting() actor: Actor, @Input() { query }: InputOf<typeof listObservable>) {
    return this.listing.observablePairings(actor, query.lessonId);
  }

  @Door(listObservableLessons)
  lessons(@Acting() actor: Actor, @Input() input: InputOf<typeof listObservableLessons>) {
    return this.listing.observableLessons(actor, input);
  }
}
