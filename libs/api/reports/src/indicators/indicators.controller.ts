import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import {
  type InputOf,
  listIndicators,
  listYears,
  previewIndicator,
  readFigures,
  readIndicator,
  saveIndicator,
} from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { PreviewIndicator } from './preview-indicator';
import { ReadFigures } from './read-figures';
import { ReadIndicators } from './read-indicators';
import { SaveIndicator } from './save-indicator';

/** Years, their numbers, and what each number means. */
@Controller()
export class IndicatorsController {
  constructor(
    private readonly figures: ReadFigures,
    private readonly indicators: ReadIndicators,
    private readonly saving: SaveIndicator,
    private readonly preview: PreviewIndicator,
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
}
