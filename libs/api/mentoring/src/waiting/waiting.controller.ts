import { Controller } from '@nestjs/common';
import { Acting, Door } from '@qinglan/api-platform';
import { listWaiting } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { ReadWaiting } from './read-waiting';

/** What waits for the reader. */
@Controller()
export class WaitingController {
  constructor(private readonly waiting: ReadWaiting) {}

  @Door(listWaiting)
  list(@Acting() actor: Actor) {
    return this.waiting.execute(actor);
  }
}
