import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { InputOf } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { SaveAgreement } from './save-agreement';
import { SignAgreement } from './sign-agreement';
import { WithdrawAgreement } from './withdraw-agreement';

/** Agreements: written, signed, and a revision taken back. */
@Controller()
export class AgreementsController {
  constructor(
    private readonly saving: SaveAgreement,
    private readonly signing: SignAgreement,
    private readonly withdrawing: WithdrawAgreement,
  ) {}

  @Door(contracts.saveAgreement)
  save(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.saveAgreement>) {
    return this.saving.execute(actor, input);
  }

  @Door(contracts.signAgreement)
  sign(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.signAgreement>) {
    return this.signing.execute(actor, input);
  }

  @Door(contracts.withdrawAgreement)
  withdraw(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.withdrawAgreement>) {
    return this.withdrawing.execute(actor, input);
  }
}
