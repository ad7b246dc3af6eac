import { Module } from '@nestjs/common';
import { IndicatorsModule } from '../indicators/indicators.module';
import { ApproveReport } from './approve-report';
import { ArrangeSections } from './arrange-sections';
import { CancelFreeze } from './cancel-freeze';
import { CommentOnReport } from './comment-on-report';
import { ComparedYear } from './compared-year';
import { CountedYear } from './counted-year';
import { DraftChange } from './draft-change';
import { DraftQueries } from './draft.queries';
import { DraftStore } from './draft.store';
import { FreezeEnds } from './freeze-ends';
import { FreezeReport } from './freeze-report';
import { FreezeJob } from './freeze.job';
import { FreezeStore } from './freeze.store';
import { IssueQueries } from './issue.queries';
import { IssueStore } from './issue.store';
import { LinkStore } from './link.store';
import { MakeFiles } from './make-files';
import { OpenReport } from './open-report';
import { OpenSharedReport } from './open-shared-report';
import { PdfPrinter } from './output/pdf-printer';
import { PrintMissing } from './print-missing';
import { PrintFontsController } from './print-fonts.controller';
import { PrintReport } from './print-report';
import { PrintingJob } from './printing.job';
import { PrintingStore } from './printing.store';
import { ReadIssue } from './read-issue';
import { ReadYearly } from './read-yearly';
import { ReviewStore } from './review.store';
import { ReadThings } from './read-things';
import { RowFreezer } from './row-freezer';
import { GroupFreezer } from './group-freezer';
import { IssueRowQueries } from './issue-row.queries';
import { RowPrints } from './row-prints';
import { RunFreeze } from './run-freeze';
import { ShareReport } from './share-report';
import { SharedReader } from './shared-reader';
import { TakeSnapshot } from './take-snapshot';
import { ThingFreezer } from './thing-freezer';
import { ThingQueries } from './thing.queries';
import { WriteSections } from './write-sections';
import { YearlyIssuesController } from './yearly-issues.controller';
import { YearlyLinksController } from './yearly-links.controller';
import { YearlyReportsController } from './yearly-reports.controller';
import { YearlyReviewController } from './yearly-review.controller';
import { YearlyViewer } from './yearly.viewer';

const stores = [DraftStore, ReviewStore, FreezeStore, IssueStore, LinkStore, PrintingStore];
const queries = [DraftQueries, IssueQueries, CountedYear, RowPrints, ComparedYear, YearlyViewer];
const ofDrafts = [ReadYearly, OpenReport, DraftChange, WriteSections, ArrangeSections, CommentOnReport, ApproveReport];
const ofFreezes = [FreezeReport, CancelFreeze, FreezeJob, RunFreeze, FreezeEnds, TakeSnapshot];
const ofIssues = [
  ...[
    IssueRowQueries,
    GroupFreezer,
    ThingFreezer,
    ThingQueries,
    ReadThings,
    RowFreezer,
    MakeFiles,
    PdfPrinter,
    ReadIssue,
  ],
  ...[PrintReport, PrintMissing, PrintingJob],
];
const ofLinks = [ShareReport, OpenSharedReport, SharedReader];

/** The report of a year: its draft, its issues and the links to it. */
@Module({
  imports: [IndicatorsModule],
  controllers: [
    ...[YearlyReportsController, YearlyReviewController, YearlyIssuesController, YearlyLinksController],
    PrintFontsController,
  ],
  providers: [...stores, ...queries, ...ofDrafts, ...ofFreezes, ...ofIssues, ...ofLinks],
})
export class YearlyModule {}
