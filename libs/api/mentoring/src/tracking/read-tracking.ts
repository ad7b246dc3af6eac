import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, type Read, Transactions } from '@qinglan/api-platform';
import type { InputOf, listPairingsToActOn, TrackingFilters } from '@qinglan/contracts';
import { type Actor, beijingDayOf, mayTrack } from '@qinglan/domain';
import { ChoicesQueries } from './choices.queries';
import { EquityQueries } from './equity.queries';
import { FiguresQueries } from './figures.queries';
import { LoadQueries, type PageAsked } from './load.queries';
import type { Asked } from './question';
import { ToActOnQueries } from './to-act-on.queries';

type Find = (read: Read, asked: Asked) => Promise<string | null>;

/** Asks the board one thing on behalf of somebody; who looks after no pairing gets nothing. */
@Injectable()
export class TrackingDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async ask(actor: Actor, filters: TrackingFilters, find: Find): Promise<string> {
    const today = beijingDayOf(this.clock.now()).toString();
    const text = await this.transactions.read((read) => find(read, { actor, today, filters }));
    allowOrHide(mayTrack(actor, text !== null));
    return orNotFound(text);
  }
}

/** The sections of the tracking board, each one statement. */
@Injectable()
export class ReadTracking {
  constructor(
    private readonly desk: TrackingDesk,
    private readonly numbers: FiguresQueries,
    private readonly spread: EquityQueries,
    private readonly burden: LoadQueries,
    private readonly cases: ToActOnQueries,
    private readonly offers: ChoicesQueries,
  ) {}

  figures(actor: Actor, filters: TrackingFilters): Promise<string> {
    return this.desk.ask(actor, filters, (read, asked) => this.numbers.figures(read, asked));
  }

  totals(actor: Actor, filters: TrackingFilters): Promise<string> {
    return this.desk.ask(actor, filters, (read, asked) => this.numbers.totals(read, asked));
  }

  equity(actor: Actor, filters: TrackingFilters): Promise<string> {
    return this.desk.ask(actor, filters, (read, asked) => this.spread.equity(read, asked));
  }

  loads(actor: Actor, { limit, after, ...filters }: TrackingFilters & PageAsked): Promise<string> {
    return this.desk.ask(actor, filters, (read, asked) => this.burden.page(read, asked, { limit, after }));
  }

  toActOn(actor: Actor, query: InputOf<typeof listPairingsToActOn>['query']): Promise<string> {
    const { studioId, schoolId, cohort, termCode } = query;
    const filters = { studioId, schoolId, cohort, termCode };
    return this.desk.ask(actor, filters, (read, asked) => this.cases.page(read, asked, query));
  }

  choices(actor: Actor): Promise<string> {
    return this.desk.ask(actor, {}, (read, asked) => this.offers.choices(read, asked));
  }
}
