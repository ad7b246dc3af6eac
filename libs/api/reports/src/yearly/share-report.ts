import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { allowOrHide, Clock, orNotFound, orRefuse, Transactions } from '@qinglan/api-platform';
import type { InputOf, makeYearlyLink, ReplyOf, YearlyLinkView } from '@qinglan/contracts';
import { type Actor, beijingDayOf, decideLink, mayShareYearlyReport, type YearlyLinkId } from '@qinglan/domain';
import { DraftQueries } from './draft.queries';
import { DraftStore } from './draft.store';
import { dayNumber, LinkStore } from './link.store';
import { refusedYearly } from './refused-yearly';

const SECRET_BYTES = 32;

/** What is kept of the secret of a link. */
export const tokenHashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Makes links that open a report without an account, lists them, and takes them back. */
@Injectable()
export class ShareReport {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly drafts: DraftStore,
    private readonly queries: DraftQueries,
    private readonly links: LinkStore,
  ) {}

  async make(actor: Actor, { params, body }: InputOf<typeof makeYearlyLink>): Promise<ReplyOf<typeof makeYearlyLink>> {
    const { by, today } = this.begin(actor);
    orRefuse(decideLink(dayNumber(today), dayNumber(body.lastDay)), refusedYearly);
    const token = randomBytes(SECRET_BYTES).toString('base64url');
    return this.transactions.write(async (tx) => {
      const report = await this.drafts.lock(tx, params.year);
      const link = { ...body, id: params.linkId, year: params.year, tokenHash: tokenHashOf(token) };
      const isNew = await this.links.add(tx, link, by);
      if (isNew) await this.drafts.tell(tx, report, { act: 'yearly.link-made', detail: { lastDay: body.lastDay }, by });
      return { link: await this.links.link(tx, params.linkId, today), token: isNew ? token : null };
    });
  }

  revoke(actor: Actor, id: YearlyLinkId): Promise<YearlyLinkView> {
    const { by, today } = this.begin(actor);
    return this.transactions.write(async (tx) => {
      const { year, isNew } = await this.links.revoke(tx, id, by);
      const report = await this.drafts.lock(tx, year);
      if (isNew) await this.drafts.tell(tx, report, { act: 'yearly.link-revoked', detail: {}, by });
      return this.links.link(tx, id, today);
    });
  }

  list(actor: Actor, year: number): Promise<string> {
    const { today } = this.begin(actor);
    return this.transactions.read(async (read) => {
      orNotFound((await this.queries.isOpen(read, year)) || null);
      return this.links.links(read, year, today);
    });
  }

  private begin(actor: Actor) {
    allowOrHide(mayShareYearlyReport(actor));
    const at = this.clock.now();
    return { by: { actorId: actor.personId, at }, today: beijingDayOf(at).toString() };
  }
}
