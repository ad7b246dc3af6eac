import { computed, inject, Injectable, signal } from '@angular/core';
import {
  downloadRowsCsv,
  downloadRowsXlsx,
  listCountedThings,
  listIndicatorRows,
  listYears,
  readBreakdown,
  readIndicator,
  type ReplyOf,
} from '@qinglan/contracts';
import { ApiClient, type DownloadedFile, remote } from '@qinglan/web-platform';
import { figureOf } from '../parts/figure-of';
import { pagedWhen } from '../parts/paged-when';
import type { FileAsked } from './row-files.store';

/** What the address asks of one numeral. */
export interface Asked {
  readonly key: string;
  readonly year: number;
  readonly by: string | null;
  /** Rows of one group of the breakdown alone. */
  readonly value: string | null;
  /** Of that group, those of one part of it alone: a second dimension and its value. */
  readonly within: string | null;
  readonly part: string | null;
  /** Rows of one of what is counted once each alone; empty, those that do not say of which. */
  readonly of: string | null;
  /** Every row at once, where things are counted once each. */
  readonly isWhole: boolean;
  readonly sort: string | null;
  readonly direction: 'up' | 'down';
}

/** How many are counted once each, from how many rows, and what they are. */
export type CountedHead = Omit<ReplyOf<typeof listCountedThings>, 'items' | 'next'>;
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
  /** The same counted the other way, in the same year; null where there is no other way. */
  readonly beside = remote(() => {
    const [which, other] = [this.which(), this.indicator.value()?.indicator.alongside];
    return which && other
      ? this.api.call(readIndicator, { params: { key: other }, query: { year: which.year } })
      : undefined;
  });
  readonly breakdown = remote(() => {
    const grouped = this.grouped();
    if (!grouped) return undefined;
    const { key, year, by } = grouped;
    return this.api.call(readBreakdown, { params: { key }, query: { year, by } });
  });
  private readonly partsAsked = computed(
    () => {
      const [which, rule] = [this.which(), this.indicator.value()?.indicator.rule];
      return which && rule?.kind === 'derived' ? { year: which.year, from: rule.from } : null;
    },
    { equal: isSame },
  );
  private readonly parts = remote(() => {
    const asked = this.partsAsked();
    if (!asked) return undefined;
    const { from, year } = asked;
    return Promise.all(from.map((key) => this.api.call(readIndicator, { params: { key }, query: { year } })));
  });
  /** What a reckoned numeral is reckoned from, with their numbers of the same year; none until they are known. */
  readonly summands = computed(() =>
    (this.parts.value() ?? []).flatMap(({ indicator, answer }) => (answer ? [figureOf(indicator, answer)] : [])),
  );
  /** What the rows are; known once the first page is there. */
  readonly head = signal<RowsHead>({ columns: [], from: [] });
  /** What is asked, once it is known whether this numeral counts things once each. */
  private readonly known = computed(() => {
    const [asked, definition] = [this.asked(), this.indicator.value()?.indicator];
    return asked && definition?.key === asked.key ? asked : null;
  });
  /** Of what is counted once each the things come first; their rows by one of them, or all where they are asked for. */
  readonly isByThing = computed(() => {
    const rule = this.indicator.value()?.indicator.rule;
    return rule?.kind === 'count' && rule.measure.of === 'distinct';
  });
  readonly showsThings = computed(() => {
    const asked = this.asked();
    return this.isByThing() && asked?.of === null && !asked.isWhole;
  });
  private readonly thingsAsked = computed(() => (this.showsThings() ? this.known() : null), { equal: isSame });
  private readonly rowsAsked = computed(() => (this.showsThings() ? null : this.known()), { equal: isSame });
  private readonly oneAsked = computed(() => (this.asked()?.of === null ? null : this.rowsAsked()), { equal: isSame });
  readonly countedHead = signal<CountedHead | null>(null);
  readonly counted = pagedWhen(this.thingsAsked, async (asked, after) => {
    const reply = await this.api.call(listCountedThings, this.countedCallOf(asked, { after, limit: 50 }));
    this.countedHead.set(reply);
    return reply;
  });
  /** The one whose rows are shown. */
  readonly one = remote(() => {
    const asked = this.oneAsked();
    return asked ? this.api.call(listCountedThings, this.countedCallOf(asked, { limit: 1 })) : undefined;
  });
  readonly rows = pagedWhen(this.rowsAsked, async (asked, after) => {
    const reply = await this.api.call(listIndicatorRows, this.callOf(asked, { after, limit: 50 }));
    this.head.set({ columns: reply.columns, from: reply.from });
    return reply;
  });

  async download(kind: 'csv' | 'xlsx'): Promise<DownloadedFile | null> {
    const asked = this.asked();
    if (!asked) return null;
    return this.api.download(kind === 'csv' ? downloadRowsCsv : downloadRowsXlsx, this.callOf(asked, {}));
  }

  /** What a long file of the rows that are shown is asked for by. */
  fileAsked(kind: 'csv' | 'xlsx'): FileAsked | null {
    const asked = this.asked();
    if (!asked) return null;
    const { params, query } = this.callOf(asked, {});
    return { ...query, key: params.key, as: kind };
  }

  private callOf(asked: Asked, more: object) {
    const { sort, direction } = asked;
    return this.countedCallOf(asked, { ...(sort === null ? {} : { sort }), direction, ...more });
  }

  private countedCallOf({ key, year, by, value, within, part, of }: Asked, more: object) {
    const parted = within !== null && part !== null ? { within, part } : {};
    const narrowing = by !== null && value !== null ? { by, value, ...parted } : {};
    return { params: { key }, query: { year, ...narrowing, ...(of === null ? {} : { of }), ...more } };
  }
}
