import { Controller } from '@nestjs/common';
import { Acting, Door, Input, Transactions } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { InputOf } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { SaveTemplate } from './save-template';
import { TemplateQueries } from './template.queries';

/** The kinds of agreement to begin from. */
@Controller()
export class TemplatesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly templates: TemplateQueries,
    private readonly saving: SaveTemplate,
  ) {}

  @Door(contracts.listTemplates)
  list() {
    return this.transactions.read((read) => this.templates.all(read));
  }

  @Door(contracts.saveTemplate)
  save(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.saveTemplate>) {
    return this.saving.execute(actor, input);
  }
}
