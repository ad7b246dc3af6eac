import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { InputOf } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { AddPortfolioItem } from './add-portfolio-item';
import { ReadGrowth } from './read-growth';
import { SaveGrowthPlan } from './save-growth-plan';
import { WithdrawPortfolioItem } from './withdraw-portfolio-item';
import { WriteGrowthText } from './write-growth-text';

/** What a pairing grows towards: plan, texts and portfolio. */
@Controller()
export class GrowthController {
  constructor(
    private readonly reading: ReadGrowth,
    private readonly plans: SaveGrowthPlan,
    private readonly texts: WriteGrowthText,
    private readonly adding: AddPortfolioItem,
    private readonly withdrawing: WithdrawPortfolioItem,
  ) {}

  @Door(contracts.readGrowth)
  read(@Acting() actor: Actor, @Input() { params }: InputOf<typeof contracts.readGrowth>) {
    return this.reading.execute(actor, params.pairingId);
  }

  @Door(contracts.saveGrowthPlan)
  plan(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.saveGrowthPlan>) {
    return this.plans.execute(actor, input);
  }

  @Door(contracts.saveGrowthText)
  write(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.saveGrowthText>) {
    return this.texts.write(actor, input);
  }

  @Door(contracts.replyToGrowthText)
  reply(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.replyToGrowthText>) {
    return this.texts.reply(actor, input);
  }

  @Door(contracts.addPortfolioItem)
  add(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.addPortfolioItem>) {
    return this.adding.execute(actor, input);
  }

  @Door(contracts.withdrawPortfolioItem)
  withdraw(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.withdrawPortfolioItem>) {
    return this.withdrawing.execute(actor, input);
  }
}
