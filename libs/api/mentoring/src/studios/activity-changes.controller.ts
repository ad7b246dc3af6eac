import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import { correctActivity, type InputOf, inviteToActivity } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { CorrectActivity } from './correct-activity';
import { InviteToActivity } from './invite-to-activity';

/** Who takes part in meetings of studios, before and after. */
@Controller()
export class ActivityChangesController {
  constructor(
    private readonly inviting: InviteToActivity,
    private readonly correcting: CorrectActivity,
  ) {}

  @Door(inviteToActivity)
  invite(@Acting() actor: Actor, @Input() input: InputOf<typeof inviteToActivity>) {
    return this.inviting.execute(actor, input);
  }

  @Door(correctActivity)
  correct(@Acting() actor: Actor, @Input() input: InputOf<typeof correctActivity>) {
    return this.correcting.execute(actor, input);
  }
}
