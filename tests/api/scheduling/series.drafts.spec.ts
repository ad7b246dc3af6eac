import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { listSeries, readSeries, saveSeries } from '@qinglan/contracts';
import { actorsOf, aDraft, aHouse, aTown, Client, drafted, type House, type Town } from '../../support';

describe('the draft of a series', () => {
  let house: House;
  let town: Town;
  let teacher: Client;
  let coordinator: Client;
  let theirCoordinator: Client;
  let stranger: Client;

  beforeAll(async () => {
    house = await aHouse();
  });
  beforeEach(async () => {
    town = await aTown(house);
    ({ teacher, coordinator, theirCoordinator, stranger } = await actorsOf(house, town));
  });
  afterAll(() => house.close());

  const saved = (client: Client, draft: ReturnType<typeof aDraft>, at: { version?: number; seriesId?: string } = {}) =>
    client.call(saveSeries, {
      params: { seriesId: at.seriesId ?? randomUUID() },
      body: draft,
      version: at.version ?? 0,
    });

  it('is the same however often it is saved, changes by version, and refuses a stale one', async () => {
    const draft = aDraft([town.hangzhou, town.aksu]);
    const seriesId = randomUUID();
    expect((await saved(teacher, draft, { seriesId })).body).toMatchObject({ version: 1, lessons: {} });
    expect((await saved(teacher, draft, { seriesId })).body.version).toBe(1);
    const changed = await saved(teacher, { ...draft, weeks: '3-18单' }, { version: 1, seriesId });
    expect(changed.body).toMatchObject({ version: 2, weeks: '3-18单', presenter: town.hangzhou.teachers[0].name });
    expect((await saved(teacher, draft, { version: 1, seriesId })).status).toBe(412);
    expect((await saved(teacher, draft, { version: 5 })).status).toBe(404);
    const acts = await house.sql('SELECT act FROM history WHERE subject_id = $1 ORDER BY id', [seriesId]);
    expect(acts).toEqual([{ act: 'series.drafted' }, { act: 'series.changed' }]);
  });

  it('is of the two schools, of partners, in a known term, and in weeks that can be read', async () => {
    const schools = [town.hangzhou, town.aksu] as const;
    const kind = async (client: Client, draft: ReturnType<typeof aDraft>) =>
      (await saved(client, draft)).problem?.type.replace('/problems/', '');
    expect(await kind(teacher, aDraft(schools, { weeks: '3-18单双' }))).toBe('weeks-unreadable');
    expect(await kind(teacher, aDraft(schools, { termCode: '2099-1' }))).toBe('invalid-input');
    expect(await kind(teacher, aDraft(schools, { receivingClassId: town.foreign.classes[0].id }))).toBe(
      'party-foreign',
    );
    expect(await kind(coordinator, aDraft([town.hangzhou, town.foreign]))).toBe('not-partners');
    expect(await kind(stranger, aDraft(schools))).toBe('not-found');
    const colleague = await house.as(town.hangzhou.teachers[1]);
    expect(await kind(colleague, aDraft(schools))).toBe('forbidden');
    expect(await kind(await house.as(town.viewer), aDraft(schools))).toBe('forbidden');
    const code = `S-${randomUUID().slice(0, 8)}`;
    expect(await kind(teacher, aDraft(schools, { code }))).toBeUndefined();
    expect(await kind(teacher, aDraft(schools, { code }))).toBe('code-taken');
  });

  it('is listed to both schools, page by page, and hidden from others', async () => {
    const ids = [];
    for (const period of [3, 4, 5]) {
      ids.push(await drafted(teacher, aDraft([town.hangzhou, town.aksu], { period })));
    }
    const first = (await theirCoordinator.call(listSeries, { query: { limit: 2 } })).body;
    expect(first.items).toHaveLength(2);
    const second = (await theirCoordinator.call(listSeries, { query: { limit: 2, after: first.next ?? '' } })).body;
    expect(second).toMatchObject({ next: null });
    const found = [...first.items, ...second.items].map((one) => one.id);
    expect(new Set(found)).toEqual(new Set(ids));
    expect((await stranger.call(listSeries)).body.items).toEqual([]);
    expect((await stranger.call(readSeries, { params: { seriesId: ids[0] ?? '' } })).status).toBe(404);
    const all = await (await house.as(town.viewer)).call(listSeries, { query: { schoolId: town.aksu.id } });
    expect(all.body.items).toHaveLength(3);
    const bad = await teacher.call(listSeries, { query: { after: 'x' } });
    expect(bad.problem?.type).toBe('/problems/invalid-input');
  });
});
