import { Injectable } from '@nestjs/common';
import { Clock, orNotFound, orRefuse, RateLimits, type Read, Transactions } from '@qinglan/api-platform';
import type { SharedReportView } from '@qinglan/contracts';
import { beijingDayOf, decideOpening, type Temporal } from '@qinglan/domain';
import { IssueQueries } from './issue.queries';
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
    private readonly issues: IssueQueries,
  ) {}

  async execute(token: string, address: string): Promise<SharedReportView> {
    await this.limits.countShared(address);
    const now = this.clock.now();
    const link = await this.opened(token, now);
    return this.transactions.still((read) => this.reader.shown(read, link, beijingDayOf(now).toString()));
  }

  /** A file of the issue that a link was made to: one of those that name nobody. It counts as no opening. */
  async file(token: string, { name, address }: { readonly name: string; readonly address: string }) {
    await this.limits.countShared(address);
    const now = this.clock.now();
    return this.transactions.read(async (read) => {
      const issueId = orNotFound((await this.found(read, token, now)).issueId);
      orNotFound((await this.issues.shared(read, issueId)).find((one) => one.name === name));
      const file = await this.issues.file(read, issueId, name);
      return { ...file, content: orNotFound(file.content) };
    });
  }

  private opened(token: string, now: Temporal.Instant): Promise<FoundLink> {
    return this.transactions.write(async (tx) => {
      const link = await this.found(tx, token, now);
      await this.links.count(tx, link.id);
      return link;
    });
  }

  /** The link, while it may be opened. */
  private async found(read: Read, token: string, now: Temporal.Instant): Promise<FoundLink> {
    const link = orNotFound(await this.links.find(read, tokenHashOf(token)));
    const today = dayNumber(beijingDayOf(now).toString());
    const { isRevoked, isDraftOver, lastDay } = link;
    const facts = { isRevoked, isDraftOver, lastDay: dayNumber(lastDay), today };
    orRefuse(decideOpening(facts), refusedYearly);
    return link;
  }
}
