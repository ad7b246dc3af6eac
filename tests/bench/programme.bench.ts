import type { TestDatabase } from '../support';
import { aPerson, anOrganisation } from '../support';
import { besideBare, type Section, sessionsOf } from './beside-bare';
import type { Line } from './measure';
import { aProgrammeWorld, programmeSize } from './programme.world';

interface Found {
  readonly year: number;
  /** A class to come, and one that was held. */
  readonly coming: string;
  readonly held: string;
  /** Somebody on the list of the one to come. */
  readonly person: string;
  readonly school: string;
  readonly monday: string;
}

async function found({ sql }: TestDatabase): Promise<Found> {
  const [row] = await sql<Found>(
    `SELECT i.year, i.id AS coming, e.person_id AS person, p.organisation_id AS school,
       to_char(date_trunc('week', i.first_day), 'YYYY-MM-DD') AS monday,
       (SELECT h.id FROM programme_item h WHERE h.category = 'training' AND h.state = 'held' ORDER BY h.rank LIMIT 1) AS held
     FROM programme_item i JOIN enrolment e ON e.item_id = i.id AND e.state = 'enrolled' JOIN person p ON p.id = e.person_id
     WHERE i.category = 'training' AND i.state <> 'cancelled' ORDER BY i.first_day DESC, i.rank, e.turn LIMIT 1`,
  );
  if (!row) throw new Error('nobody is on any list');
  return row;
}

/** What is counted over all enrolments of a year is asked for less often. */
const dear = 8;

const cursorOf = (keys: readonly unknown[]) => Buffer.from(JSON.stringify(keys)).toString('base64url');

async function sections(database: TestDatabase): Promise<readonly Section[]> {
  const headquarters = await anOrganisation(database);
  const administrator = await sessionsOf(database, await aPerson(database, headquarters.id, 'administrator'));
  const { year, coming, held, person, school, monday } = await found(database);
  const listed = await sessionsOf(database, { id: person });
  const of = String(year);
  const items = `/api/programme/items`;
  // Deep in the third category.
  const deep = cursorOf([year, 3, 5000, 'PI-5000']);
  const asAdministrator = [
    ['categories of the year', `/api/programme/years/${of}`],
    ['items, first 50', `${items}?year=${of}`],
    ['items, a late page', `${items}?year=${of}&after=${deep}`],
    ['items, by words', `${items}?q=${encodeURIComponent('第777期')}`],
    ['one item', `${items}/${coming}`],
    ['enrolments of a class', `${items}/${coming}/enrolments`],
    ['attendance of a class that was held', `${items}/${held}/enrolments`],
    ['who waits', `${items}/${coming}/enrolments?state=waiting`],
    ['changes of a list', `${items}/${coming}/enrolment-changes?limit=8`],
    ['completeness: the month by school', `/api/completeness/schools?month=${of}-05`],
    ['completeness: items that lack something', `/api/completeness/items?month=${of}-05`],
    ['report: classes', `/api/indicators/trainings?year=${of}`],
    ['report: enrolled, each time', `/api/indicators/training-enrolled?year=${of}`],
    ['report: enrolled, each once', `/api/indicators/training-enrolled-people?year=${of}`],
    ['report: first rows of classes', `/api/indicators/trainings/rows?year=${of}`],
    ['report: first rows of enrolments', `/api/indicators/training-enrolled-people/rows?year=${of}`],
    ['report: classes by month', `/api/indicators/trainings/breakdown?year=${of}&by=month`],
    ['report: enrolled by school', `/api/indicators/training-enrolled-people/breakdown?year=${of}&by=school`],
    ['report: every figure of the year', `/api/years/${of}/figures`],
  ].map(([what = '', path = '']) => ({
    ...{ what: `10,000 items: ${what}`, path, cookies: administrator },
    ...(what.startsWith('report') ? { count: dear } : {}),
  }));
  const asListed = [
    ['my items', `${items}?mine=true`],
    ['one item, to somebody on its list', `${items}/${coming}`],
    ['the week of somebody on a list', `/api/schools/${school}/weeks/${monday}`],
  ].map(([what = '', path = '']) => ({ what: `10,000 items: ${what}`, path, cookies: listed }));
  return [...asAdministrator, ...asListed];
}

/** A year with 10,000 programme items and 200,000 enrolments, each page beside the same SQL over bare pg. */
export async function programmeBench(database: TestDatabase): Promise<readonly Line[]> {
  await aProgrammeWorld(database, programmeSize);
  return besideBare(database, await sections(database));
}
