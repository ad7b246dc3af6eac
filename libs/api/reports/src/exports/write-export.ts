import { finished } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Clock, orNotFound, type Read, Refused } from '@qinglan/api-platform';
import { beijingDayOf, isCounting, mostRowsOfFile } from '@qinglan/domain';
import { lastDayOf } from '../indicators/asked-span';
import { IndicatorQueries } from '../indicators/indicator.queries';
import { sheetInto } from '../indicators/row-file';
import type { RowSheet, SheetFacts } from '../indicators/row-sheet';
import type { RowsAsked } from '../indicators/row.queries';
import { RowWalk } from '../indicators/row-walk';
import { ShownGroups } from '../indicators/shown-groups';
import type { RowExportRow } from './export.store';
import type { PartWriter } from './part-writer';

/** Says how many rows of how many are written; throws once nobody wants them any more. */
export type Going = (step: { readonly done: number; readonly total: number }) => Promise<void>;

const batchRows = 500;

/** Writes the rows that a file was asked for, all out of one snapshot. */
@Injectable()
export class WriteExport {
  constructor(
    private readonly clock: Clock,
    private readonly indicators: IndicatorQueries,
    private readonly walk: RowWalk,
    private readonly shownGroups: ShownGroups,
  ) {}

  async execute(read: Read, file: RowExportRow, { into, going }: { into: PartWriter; going: Going }): Promise<void> {
    const { asked, facts } = await this.factsOf(read, file);
    const closed = finished(into);
    closed.catch(() => undefined);
    try {
      await this.write(read, asked, { sheet: sheetInto(into, file.request.as, facts), into, going });
      await closed;
    } catch (error) {
      into.destroy();
      throw into.errored ?? error;
    }
  }

  private async factsOf(read: Read, { request, schoolId }: RowExportRow) {
    const indicator = orNotFound((await this.indicators.definitions(read)).find(({ key }) => key === request.key));
    if (!isCounting(indicator)) throw new Refused('field-unknown');
    const asOf = lastDayOf(request.year, request.asOf, beijingDayOf(this.clock.now()).toString());
    const scope = schoolId === null ? { kind: 'all' as const } : { kind: 'school' as const, schoolId };
    const asked: RowsAsked = { ...request, indicator, asOf, scope, limit: batchRows };
    // Asked for some time ago: a group may have become one that is hidden.
    await this.shownGroups.mustShow(read, asked);
    const [answer] = await this.indicators.answers(read, { year: request.year, asOf, keys: [request.key] });
    const facts: SheetFacts = { language: request.language, indicator, answer: orNotFound(answer) };
    return { asked, facts };
  }

  private async write(
    read: Read,
    asked: RowsAsked,
    { sheet, into, going }: { readonly sheet: RowSheet; readonly into: PartWriter; readonly going: Going },
  ): Promise<void> {
    const total = await this.walk.count(read, asked);
    let done = 0;
    await going({ done, total });
    for await (const rows of this.walk.rows(read, asked, batchRows)) {
      const some = rows.slice(0, mostRowsOfFile - done);
      await sheet.add(some);
      if (into.errored) throw into.errored;
      done += some.length;
      await going({ done, total });
      if (done === mostRowsOfFile) break;
    }
    await sheet.end(done < total ? { written: done, total } : null);
  }
}
