import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { answerProposal, previewSeries, propose, readLessonHistory, readSeries, saveSeries } from '@qinglan/contracts';
import type { ProposalId } from '@qinglan/domain';
import {
  aCast,
  actorsOf,
  aDraft,
  aHouse,
  aPartnership,
  aSchool,
  aTown,
  Client,
  drafted,
  type House,
  overlapsIn,
  proposesSeries,
  type Town,
} from '../../support';

const beijingTime = (at: string | null) =>
  at === null ? null : new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

describe('a series of a term', () => {
  let house: House;
  let town: Town;
  let teacher: Client;
  let coordinator: Client;
  let theirCoordinator: Client;

  beforeAll(async () => {
    house = await aHouse();
  });
  beforeEach(async () => {
    town = await aTown(house);
    ({ teacher, coordinator, theirCoordinator } = await actorsOf(house, town));
  });
  afterAll(() => house.close());

  const preview = async (client: Client, draft: ReturnType<typeof aDraft>) =>
    (await client.call(previewSeries, { body: draft })).body;

  it('gives B01 fifteen lessons, follows the winter bell and skips the holiday', async () => {
    const found = await preview(teacher, aDraft([town.hangzhou, town.aksu]));
    expect(found).toMatchObject({ placed: 15, skipped: 1, notPlaced: 0, clashing: 0, past: 0 });
    const starts = found.occurrences.map((one) => [one.week, beijingTime(one.startsAt), one.window?.endsAt ?? null]);
    expect(starts[0]).toEqual([3, '2026-09-16 09:50', '10:30']);
    expect(starts[2]).toEqual([5, '2026-09-30 09:50', '10:30']);
    expect(starts[3]).toEqual([6, null, null]);
    expect(starts[4]).toEqual([7, '2026-10-14 10:00', '10:40']);
    expect(starts[15]).toEqual([18, '2026-12-30 10:00', '10:40']);
    const holiday = found.occurrences[3];
    expect(holiday).toMatchObject({ state: 'skipped', day: '2026-10-07' });
    expect(holiday?.reasons).toEqual([
      { who: 'presenting', scope: 'nation', kind: 'day-off', note: '国庆节', provisional: false },
      { who: 'receiving', scope: 'nation', kind: 'day-off', note: '国庆节', provisional: false },
    ]);
    expect(found.occurrences[0]?.window).toMatchObject({
      presentingPeriod: 3,
      receivingPeriod: 1,
      presentingShift: -10,
    });
  });

  it('gives B04 of two primary schools fifteen lessons at 10:40', async () => {
    const primary = await aTown(house, { hangzhou: 'HZ-PRIMARY', aksu: 'AK-PRIMARY' });
    const client = await house.as(primary.hangzhou.teachers[0]);
    const found = await preview(client, aDraft([primary.hangzhou, primary.aksu], { weekday: 1 }));
    expect(found.placed).toBe(15);
    const times = found.occurrences.flatMap((one) =>
      one.window ? [`${one.window.startsAt}-${one.window.endsAt}`] : [],
    );
    expect(new Set(times)).toEqual(new Set(['10:40-11:20']));
  });

  it('places only the winter weeks of B02 and suggests other windows for those not placed', async () => {
    const found = await preview(
      teacher,
      aDraft([town.hangzhou, town.aksu], { weekday: 2, period: 9, weeks: '3-18单' }),
    );
    expect(found.occurrences.map((one) => [one.week, one.state, one.window?.startsAt ?? null])).toEqual([
      [3, 'not-placed', null],
      [5, 'not-placed', null],
      ...[7, 9, 11, 13, 15, 17].map((week) => [week, 'placed', '16:25']),
    ]);
    const [september] = found.occurrences;
    expect(september?.suggestions[0]).toMatchObject({ startsAt: '10:40', endsAt: '11:20', presentingPeriod: 4 });
    expect(september?.cuts.length).toBeGreaterThan(0);
    expect(september?.cuts[0]?.cuts[0]).toMatchObject({ minutes: expect.any(Number) });
  });

  it('lets a meeting without classes take the presenting school’s period as it stands', async () => {
    const draft = aDraft([town.hangzhou, town.aksu], {
      kind: 'training',
      weekday: 5,
      period: 8,
      weeks: '6,10,14',
      presentingClassId: null,
      receivingClassId: null,
    });
    const found = await preview(teacher, draft);
    expect(found.occurrences.map((one) => one.window?.startsAt)).toEqual(['15:40', '15:40', '15:40']);
    expect(found.occurrences[0]?.window?.receivingPeriod).toBeNull();
  });

  it('leaves out the weeks its proposer leaves out, and takes a chosen start', async () => {
    const wish = {
      skipWeeks: [4],
      choices: [
        { week: 5, startsAt: '10:45' },
        { week: 8, startsAt: '09:00' },
      ],
    };
    const found = await preview(teacher, aDraft([town.hangzhou, town.aksu], wish));
    const of = (week: number) => found.occurrences.find((one) => one.week === week);
    expect(of(4)).toMatchObject({ state: 'left-out', window: null });
    expect(of(5)).toMatchObject({ state: 'placed', window: { startsAt: '10:45' } });
    expect(of(8)).toMatchObject({ state: 'not-placed' });
  });

  /** B06 stands, and B07 wants the same teacher and room with another class and another school in even weeks. */
  const aRivalry = async () => {
    const junior = await aTown(house, { hangzhou: 'HZ-JUNIOR', aksu: 'AK-SECONDARY' });
    const other = await aSchool(house, { bell: 'AK-SECONDARY', sideId: 'aksu' });
    await aPartnership(house, junior.hangzhou, other);
    const client = await house.as(junior.hangzhou.teachers[0]);
    const b06 = aDraft([junior.hangzhou, junior.aksu], { subject: '英语', weekday: 2, period: 8, weeks: '3-16' });
    const { items } = (await proposesSeries(client, await drafted(client, b06))).body;
    const classId = junior.hangzhou.classes[1].id;
    const b07 = { ...b06, ...aCast([junior.hangzhou, other]), presentingClassId: classId, weeks: '4-16双' };
    return { client, hangzhou: junior.hangzhou, items, b07 };
  };
  const isPlaced = (one: { readonly state: string }) => one.state === 'placed';

  it('tells all clashes of B06 and B07 at once: the even weeks in which both are placed', async () => {
    const { client, hangzhou, items, b07 } = await aRivalry();
    const found = await preview(client, b07);
    const both = found.occurrences.filter(isPlaced);
    expect(both.length).toBeGreaterThan(0);
    expect(found.clashing).toBe(both.length);
    for (const { week, clashes } of both) {
      const lessonId = items.find((one) => one.week === week)?.id;
      const inTheWay = expect.objectContaining({ lessonId, subject: '英语', state: 'proposed' });
      expect(clashes).toEqual([
        expect.objectContaining({
          rule: 'teacher-taken',
          party: { id: hangzhou.teachers[0].id, name: hangzhou.teachers[0].name },
          inTheWay,
        }),
        expect.objectContaining({
          rule: 'classroom-taken',
          party: { id: hangzhou.classrooms[0].id, name: hangzhou.classrooms[0].name },
          inTheWay,
        }),
      ]);
    }
  });

  it('is refused with every clash, and sent once it moved to the starts that are free for all', async () => {
    const { client, b07 } = await aRivalry();
    const placed = (await preview(client, b07)).placed;
    const refused = await proposesSeries(client, await drafted(client, b07));
    expect(refused.status).toBe(409);
    expect(refused.problem?.type).toBe('/problems/party-taken');
    const clashes = refused.problem?.clashes ?? [];
    expect(clashes).toHaveLength(2 * placed);
    const choices = clashes
      .filter((clash) => clash.rule === 'teacher-taken')
      .map((clash) => ({ week: clash.wanted.week ?? 0, startsAt: clash.moves[0]?.startsAt ?? '' }));
    const moved = { ...b07, choices };
    expect(await preview(client, moved)).toMatchObject({ placed, clashing: 0 });
    expect((await proposesSeries(client, await drafted(client, moved))).status).toBe(200);
  });

  it('tells a school of a slot taken by lessons of others no more than that it is taken', async () => {
    const other = await aSchool(house, { bell: 'AK-SECONDARY', sideId: 'aksu' });
    await aPartnership(house, town.hangzhou, other);
    const draft = aDraft([town.hangzhou, town.aksu]);
    await proposesSeries(teacher, await drafted(teacher, draft));
    const elsewhere = await house.as(other.coordinator);
    const found = await preview(elsewhere, aDraft([town.hangzhou, other]));
    expect(found.clashing).toBe(15);
    expect(found.occurrences[0]?.clashes[0]?.inTheWay).toMatchObject({ lessonId: null, subject: '', schools: '' });
  });

  it('is asked for, partly accepted, partly declined, and keeps its history', async () => {
    const sent = await proposesSeries(teacher, await drafted(teacher, aDraft([town.hangzhou, town.aksu])));
    expect(sent.body).toMatchObject({ status: 'open', lessons: { proposed: 15 }, mayAnswer: false, mayWithdraw: true });
    expect(sent.body.items).toHaveLength(15);
    const [declined, ...accepted] = sent.body.items;
    const answered = await theirCoordinator.call(answerProposal, {
      params: { proposalId: sent.body.id },
      body: {
        accept: accepted.map((lesson) => lesson.id),
        decline: declined ? [{ lessonId: declined.id, reason: '当天有家长会' }] : [],
      },
      version: sent.body.version,
    });
    expect(answered.body).toMatchObject({ status: 'answered', lessons: { confirmed: 14, declined: 1 }, version: 2 });
    expect(answered.body.items[0]).toMatchObject({ state: 'declined', reason: '当天有家长会', version: 2 });
    const history = await teacher.call(readLessonHistory, { params: { lessonId: answered.body.items[0]?.id ?? '' } });
    expect(history.body.items.map((one) => [one.act, one.actor])).toEqual([
      ['lesson.proposed', town.hangzhou.teachers[0].name],
      ['lesson.declined', town.aksu.coordinator.name],
    ]);
    expect(history.body.items[1]?.detail).toMatchObject({ reason: '当天有家长会' });
    const series = await teacher.call(readSeries, { params: { seriesId: sent.body.seriesId ?? '' } });
    expect(series.body.lessons).toEqual({ confirmed: 14, declined: 1 });
    expect(await house.sql('SELECT closed_at FROM proposal WHERE id = $1', [sent.body.id])).toEqual([
      { closed_at: expect.any(Date) },
    ]);
    expect(await house.sql('SELECT count(*)::int AS n FROM hold WHERE released_at IS NOT NULL')).not.toEqual([
      { n: 0 },
    ]);
    expect(await overlapsIn(house)).toEqual([]);
  });

  it('cannot be changed or asked for again once lessons of it wait', async () => {
    const draft = aDraft([town.hangzhou, town.aksu]);
    const seriesId = await drafted(teacher, draft);
    await proposesSeries(teacher, seriesId);
    const again = await proposesSeries(teacher, seriesId);
    expect(again.problem?.type).toBe('/problems/wrong-state');
    const changed = await teacher.call(saveSeries, { params: { seriesId }, body: { ...draft, period: 4 }, version: 1 });
    expect(changed.problem?.type).toBe('/problems/wrong-state');
  });

  it('happens once when it is sent fifty times at once, and refuses another content under its id', async () => {
    const seriesId = await drafted(teacher, aDraft([town.hangzhou, town.aksu]));
    const params = { proposalId: randomUUID() as ProposalId };
    const body = { of: 'series' as const, seriesId, message: '请审阅', includesPast: false };
    const replies = await Promise.all(Array.from({ length: 50 }, () => teacher.call(propose, { params, body })));
    expect(replies.map((reply) => reply.status)).toEqual(Array.from({ length: 50 }, () => 200));
    const lessons = await house.sql('SELECT id FROM lesson WHERE series_id = $1', [seriesId]);
    expect(lessons).toHaveLength(15);
    expect(new Set(replies.map((reply) => JSON.stringify(reply.body))).size).toBe(1);
    const other = await teacher.call(propose, { params, body: { ...body, message: '再看看' } });
    expect(other.problem?.type).toBe('/problems/id-taken');
    const somebodyElse = await coordinator.call(propose, { params, body });
    expect(somebodyElse.problem?.type).toBe('/problems/id-taken');
  });

  it('leaves past weeks out unless the agreement is written down late', async () => {
    house.clock.moveTo('2026-10-20T02:00:00Z');
    try {
      const late = await drafted(teacher, aDraft([town.hangzhou, town.aksu]));
      const found = await preview(teacher, aDraft([town.hangzhou, town.aksu]));
      expect(found.past).toBe(4);
      const ahead = await proposesSeries(teacher, late);
      expect(ahead.body.items).toHaveLength(11);
      const more = aDraft([town.hangzhou, town.aksu], { weekday: 4, period: 4 });
      const whole = await proposesSeries(teacher, await drafted(teacher, more), { includesPast: true });
      expect(whole.body.items.length).toBeGreaterThan(11);
    } finally {
      house.clock.moveTo('2026-08-25T02:00:00Z');
    }
  });

  it('refuses to be asked for when no week can be placed', async () => {
    const seriesId = await drafted(
      teacher,
      aDraft([town.hangzhou, town.aksu], { weekday: 2, period: 9, weeks: '3-5' }),
    );
    expect((await proposesSeries(teacher, seriesId)).problem?.type).toBe('/problems/nothing-placed');
  });
});
