import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import { type InputOf, listSeries, previewSeries, readSeries, saveSeries } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { PreviewSeries } from './preview-series';
import { ReadSeries } from './read-series';
import { SaveSeries } from './save-series';

/** Drafts of a term of lessons. */
@Controller()
export class SeriesController {
  constructor(
    private readonly series: ReadSeries,
    private readonly save: SaveSeries,
    private readonly preview: PreviewSeries,
  ) {}

  @Door(listSeries)
  list(@Acting() actor: Actor, @Input() { query }: InputOf<typeof listSeries>) {
    return this.series.page(actor, query);
  }

  @Door(readSeries)
  read(@Acting() actor: Actor, @Input() { params }: InputOf<typeof readSeries>) {
    return this.series.one(actor, params.seriesId);
  }

  @Door(saveSeries)
  saveSeries(@Acting() actor: Actor, @Input() input: InputOf<typeof saveSeries>) {
    return this.save.execute(actor, input);
  }

  @Door(previewSeries)
  previewSeries(@Acting() actor: Actor, @Input() input: InputOf<typeof previewSeries>) {
    return this.preview.execute(actor, input);
  }
}
