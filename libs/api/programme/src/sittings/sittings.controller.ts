import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import { arrangeSitting, cancelSitting, type InputOf, moveSitting } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { ArrangeSitting } from './arrange-sitting';
import { ChangeSitting } from './change-sitting';

/** Times and places of items. */
@Controller()
export class SittingsController {
  constructor(
    private readonly arranging: ArrangeSitting,
    private readonly changing: ChangeSitting,
  ) {}

  @Door(arrangeSitting)
  arrange(@Acting() actor: Actor, @Input() input: InputOf<typeof arrangeSitting>) {
    return this.arranging.execute(actor, input);
  }

  @Door(moveSitting)
  move(@Acting() actor: Actor, @Input() input: InputOf<typeof moveSitting>) {
    return this.changing.move(actor, input);
  }

  @Door(cancelSitting)
  cancel(@Acting() actor: Actor, @Input() input: InputOf<typeof cancelSitting>) {
    return this.changing.cancel(actor, input);
  }
}
