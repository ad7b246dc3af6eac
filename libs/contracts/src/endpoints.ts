import * as activities from './activities.contract';
import * as calendar from './calendar.contract';
import * as completeness from './completeness.contract';
import * as completion from './completion.contract';
import * as enrolments from './enrolments.contract';
import * as growth from './growth.contract';
import * as directory from './directory.contract';
import * as identity from './identity.contract';
import * as indicators from './indicators.contract';
import type { Endpoint } from './kernel/endpoint';
import * as live from './live.contract';
import * as register from './register.contract';
import * as lessons from './lessons.contract';
import * as proposals from './proposals.contract';
import * as series from './series.contract';
import * as matching from './matching.contract';
import * as observations from './observations.contract';
import * as pairings from './pairings.contract';
import * as programme from './programme.contract';
import * as reportFacts from './report-facts.contract';
import * as studios from './studios.contract';
import * as tracking from './tracking.contract';
import * as waiting from './waiting.contract';
import * as rowExports from './row-exports.contract';
import * as timetable from './timetable.contract';
import * as yearlyIssues from './yearly-issues.contract';
import * as yearlyLinks from './yearly-links.contract';
import * as yearlyReports from './yearly-reports.contract';

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value;

/** Every door of the HTTP interface by name; the OpenAPI document and the rights matrix are made from it. */
export const allEndpoints = (): Readonly<Record<string, Endpoint>> =>
  Object.fromEntries(
    [
      ...[identity, directory, calendar, timetable, series, proposals, lessons, live, register],
      ...[yearlyReports, yearlyIssues, yearlyLinks],
      ...[pairings, growth, completion, observations, studios, activities, matching, tracking, completeness],
      ...[programme, enrolments, waiting, indicators, rowExports, reportFacts],
    ]
      .flatMap((contract) => Object.entries(contract) as [string, unknown][])
      .filter((entry): entry is [string, Endpoint] => isEndpoint(entry[1])),
  );
