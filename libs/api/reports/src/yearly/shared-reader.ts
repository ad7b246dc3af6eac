import { Injectable } from '@nestjs/common';
import type { Read } from '@qinglan/api-platform';
import type { SharedReportView, YearlyContentView } from '@qinglan/contracts';
import { withoutKeys, type YearlyIssueId } from '@qinglan/domain';
import { CountedYear } from './counted-year';
import { DraftQueries } from './draft.queries';
import { IssueQueries } from './issue.queries';
import type { FoundLink } from './link.store';

/** What a link shows: an issue as it was frozen, or the draft as it stands; no rows nor by what they open, and nobody's name. */
@Injectable()
export class SharedReader {
  constructor(
    private readonly drafts: DraftQueries,
    private readonly issues: IssueQueries,
    private readonly counting: CountedYear,
  ) {}

  shown(read: Read, link: FoundLink, today: string): Promise<SharedReportView> {
    return link.issueId === null ? this.draft(read, link, today) : this.issue(read, link, link.issueId);
  }

  private async draft(read: Read, { year, lastDay }: FoundLink, today: string): Promise<SharedReportView> {
    const { sections } = await this.drafts.draft(read, year);
    const content = await this.counting.content(read, { year, today }, sections);
    return { content: withoutKeys(content) as YearlyContentView, issue: null, lastDay };
  }

  private async issue(read: Read, { lastDay }: FoundLink, id: YearlyIssueId): Promise<SharedReportView> {
    const { content, number, latest, frozenAt, reason, hash, changesList, signers } = await this.issues.shown(read, id);
    const files = [...(await this.issues.shared(read, id))];
    const signed = signers.map(({ side, organisation, at }) => ({ side, organisation, at }));
    const issue = { number, latest, frozenAt, reason, hash, changes: changesList, signers: signed, files };
    return { content: withoutKeys(content), issue, lastDay };
  }
}
