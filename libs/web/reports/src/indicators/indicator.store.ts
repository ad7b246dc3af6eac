import { computed, inject, Injectable, signal } from '@angular/core';
import {
  downloadRowsCsv,
  downloadRowsXlsx,
  listIndicatorRows,
  listIndicators,
  listYears,
  readBreakdown,
  readIndicator,
  type ReplyOf,
} from '@qinglan/contracts';
import type { Trilingual } from '@qinglan/domain';
import { ApiClient, type DownloadedFile, remote } from '@qinglan/web-platform';
import { pagedWhen } from '../parts/paged-when';

/** What the address asks of one numeral. */
export interface Asked {
  readonly key: string;
  readonly year: number;
  readonly by: string | null;
  /** Rows of one group of the breakdown alone. */
  readonly value: string | null;
  readonly sort: string | null;
  readonly direction: 'up' | 'down';
}

/** The columns of the rows, and of a reckoned numeral the keys that it is reckoned from. */
export type RowsHead = Pick<ReplyOf<typeof listIndicatorRows>, 'columns' | 'from'>;

const isSame = (one: object | null, other: object | null): boolean => JSON.stringify(one) === JSON.stringify(other);

/** One numeral in one year: definition, answer, breakdown, rows. */
@Injectable()
export class IndicatorStore {
  private readonly api = inject(ApiClient);

  readonly asked = signal<Asked | null>(null, { equal: isSame });
  private readonly which = computed(
    () => {
      const asked = this.asked();
      return asked && { key: asked.key, year: asked.year };
    },
    { equal: isSame },
  );
  private readonly grouped = computed(
    () => {
      const asked = this.asked();
      return asked?.by ? { key: asked.key, year: asked.year, by: asked.by } : null;
    },
    { equal: isSame },
  );

  readonly years = remote(() => this.api.call(listYears));
  readonly indicator = remote(
    () => {
      const which = this.which();
      return which
        ? this.api.call(readIndicator, { params: { key: which.key }, query: { year: which.year } })
        : undefined;
    },
    { keep: true },
  );
  readonly breakdown = remote(() => {
    const grouped = this.grouped();
    if (!grouped) return undefined;
    const { key, year, by } = grouped;
    return this.api.call(readBreakdown, { params: { key }, query: { year, by } });
  });
  /** A reckoned numeral names what it is reckoned from. */
  private readonly others = remote(() =>
    this.indicator.value()?.indicator.rule.kind === 'derived' ? this.api.call(listIndicators) : undefined,
  );
  private readonly names = computed(() => new Map(this.others.value()?.items.map(({ key, name }) => [key, name])));
  /** What the rows are; known once the first page is there. */
  readonly head = signal<RowsHead>({ columns: [], from: [] });
  readonly rows = pagedWhen(this.asked, async (asked, after) => {
    const reply = await this.api.call(listIndicatorRows, this.callOf(asked, { after, limit: 50 }));
    this.head.set({ columns: reply.columns, from: reply.from });
    return reply;
  });

  /** The name of another indicator, or its key until that is known. */
  nameOf(key: string): Trilingual {
    return this.names().get(key) ?? { zh: key, en: key, ug: key };
  }

  async download(kind: 'csv' | 'xlsx'): Promise<DownloadedFile | null> {
    const asked = this.asked();
    if (!asked) return null;
    return this.api.download(kind === 'csv' ? downloadRowsCsv : downloadRowsXlsx, this.callOf(asked, {}));
  }

  private callOf({ key, year, by, value, sort, direction }: Asked, more: object) {
    const narrowing = by !== null && value !== null ? { by, value } : {};
    const order = sort === null ? {} : { sort };
    return { params: { key }, query: { year, ...narrowing, ...order, direction, ...more } };
  }
}
