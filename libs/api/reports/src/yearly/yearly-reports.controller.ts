import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import * as contracts from '@qinglan/contracts';
import type { InputOf } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { ArrangeSections } from './arrange-sections';
import { OpenReport } from './open-report';
import { ReadYearly } from './read-yearly';
import { WriteSections } from './write-sections';

/** The draft of a year's report, and how it is written. */
@Controller()
export class YearlyReportsController {
  constructor(
    private readonly reading: ReadYearly,
    private readonly opening: OpenReport,
    private readonly writing: WriteSections,
    private readonly arranging: ArrangeSections,
  ) {}

  @Door(contracts.listYearlyReports)
  list(@Acting() actor: Actor) {
    return this.reading.list(actor);
  }

  @Door(contracts.openYearlyReport)
  async open(@Acting() actor: Actor, @Input() { params }: InputOf<typeof contracts.openYearlyReport>) {
    await this.opening.execute(actor, params.year);
    return this.reading.draft(actor, params.year);
  }

  @Door(contracts.readYearlyReport)
  read(@Acting() actor: Actor, @Input() { params, query }: InputOf<typeof contracts.readYearlyReport>) {
    return query.rows === 'compared'
      ? this.reading.wholeDraft(actor, params.year)
      : this.reading.draft(actor, params.year);
  }

  @Door(contracts.readYearlyHistory)
  history(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.readYearlyHistory>) {
    return this.reading.history(actor, input);
  }

  @Door(contracts.editYearlySection)
  async edit(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.editYearlySection>) {
    await this.writing.edit(actor, input);
    return this.reading.draft(actor, input.params.year);
  }

  @Door(contracts.addYearlySection)
  async add(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.addYearlySection>) {
    await this.writing.add(actor, input);
    return this.reading.draft(actor, input.params.year);
  }

  @Door(contracts.orderYearlySections)
  async order(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.orderYearlySections>) {
    await this.writing.order(actor, input);
    return this.reading.draft(actor, input.params.year);
  }

  @Door(contracts.arrangeYearlySection)
  async arrange(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.arrangeYearlySection>) {
    await this.arranging.arrange(actor, input);
    return this.reading.draft(actor, input.params.year);
  }

  @Door(contracts.removeYearlySection)
  async remove(@Acting() actor: Actor, @Input() input: InputOf<typeof contracts.removeYearlySection>) {
    await this.arranging.remove(actor, input);
    return this.reading.draft(actor, input.params.year);
  }
}
