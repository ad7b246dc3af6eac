import { inject, Injectable, signal } from '@angular/core';
import {
  addYearlySection,
  approveYearlyReport,
  arrangeYearlySection,
  cancelYearlyFreeze,
  commentOnYearlyReport,
  editYearlySection,
  type Endpoint,
  freezeYearlyReport,
  listYearlyReports,
  openYearlyReport,
  orderYearlySections,
  readYearLack,
  readYearlyProgress,
  readYearlyReport,
  removeYearlySection,
  resolveYearlyComment,
  withdrawYearlyApproval,
  type YearlyReportView,
  type yearlyReportView,
} from '@qinglan/contracts';
import { asId, type YearlyCommentId, type YearlyIssueId, type YearlySectionWish } from '@qinglan/domain';
import { ApiClient, type ApiCall, isProblem, remote, uuid } from '@qinglan/web-platform';

/** A change whose answer is the draft as it is then. */
type YearlyChange = Endpoint & { readonly reply: typeof yearlyReportView };

type Section = YearlyReportView['sections'][number];
type Items = NonNullable<ApiCall<typeof arrangeYearlySection>['body']>;

/** The report of one year: read, written, remarked on, approved and frozen. */
@Injectable()
export class YearlyStore {
  private readonly api = inject(ApiClient);

  readonly year = signal<number | null>(null);
  /** Null where nobody opened a report of this year yet. */
  readonly report = remote<YearlyReportView | null>(() => {
    const year = this.year();
    return year === null ? undefined : this.find(year);
  });

  /** What the year still lacks; where that cannot be read the steps say nothing of it. */
  readonly lack = remote(() => {
    const year = this.year();
    return year === null ? undefined : this.api.call(readYearLack, { params: { year } });
  });

  /** Whether rows too many for a page are being compared, or could not be. */
  readonly comparing = signal<'no' | 'now' | 'failed'>('no');

  /** Reads the draft with every row compared, unless somebody changes it meanwhile. */
  async compareRows({ version }: YearlyReportView): Promise<void> {
    if (this.comparing() === 'now') return;
    this.comparing.set('now');
    try {
      const whole = await this.api.call(readYearlyReport, { params: this.params(), query: { rows: 'compared' } });
      const shown = this.report.value();
      if (shown?.year === whole.year && shown.version === version) this.report.put(whole);
      this.comparing.set('no');
    } catch {
      this.comparing.set('failed');
    }
  }

  open(): Promise<void> {
    return this.change(openYearlyReport, { params: this.params() });
  }

  edit(section: string, given: { readonly wish: YearlySectionWish; readonly version: number }): Promise<void> {
    const { wish, version } = given;
    return this.change(editYearlySection, { params: { ...this.params(), section }, body: wish, version });
  }

  /** Adds a section of free text at the end. */
  add({ title, body }: YearlySectionWish): Promise<void> {
    const params = { ...this.params(), section: `t-${uuid()}` };
    return this.change(addYearlySection, { params, body: { title, body } });
  }

  remove({ code, version }: Section): Promise<void> {
    return this.change(removeYearlySection, { params: { ...this.params(), section: code }, version });
  }

  order({ version }: YearlyReportView, codes: readonly string[]): Promise<void> {
    return this.change(orderYearlySections, { params: this.params(), body: { sections: [...codes] }, version });
  }

  /** Says which numbers and charts stand in a section. */
  arrange({ code, version }: Section, items: Items): Promise<void> {
    const params = { ...this.params(), section: code };
    return this.change(arrangeYearlySection, { params, body: items, version });
  }

  comment(section: string, text: string): Promise<void> {
    const params = { ...this.params(), commentId: asId<YearlyCommentId>(uuid()) };
    return this.change(commentOnYearlyReport, { params, body: { section, text } });
  }

  resolve(commentId: YearlyCommentId, answer: string | null): Promise<void> {
    return this.change(resolveYearlyComment, { params: { ...this.params(), commentId }, body: { answer } });
  }

  approve({ version }: YearlyReportView): Promise<void> {
    return this.change(approveYearlyReport, { params: this.params(), version });
  }

  withdraw(): Promise<void> {
    return this.change(withdrawYearlyApproval, { params: this.params() });
  }

  /** Begins to freeze; a later issue says why. */
  freeze({ version }: YearlyReportView, reason: string | null): Promise<void> {
    return this.following(async () => {
      const params = { ...this.params(), issueId: asId<YearlyIssueId>(uuid()) };
      await this.api.call(freezeYearlyReport, { params, body: { reason }, version });
      await this.report.reload();
    });
  }

  /** Where the freeze stands; once it is over the whole draft is read again. */
  async follow(issueId: YearlyIssueId): Promise<void> {
    const progress = await this.api.call(readYearlyProgress, { params: { issueId } });
    const report = this.report.value();
    if (!['queued', 'running'].includes(progress.state)) await this.report.reload();
    else if (report) this.report.put({ ...report, progress });
  }

  async cancel(issueId: YearlyIssueId): Promise<void> {
    await this.api.call(cancelYearlyFreeze, { params: { issueId } });
    await this.report.reload();
  }

  private async find(year: number): Promise<YearlyReportView | null> {
    const { items } = await this.api.call(listYearlyReports);
    const isOpened = items.some((line) => line.year === year);
    return isOpened ? this.api.call(readYearlyReport, { params: { year } }) : null;
  }

  private params(): { readonly year: number } {
    return { year: this.year() ?? 0 };
  }

  private change<E extends YearlyChange>(endpoint: E, call: ApiCall<E>): Promise<void> {
    return this.following(async () => this.report.put((await this.api.call(endpoint, call)) as YearlyReportView));
  }

  /** If somebody was quicker, theirs is shown. */
  private async following(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (isProblem(error, 'stale') || isProblem(error, 'report-freezing')) await this.report.reload();
      throw error;
    }
  }
}
