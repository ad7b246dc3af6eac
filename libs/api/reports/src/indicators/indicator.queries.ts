import { Injectable } from '@nestjs/common';
import type { Read } from '@qinglan/api-platform';
import type { ReportRow, StatementView } from '@qinglan/contracts';
import { firstIndicators, type FoundList, type IndicatorAnswer, type IndicatorVersion } from '@qinglan/domain';

/** For which year, by which day, and which indicators; without keys every one. */
export interface FiguresAsked {
  readonly year: number;
  /** A Beijing day; at most the last one of the year. */
  readonly asOf: string;
  readonly keys?: readonly string[];
}

/** A page of the rows behind a numeral, in one order that does not depend on who asks. */
export interface RowsPage {
  readonly year: number;
  readonly asOf: string;
  readonly limit: number;
  readonly after?: string;
}

/** Reads of everything that is counted: the one way to a number, live as well as frozen. */
@Injectable()
export class IndicatorQueries {
  /** The newest version of every definition, in the order in which they are shown. */
  definitions(_read: Read): Promise<readonly IndicatorVersion[]> {
    return Promise.resolve(firstIndicators.map((indicator) => ({ ...indicator, version: 1 })));
  }

  /** The answers of a year. */
  answers(_read: Read, _asked: FiguresAsked): Promise<readonly IndicatorAnswer[]> {
    return Promise.resolve([]);
  }

  /** The lists that the texts of a year name. */
  lists(_read: Read, _asked: FiguresAsked): Promise<readonly FoundList[]> {
    return Promise.resolve([]);
  }

  /** The stated facts of a year. */
  statements(_read: Read, _year: number): Promise<readonly StatementView[]> {
    return Promise.resolve([]);
  }

  /** Rows behind a numeral and the cursor of the next page; a reckoned one has none of its own. */
  rows(_read: Read, _key: string, _page: RowsPage): Promise<{ items: readonly ReportRow[]; next: string | null }> {
    return Promise.resolve({ items: [], next: null });
  }
}
