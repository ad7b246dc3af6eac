import { Injectable } from '@nestjs/common';
import { Clock, orNotFound, orRefuse, RateLimits, Transactions } from '@qinglan/api-platform';
import type { SharedReportView } from '@qinglan/contracts';
import { beijingDayOf, decideOpening, type Temporal } from '@qinglan/domain';
import { dayNumber, type FoundLink, LinkStore } from './link.store';
import { refusedYearly } from './refused-yearly';
import { tokenHashOf } from './share-report';
import { SharedReader } from './shared-reader';

/** Opens a report by its link: counts and words, no rows and nobody's name. Openings are counted, and nothing else is kept. */
@Injectable()
export class OpenSharedReport {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
    private readonly links: LinkStore,
    private readonly reader: SharedReader,
  ) {}

  async execute(token: string, address: string): Promise<SharedReportView> {
    await this.limits.countShared(address);
    const now = this.clock.now();
    const link = await this.opened(token, now);
    return this.transactions.read((read) => this.reader.shown(read, link, beijingDayOf(now).toString()));
  }

  private opened(token: string, now: Temporal.Instant): Promise<FoundLink> {
    return this.transactions.write(async (tx) => {
      const link = orNotFound(await this.links.find(tx, tokenHashOf(token)));
      const today = dayNumber(beijingDayOf(now).toString());
      const facts = { isRevoked: link.isRevoked, lastDay: dayNumber(link.lastDay), today };
      orRefuse(decideOpening(facts), refusedYearly);
      await this.links.count(tx, link.id);
      return link;
    });
  }
}
