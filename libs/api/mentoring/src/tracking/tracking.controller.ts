import { Controller, Headers, StreamableFile } from '@nestjs/common';
import { Acting, Door, Input, spokenLanguage } from '@qinglan/api-platform';
import {
  downloadTracking,
  type InputOf,
  listMentorLoads,
  listPairingsToActOn,
  readObligationTotals,
  readTrackingChoices,
  readTrackingFigures,
  readVisitEquity,
} from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { ExportTracking } from './export-tracking';
import { ReadTracking } from './read-tracking';

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const disposition = `attachment; filename="pairings.xlsx"; filename*=UTF-8''${encodeURIComponent('青蓝师徒结对.xlsx')}`;

/** The tracking board and its workbook. */
@Controller()
export class TrackingController {
  constructor(
    private readonly tracking: ReadTracking,
    private readonly exporting: ExportTracking,
  ) {}

  @Door(readTrackingFigures)
  figures(@Acting() actor: Actor, @Input() { query }: InputOf<typeof readTrackingFigures>) {
    return this.tracking.figures(actor, query);
  }

  @Door(readVisitEquity)
  equity(@Acting() actor: Actor, @Input() { query }: InputOf<typeof readVisitEquity>) {
    return this.tracking.equity(actor, query);
  }

  @Door(listMentorLoads)
  loads(@Acting() actor: Actor, @Input() { query }: InputOf<typeof listMentorLoads>) {
    return this.tracking.loads(actor, query);
  }

  @Door(readObligationTotals)
  totals(@Acting() actor: Actor, @Input() { query }: InputOf<typeof readObligationTotals>) {
    return this.tracking.totals(actor, query);
  }

  @Door(listPairingsToActOn)
  toActOn(@Acting() actor: Actor, @Input() { query }: InputOf<typeof listPairingsToActOn>) {
    return this.tracking.toActOn(actor, query);
  }

  @Door(readTrackingChoices)
  choices(@Acting() actor: Actor) {
    return this.tracking.choices(actor);
  }

  @Door(downloadTracking)
  async download(
    @Acting() actor: Actor,
    @Input() { query }: InputOf<typeof downloadTracking>,
    @Headers('accept-language') wanted?: string,
  ): Promise<StreamableFile> {
    const stream = await this.exporting.execute(actor, { filters: query, language: spokenLanguage(wanted) });
    return new StreamableFile(stream, { type: workbook, disposition });
  }
}
