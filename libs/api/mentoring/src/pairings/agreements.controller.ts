import { Controller } from '@nestjs/common';
import { Acting, Door, Input, Transactions } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { InputOf } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { SaveAgreement } from './save-agreement';
import { SaveTemplate } from './save-template';
import { SignAgreement } from './sign-agreement';
import { TemplateQueries } from './template.queries';

/** Agreements and the kinds to begin from. */
@Controller()
export class AgreementsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly saving: SaveAgreement,
    private readonly signing: SignAgreement,
    private readonly templates: TemplateQueries,
    private readonly savingTemplate: SaveTemplate,
  ) {}

  @Door(contracts.saveAgreement)
  save(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.saveAgreement>) {
    return this.saving.execute(actor, input);
  }

  @Door(contracts.signAgreement)
  sign(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.signAgreement>) {
    return this.signing.execute(actor, input);
  }

  @Door(contracts.listTemplates)
  list() {
    return this.transactions.read((read) => this.templates.all(read));
  }

  @Door(contracts.saveTemplate)
  saveTemplate(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.saveTemplate>) {
    return this.savingTemplate.execute(actor, input);
  }
}
