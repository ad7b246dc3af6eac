import type { TestDatabase } from '../support';
import { aPerson, anOrganisation } from '../support';
import { besideBare, type Section, sessionsOf } from './beside-bare';
import type { Line } from './measure';
import { aMentoringWorld, promisedSize } from './mentoring.world';

/** The mentor with the most mentees, and his first mentee. */
async function mostBurdened({ sql }: TestDatabase): Promise<{ readonly mentor: string; readonly mentee: string }> {
  const [found] = await sql<{ mentor: string; mentee: string }>(
    `SELECT mentor_id AS mentor, min(mentee_id::text) AS mentee FROM pairing WHERE state = 'active'
     GROUP BY mentor_id ORDER BY count(*) DESC LIMIT 1`,
  );
  if (!found) throw new Error('nobody guides anybody');
  return found;
}

async function sections(database: TestDatabase): Promise<readonly Section[]> {
  const headquarters = await anOrganisation(database);
  const administrator = await sessionsOf(database, await aPerson(database, headquarters.id, 'administrator'));
  const { mentor, mentee } = await mostBurdened(database);
  const [studio] = await database.sql<{ id: string; lead_id: string }>('SELECT id, lead_id FROM studio ORDER BY code');
  const lead = await sessionsOf(database, { id: studio?.lead_id ?? '' });
  const board = [
    ['figures', '/figures'],
    ['equity of visits', '/equity'],
    ['load per mentor', '/loads'],
    ['obligations by kind', '/obligations'],
    ['list to act on, first 50', '/to-act-on'],
    ['list to act on, obligations failing', '/to-act-on?reason=obligation-red'],
    ['list to act on, one studio', `/to-act-on?studioId=${studio?.id ?? ''}`],
    ['figures of one studio', `/figures?studioId=${studio?.id ?? ''}`],
    ['choices of the filters', '/choices'],
  ].map(([what = '', path = '']) => ({ what: `board: ${what}`, path: `/api/tracking${path}`, cookies: administrator }));
  return [
    ...board,
    { what: 'board of a lead: figures', path: '/api/tracking/figures', cookies: lead },
    {
      what: 'mentor: my mentees, most waiting first',
      path: '/api/pairings?as=mentor',
      cookies: await sessionsOf(database, { id: mentor }),
    },
    {
      what: 'mentee: my mentors',
      path: '/api/pairings?as=mentee',
      cookies: await sessionsOf(database, { id: mentee }),
    },
    { what: 'administrator: all pairings, most waiting first', path: '/api/pairings', cookies: administrator },
  ];
}

/** The tracking board and the pages of mentor and mentee with 10,000 pairings, each beside the same SQL over bare pg. */
export async function mentoringBench(database: TestDatabase): Promise<readonly Line[]> {
  await aMentoringWorld(database, promisedSize);
  return besideBare(database, await sections(database));
}
