import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import {
  type InputOf,
  listIndicators,
  listYears,
  previewIndicator,
  readBreakdown,
  readFigures,
  readIndicator,
  saveIndicator,
} from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { PreviewIndicator } from './preview-indicator';
import { ReadBreakdown } from './read-breakdown';
import { ReadFigures } from './read-figures';
import { ReadIndicators } from './read-indicators';
import { SaveIndicator } from './save-indicator';

/** Years, their numbers, what each number means, and each by one dimension. */
@Controller()
export class IndicatorsController {
  constructor(
    private readonly figures: ReadFigures,
    private readonly indicators: ReadIndicators,
    private readonly saving: SaveIndicator,
    private readonly preview: PreviewIndicator,
    private readonly breakdowns: ReadBreakdown,
  ) {}

  @Door(listYears)
  years(@Acting() actor: Actor) {
    return this.figures.years(actor);
  }

  @Door(readFigures)
  ofYear(@Acting() actor: Actor, @Input() input: InputOf<typeof readFigures>) {
    return this.figures.ofYear(actor, input);
  }

  @Door(listIndicators)
  list(@Acting() actor: Actor) {
    return this.indicators.all(actor);
  }

  @Door(readIndicator)
  read(@Acting() actor: Actor, @Input() input: InputOf<typeof readIndicator>) {
    return this.indicators.one(actor, input);
  }

  @Door(saveIndicator)
  save(@Acting() actor: Actor, @Input() input: InputOf<typeof saveIndicator>) {
    return this.saving.execute(actor, input);
  }

  @Door(previewIndicator)
  previewed(@Acting() actor: Actor, @Input() input: InputOf<typeof previewIndicator>) {
    return this.preview.execute(actor, input);
  }

  @Door(readBreakdown)
  breakdown(@Acting() actor: Actor, @Input() input: InputOf<typeof readBreakdown>) {
    return this.breakdowns.execute(actor, input);
  }
}
