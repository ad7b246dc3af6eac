import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as contracts from '@qinglan/contracts';
import * as support from '../../support';

interface Page {
  readonly items: readonly { readonly act: string }[];
  readonly next: string | null;
}
type Reads = (query: { readonly limit: number; readonly after?: string }) => Promise<{
  readonly status: number;
  readonly body: Page;
}>;

/** Something with a history: under what that stands, and how a page of it is read. */
interface Told {
  readonly subjectId: string;
  readonly read: Reads;
}

const kinds = ['organisation', 'pairing', 'item', 'yearly report', 'lesson', 'activity'] as const;
type Kind = (typeof kinds)[number];
const oldestFirst: ReadonlySet<Kind> = new Set(['lesson', 'activity']);
/** Lines of each, so that 120,000 stand behind. */
const many = 20_000;

describe('a history', () => {
  let house: support.House;
  let told: Readonly<Record<Kind, Told>>;

  beforeAll(async () => {
    house = await support.aHouse();
    const town = await support.aTown(house);
    const keeper = await support.aPerson(house, town.hangzhou.id, 'administrator');
    const client = await house.as(keeper);
    const mentor = await support.aPerson(house, town.hangzhou.id, 'mentor');
    const mentee = await support.aPerson(house, town.aksu.id, 'mentee');
    const { pairingId } = await support.aPairing(house, { mentor, mentee, state: 'active', fromDay: '2026-09-01' });
    const { itemId } = await support.anItemWith(house, { hostId: town.aksu.id, personId: mentee.id, by: keeper.id });
    await support.aReportOf(house, 2026, keeper);
    const [report] = await house.sql<{ id: string }>('SELECT id FROM yearly_report WHERE year = 2026');
    const { id: lessonId } = await support.aLesson(house, town);
    const studio = await support.aLedStudio(house, town);
    const meeting = support.aMeeting(studio.studioId, studio.mentees);
    const { id: activityId } = (await support.arranges(await house.as(studio.lead), meeting)).body;
    const subjectId = town.aksu.id;
    told = {
      organisation: {
        subjectId,
        read: (query) => client.call(contracts.readRegisterHistory, { params: { subjectId }, query }),
      },
      pairing: {
        subjectId: pairingId,
        read: (query) => client.call(contracts.readPairingHistory, { params: { pairingId }, query }),
      },
      item: {
        subjectId: itemId,
        read: (query) => client.call(contracts.readItemHistory, { params: { itemId }, query }),
      },
      'yearly report': {
        subjectId: report?.id ?? '',
        read: (query) => client.call(contracts.readYearlyHistory, { params: { year: 2026 }, query }),
      },
      lesson: {
        subjectId: lessonId,
        read: (query) => client.call(contracts.readLessonHistory, { params: { lessonId }, query }),
      },
      activity: {
        subjectId: activityId,
        read: (query) => client.call(contracts.readActivityHistory, { params: { activityId }, query }),
      },
    };
    await house.sql(
      `INSERT INTO history (subject_id, at, act, detail)
       SELECT s, '2026-08-25T02:00:00Z', CASE WHEN n % 5 = 0 THEN 'yearly.section-written' ELSE 'some.act-' || n END,
         jsonb_build_object('section', 'overview', 'was', jsonb_build_object('title', jsonb_build_object('zh', n::text, 'en', '', 'ug', ''),
           'body', jsonb_build_object('zh', '', 'en', '', 'ug', ''), 'isHidden', false))
       FROM unnest($1::uuid[]) s, generate_series(1, $2::int) n`,
      [Object.values(told).map((one) => one.subjectId), many],
    );
    await house.sql('VACUUM ANALYZE history');
  }, 120_000);
  afterAll(() => house.close());

  it.each(kinds)('of a thing of kind %s comes page by page, no line twice and none left out', async (kind) => {
    const { subjectId, read } = told[kind];
    const order = oldestFirst.has(kind) ? 'id' : 'id DESC';
    const all = await house.sql<{ act: string }>(
      `SELECT act FROM history WHERE subject_id = $1 ORDER BY ${order} LIMIT 25`,
      [subjectId],
    );
    const first = await read({ limit: 10 });
    const second = await read({ limit: 15, after: first.body.next ?? '' });
    expect([...first.body.items, ...second.body.items].map(({ act }) => act)).toEqual(all.map(({ act }) => act));
    expect((await read({ limit: 10, after: 'x' })).status).toBe(400);
  });

  it.each(kinds)('of a thing of kind %s costs the same however long it is', async (kind) => {
    const { read } = told[kind];
    let { body } = await read({ limit: 200 });
    for (let pages = 1; pages < 40; pages += 1) ({ body } = await read({ limit: 200, after: body.next ?? '' }));
    const costs = await support.readsDuring(house, () => read({ limit: 50, after: body.next ?? '' }));
    const page = costs.filter(({ indexes }) => indexes.includes('history_subject_ix'));
    expect(page).toHaveLength(1);
    expect(page[0]?.wholeTables).not.toContain('history');
    expect(page[0]?.blocks).toBeLessThan(100);
  });

  it('of a yearly report says of every change what the section said afterwards', async () => {
    const { body } = await told['yearly report'].read({ limit: 11 });
    const changes = (body as contracts.ReplyOf<typeof contracts.readYearlyHistory>).items.filter(
      ({ act }) => act === 'yearly.section-written',
    );
    expect(changes.map(({ before, after }) => [before?.title.zh, after?.title.zh])).toEqual(
      [
        [20_000, '概述'],
        [19_995, 20_000],
        [19_990, 19_995],
      ].map(([was, is]) => [String(was), String(is)]),
    );
  });
});
