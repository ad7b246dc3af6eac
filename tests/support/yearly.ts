import { randomUUID } from 'node:crypto';
import {
  approveYearlyReport,
  freezeYearlyReport,
  openYearlyReport,
  readYearlyIssue,
  readYearlyProgress,
  readYearlyReport,
  type YearlyProgressView,
  type YearlyReportView,
} from '@qinglan/contracts';
import type { YearlyIssueId } from '@qinglan/domain';
import type { Client } from './client';
import type { House } from './house';
import { until } from './server';
import { aPairing, aStudio } from './mentoring';
import { aPerson, aTown, type Person, type Town } from './town';

/** A year, and an administrator of either side. */
export interface YearOfReport {
  readonly year: number;
  readonly hangzhou: Client;
  readonly aksu: Client;
}

/** A year with something to count in it, and whoever answers for its report. */
export interface YearMade extends YearOfReport {
  readonly town: Town;
  readonly aksuAdministrator: Person;
  /** One more pairing of two new people of the two schools, since that day. */
  pairing(fromDay?: string): Promise<string>;
}

/** Two studios and three pairings in 2026, and an administrator on each side. */
export async function aYear(house: Pick<House, 'sql' | 'as'>): Promise<YearMade> {
  const town = await aTown(house);
  const aksuAdministrator = await aPerson(house, town.aksu.id, 'administrator');
  const studioId = await aStudio(house, town.hangzhou.id);
  await aStudio(house, town.aksu.id);
  const pairing = async (fromDay = '2026-08-01') => {
    const mentor = await aPerson(house, town.hangzhou.id, 'mentor');
    const mentee = await aPerson(house, town.aksu.id, 'mentee');
    return (await aPairing(house, { mentor, mentee, studioId, fromDay })).pairingId;
  };
  await Promise.all([pairing(), pairing(), pairing()]);
  const hangzhou = await house.as(town.administrator);
  return { town, year: 2026, hangzhou, aksu: await house.as(aksuAdministrator), aksuAdministrator, pairing };
}

/** No report, nobody paired and nothing held: as the owner of the database does it, past the rule that what was issued stays. */
export async function nothingReported({ sql }: Pick<House, 'sql'>): Promise<void> {
  await sql(`ALTER TABLE yearly_issue DISABLE TRIGGER yearly_issue_stays;
    UPDATE yearly_issue SET issued_at = NULL;
    ALTER TABLE yearly_issue ENABLE TRIGGER yearly_issue_stays;
    TRUNCATE yearly_report, pairing, studio, lesson CASCADE`);
}

/** The draft as one of the administrators reads it. */
export const draftOf = async ({ hangzhou, year }: YearOfReport): Promise<YearlyReportView> =>
  (await hangzhou.call(readYearlyReport, { params: { year } })).body;

/** Opens the report of the year. */
export const opensYear = ({ hangzhou, year }: YearOfReport) => hangzhou.call(openYearlyReport, { params: { year } });

/** Approves for the client's side what stands there now. */
export async function approves(year: YearOfReport, client: Client) {
  const { version } = await draftOf(year);
  return client.call(approveYearlyReport, { params: { year: year.year }, version });
}

/** Both sides approve. */
export async function bothApprove(year: YearOfReport): Promise<void> {
  await approves(year, year.hangzhou);
  await approves(year, year.aksu);
}

/** Asks for a freeze of what stands there now. */
export async function asksForFreeze(
  year: YearOfReport,
  { issueId = randomUUID() as YearlyIssueId, reason = null }: { issueId?: YearlyIssueId; reason?: string | null } = {},
) {
  const { version } = await draftOf(year);
  const call = { params: { year: year.year, issueId }, version, body: { reason } };
  return { issueId, answer: await year.hangzhou.call(freezeYearlyReport, call) };
}

const isOver = ({ state }: YearlyProgressView) => ['done', 'failed', 'cancelled'].includes(state);

/** Waits until a freeze is over, however it ended. */
export const freezeOver = (client: Client, issueId: YearlyIssueId): Promise<YearlyProgressView> =>
  until(`the freeze ${issueId}`, async () => {
    const { body } = await client.call(readYearlyProgress, { params: { issueId } });
    return isOver(body) ? body : null;
  });

/** Both approve, the report is frozen, and the issue is read. */
export async function anIssue(year: YearOfReport, reason: string | null = null) {
  await bothApprove(year);
  const { issueId } = await asksForFreeze(year, { reason });
  const over = await freezeOver(year.hangzhou, issueId);
  if (over.state !== 'done') throw new Error(`not frozen: ${JSON.stringify(over)}`);
  return (await year.hangzhou.call(readYearlyIssue, { params: { issueId } })).body;
}
