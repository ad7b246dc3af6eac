import { randomUUID } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  answerProposal,
  askMatchingProposal,
  listSeries,
  logVisit,
  openObservation,
  openYearlyReport,
  propose,
} from '@qinglan/contracts';
import {
  asId,
  type ObservationId,
  type OrganisationId,
  type PairingId,
  type PersonId,
  type ProposalId,
  type StudioId,
} from '@qinglan/domain';
import {
  aMatchingRound,
  aMeeting,
  anItemWith,
  anOpenLesson,
  aRemark,
  arranges,
  type Client,
  type House,
  type ItemMade,
  sends as sendsRemarks,
} from '../support';
import { aDemoHouse, type Desk, type Desks, desksAt, personOf, phone, type Sitting } from '../support/browser';
import { aReportOf } from '../support/yearly-made';
import { namedPaths } from './routes';

// Axe looks at some pages for seconds on a slow machine.
jest.setTimeout(180_000);

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A route, an address of it that has something to show, and who opens it. */
interface Place {
  readonly path: string;
  readonly as: string;
  readonly at?: (ids: Ids) => string;
}
interface Ids {
  readonly draft: string;
  readonly sent: string;
  readonly lesson: string;
  readonly open: string;
  readonly bell: string;
  readonly studio: string;
  readonly activity: string;
  readonly pairing: string;
  readonly writing: string;
  readonly heard: string;
  readonly round: string;
  readonly planned: string;
  readonly openLesson: string;
  readonly item: ItemMade;
  readonly issue: string;
  readonly shared: string;
}

const [teacher, coordinator, administrator, nobody] = ['HZ-YQ-T1', 'AK-SH-CO', 'HQ-ADM', 'nobody'] as const;
const mentee = 'AK-SH-T1';
const places: readonly Place[] = [
  { path: 'sign-in', as: nobody },
  { path: 'week', as: teacher },
  { path: 'week/:monday', as: coordinator, at: () => 'week/2026-09-21' },
  { path: 'lessons/:lessonId', as: teacher, at: ({ lesson }) => `lessons/${lesson}` },
  { path: 'lessons/:lessonId/room', as: teacher, at: ({ lesson }) => `lessons/${lesson}/room` },
  { path: 'lessons/:lessonId/record', as: teacher, at: ({ lesson }) => `lessons/${lesson}/record` },
  { path: 'series', as: teacher },
  { path: 'series/:seriesId', as: teacher, at: ({ sent }) => `series/${sent}` },
  { path: 'series/:seriesId', as: 'HZ-YQ-CO', at: ({ draft }) => `series/${draft}` },
  { path: 'lesson/new', as: teacher },
  { path: 'proposals', as: coordinator },
  { path: 'proposals/:proposalId', as: coordinator, at: ({ open }) => `proposals/${open}` },
  { path: 'mentoring', as: teacher },
  { path: 'mentoring', as: coordinator },
  { path: 'pairings/:pairingId', as: teacher, at: ({ pairing }) => `pairings/${pairing}` },
  { path: 'pairings/:pairingId/agreement', as: teacher, at: ({ pairing }) => `pairings/${pairing}/agreement` },
  { path: 'pairings/:pairingId/growth', as: teacher, at: ({ pairing }) => `pairings/${pairing}/growth` },
  { path: 'panels', as: teacher },
  { path: 'panels/:openLessonId', as: teacher, at: ({ openLesson }) => `panels/${openLesson}` },
  { path: 'cohorts', as: administrator },
  { path: 'cohorts/:cohort', as: administrator, at: () => 'cohorts/第一期' },
  { path: 'agreement-templates', as: administrator },
  { path: 'observations', as: teacher },
  { path: 'observations', as: mentee },
  { path: 'observations/new', as: teacher },
  { path: 'observations/visit', as: teacher },
  { path: 'observations/ask', as: mentee },
  { path: 'observations/:observationId', as: teacher, at: ({ writing }) => `observations/${writing}` },
  { path: 'observations/:observationId', as: teacher, at: ({ heard }) => `observations/${heard}` },
  { path: 'observations/:observationId', as: mentee, at: ({ heard }) => `observations/${heard}` },
  { path: 'account', as: teacher },
  { path: 'register', as: administrator },
  { path: 'register/accounts', as: administrator },
  { path: 'register/organisations', as: administrator },
  { path: 'register/classrooms', as: administrator },
  { path: 'register/classes', as: coordinator },
  { path: 'register/people', as: administrator },
  { path: 'register/partnerships', as: administrator },
  { path: 'register/bells', as: administrator },
  { path: 'register/bells/new', as: administrator },
  { path: 'register/bells/:bellScheduleId', as: administrator, at: ({ bell }) => `register/bells/${bell}` },
  { path: 'register/terms', as: administrator },
  { path: 'register/calendar', as: administrator },
  { path: 'register/import', as: administrator },
  { path: 'matching', as: administrator },
  { path: 'matching/:roundId', as: administrator, at: ({ round }) => `matching/${round}` },
  { path: 'matching/:roundId', as: administrator, at: ({ planned }) => `matching/${planned}` },
  { path: 'matching', as: mentee },
  { path: 'matching/:roundId', as: mentee, at: ({ round }) => `matching/${round}` },
  { path: 'matching/:roundId', as: teacher, at: ({ round }) => `matching/${round}` },
  { path: 'tracking', as: administrator },
  { path: 'studios', as: teacher },
  { path: 'studios/:studioId', as: 'M01', at: ({ studio }) => `studios/${studio}` },
  { path: 'studios/:studioId/activities/new', as: 'M01', at: ({ studio }) => `studios/${studio}/activities/new` },
  { path: 'activities/:activityId', as: 'M01', at: ({ activity }) => `activities/${activity}` },
  { path: 'programme', as: teacher },
  { path: 'programme', as: administrator },
  { path: 'programme/new', as: administrator },
  { path: 'programme/:itemId', as: administrator, at: ({ item }) => `programme/${item.itemId}` },
  { path: 'programme/:itemId/edit', as: administrator, at: ({ item }) => `programme/${item.itemId}/edit` },
  { path: 'programme/:itemId/attendance', as: coordinator, at: ({ item }) => `programme/${item.itemId}/attendance` },
  {
    path: 'programme/:itemId/certificates',
    as: coordinator,
    at: ({ item }) => `programme/${item.itemId}/certificates`,
  },
  {
    path: 'programme/:itemId/sittings/new',
    as: administrator,
    at: ({ item }) => `programme/${item.itemId}/sittings/new`,
  },
  {
    path: 'programme/certificates/:certificateId',
    as: administrator,
    at: ({ item }) => `programme/certificates/${item.certificateId}`,
  },
  { path: 'verify', as: nobody },
  { path: ':code', as: nobody, at: ({ item }) => `verify/${item.certificateCode}` },
  { path: 'reports', as: administrator },
  { path: 'reports/completeness', as: administrator, at: () => 'reports/completeness?month=2026-09' },
  { path: 'reports/completeness', as: coordinator },
  { path: 'reports/:year', as: administrator, at: () => 'reports/2014' },
  { path: 'reports/:year', as: administrator, at: () => 'reports/2015' },
  { path: 'reports/:year/draft', as: administrator, at: () => 'reports/2015/draft' },
  { path: 'reports/:year/history', as: administrator, at: () => 'reports/2015/history' },
  { path: 'name-lists', as: administrator },
  { path: 'honours', as: administrator },
  { path: 'honours', as: coordinator, at: () => 'honours?year=2026' },
  { path: 'indicators', as: administrator },
  { path: 'indicators/new', as: administrator },
  { path: 'indicators/:key', as: administrator, at: () => 'indicators/mentees?year=2015&by=studio' },
  { path: 'indicators/:key', as: administrator, at: () => 'indicators/mentees-per-mentor?year=2015' },
  { path: 'indicators/:key', as: administrator, at: () => 'indicators/mentors?year=2015&view=rows' },
  { path: 'indicators/:key/edit', as: administrator, at: () => 'indicators/studios/edit' },
  { path: 'statements', as: administrator, at: () => 'statements?year=2015' },
  { path: 'reports/:year/issues/:issueId', as: administrator, at: ({ issue }) => `reports/2016/issues/${issue}` },
  { path: 'shared-report', as: nobody },
  { path: 'shared-report', as: nobody, at: ({ shared }) => `shared-report#${shared}` },
  { path: 'not-for-you', as: teacher },
  { path: '**', as: teacher, at: () => 'no/such/page' },
];

let house: House;
let desks: Desks;
let ids: Ids;

/** Lays a series of the register before the other school. */
async function sends(client: Client, code: string) {
  const { items } = (await client.call(listSeries, { query: { termCode: '2026-1', limit: 100 } })).body;
  const seriesId = items.find((one) => one.code === code)?.id;
  if (!seriesId) throw new Error(`the register has no ${code}`);
  const body = { of: 'series' as const, seriesId, message: '请安排教室。', includesPast: false };
  const sent = await client.call(propose, { params: { proposalId: randomUUID() as ProposalId }, body });
  return { seriesId, proposal: sent.body };
}

/** The one thing that a question finds. */
async function idBy(question: string): Promise<string> {
  const [found] = await house.sql<{ id: string }>(question);
  if (!found) throw new Error(`nothing is found by ${question}`);
  return found.id;
}

/** What the mentor is writing of a lesson, and a visit that waits for the countersignature. */
async function hears(mentor: Client, pairing: string) {
  const pairingId = asId<PairingId>(pairing);
  const writing = asId<ObservationId>(randomUUID());
  const ordinary = {
    of: 'class' as const,
    onDay: '2026-09-15',
    topic: '函数的概念',
    subject: '数学',
    class: '高一(1)班',
  };
  const ofThese = { pairingId, direction: 'mentor-hears' as const, mode: 'on-site' as const };
  await mentor.call(openObservation, { params: { observationId: writing }, body: { ...ordinary, ...ofThese } });
  const advice = { kind: 'advice' as const, view: 'teaching.asking', tags: ['提问'] };
  await sendsRemarks(mentor, writing, aRemark('导入自然'), aRemark('多等三秒', advice));
  const heard = asId<ObservationId>(randomUUID());
  const where = { ...ofThese, onDay: null, class: null };
  const what = { topic: '集合', subject: '数学', highlight: '例子贴近生活', advice: '多让学生说' };
  await mentor.call(logVisit, { params: { observationId: heard }, body: { ...where, ...what } });
  return { writing, heard };
}

/** An open lesson of somebody else's mentee, on whose panel this teacher sits. */
async function aPanelOf(code: string): Promise<string> {
  const pairingId = await idBy(
    `SELECT p.id FROM pairing p JOIN person m ON m.id = p.mentor_id WHERE m.code = 'M01' AND p.state = 'active' LIMIT 1`,
  );
  const panel = [await personOf(house, code), await personOf(house, 'AK-SH-CO')];
  return anOpenLesson(house, { pairingId: asId<PairingId>(pairingId) }, { panel, onDay: '2026-09-10' });
}

/** One round in which wishes are told, and one with plans, of a mentor and a mentee of mathematics. */
async function twoRounds(): Promise<Pick<Ids, 'round' | 'planned'>> {
  const people = await Promise.all([teacher, mentee].map((code) => personOf(house, code)));
  const [mentors, mentees] = people.map(({ id }) => [{ id, code: '', name: '', schoolId: asId<OrganisationId>('') }]);
  const open = await aMatchingRound(house, { mentors: mentors ?? [], mentees: mentees ?? [] });
  const planned = await aMatchingRound(house, { mentors: mentors ?? [], mentees: mentees ?? [] });
  await house.sql('UPDATE matching_person SET capacity = 2, told_at = now() WHERE round_id = $1 AND part = $2', [
    ...[planned.roundId, 'mentor'],
  ]);
  const keeper = await house.as(await personOf(house, administrator));
  await keeper.call(askMatchingProposal, { params: { roundId: planned.roundId }, version: 1 });
  return { round: open.roundId, planned: planned.roundId };
}

/** A training class with one person who completed and is certified. */
async function anItemAt(school: string): Promise<ItemMade> {
  const [host] = await house.sql<{ id: OrganisationId }>('SELECT id FROM organisation WHERE code = $1', [school]);
  if (!host) throw new Error(`the register has no ${school}`);
  const [person, by] = await Promise.all(['E01', administrator].map((code) => personOf(house, code)));
  if (!person || !by) throw new Error('somebody is missing');
  return anItemWith(house, { hostId: host.id, personId: person.id, by: by.id });
}

/** A meeting of a studio, arranged by its lead. */
async function aMeetingOf(studioId: string): Promise<string> {
  const lead = await house.as(await personOf(house, 'M01'));
  const mentee = await personOf(house, 'T003');
  const people = [{ id: lead.personId as PersonId }, mentee];
  return (await arranges(lead, aMeeting(studioId as StudioId, people, { startsAt: '2026-09-18T11:30:00Z' }))).body.id;
}

/** A draft of 2015 from the register, and an issue of 2016 with a link to it. */
async function reportsOfTwoYears() {
  const { id } = await personOf(house, administrator);
  await (await house.as({ id })).call(openYearlyReport, { params: { year: 2015 } });
  const { issueId, token } = await aReportOf(house, 2016, {
    id,
    code: '',
    name: '',
    schoolId: asId<OrganisationId>(''),
  });
  return { issue: issueId as string, shared: token };
}

/** A term agreed upon, its first lesson about to begin, and another proposal that waits for its answer. */
async function aTermUnderWay(): Promise<Ids> {
  const [own, aksu, drafter] = await Promise.all(
    ['HZ-YQ-T1', 'AK-SH-CO', 'HZ-YQ-CO'].map(async (code) => house.as(await personOf(house, code))),
  );
  if (!own || !aksu || !drafter) throw new Error('somebody is missing');
  const { seriesId: sent, proposal } = await sends(own, 'B01');
  const [first, second, ...others] = proposal.items.map(({ id }) => id);
  if (!first || !second) throw new Error('there is no lesson');
  const body = { accept: [first, ...others], decline: [{ lessonId: second, reason: '当天校运会' }] };
  await aksu.call(answerProposal, { params: { proposalId: proposal.id }, body, version: proposal.version });
  house.clock.moveTo('2026-09-16T01:45:00Z');
  const open = await sends(drafter, 'B03');
  const draft = (await drafter.call(listSeries, { query: { termCode: '2026-1', limit: 100 } })).body.items;
  const pairing = await idBy(
    `SELECT p.id FROM pairing p JOIN person m ON m.id = p.mentor_id WHERE m.code = 'HZ-YQ-T1'`,
  );
  const studio = await idBy(`SELECT id FROM studio WHERE code = 'QL-SXG'`);
  return {
    ...(await hears(own, pairing)),
    pairing,
    draft: draft.find(({ code }) => code === 'B02')?.id ?? '',
    sent,
    lesson: first,
    open: open.proposal.id,
    bell: await idBy(`SELECT id FROM bell_schedule WHERE code = 'AK-SECONDARY'`),
    openLesson: await aPanelOf('HZ-YQ-T1'),
    ...(await twoRounds()),
    studio,
    activity: await aMeetingOf(studio),
    item: await anItemAt('AK-SH'),
    ...(await reportsOfTwoYears()),
  };
}

beforeAll(async () => {
  house = await aDemoHouse('2026-09-01T02:00:00Z');
  ids = await aTermUnderWay();
  desks = await desksAt(house);
});
afterEach(() => desks.leave());
afterAll(async () => {
  await desks?.close();
  await house?.close();
});

/** As high as the page, so that bars that stay in view lie over nothing. */
async function showsWhole({ page }: Desk, width = page.viewportSize()?.width ?? phone.width): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  const height = await page.evaluate(() => Math.max(900, document.documentElement.scrollHeight));
  await page.setViewportSize({ width, height });
}

async function opens(desk: Desk, { path, at }: Place): Promise<void> {
  await desk.go(`/${at?.(ids) ?? path}`);
  await desk.sees(desk.page.locator('main h1'));
  await desk.seesNoMore(desk.page.locator('ui-waiting'));
  await showsWhole(desk);
  await desk.settles();
}

/** What axe finds, a line each. */
async function violations(desk: Desk, rules?: readonly string[]): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page: desk.page }).setLegacyMode();
  axe.options({ resultTypes: ['violations'] });
  const results = await (rules ? axe.withRules([...rules]) : axe.withTags(tags)).analyze();
  expect(results.passes.length).toBeGreaterThan(0); // it did look
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} at ${String(target)}: ${failureSummary?.replaceAll(/\s+/g, ' ') ?? ''}`,
    ),
  );
}

/** In the light everything is looked at; in the dark only colours are different. */
async function violationsInBothLights(desk: Desk): Promise<readonly string[]> {
  await desk.page.emulateMedia({ colorScheme: 'light' });
  await desk.settles();
  const light = await violations(desk);
  await desk.page.emulateMedia({ colorScheme: 'dark' });
  await desk.settles();
  const dark = await violations(desk, ['color-contrast']);
  return [...light.map((line) => `light: ${line}`), ...dark.map((line) => `dark: ${line}`)];
}

/** By how many pixels the page is wider than its window, and what sticks out. */
const overflow = (desk: Desk): Promise<readonly string[]> =>
  desk.page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const out = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < -1 || right > width + 1;
    });
    return out.slice(0, 5).map((element) => `too wide: ${element.tagName} ${element.className}`);
  });

/** Walks through the places of one person, and gathers what is wrong. */
async function walk(code: string, sitting: Sitting, look: (desk: Desk) => Promise<readonly string[]>) {
  const found: string[] = [];
  const desk = await desks.take({ ...sitting, ...(code !== nobody && { as: await personOf(house, code) }) });
  for (const place of places.filter(({ as }) => as === code)) {
    await opens(desk, place);
    found.push(...(await look(desk)).map((line) => `${place.path}: ${line}`));
  }
  return found;
}

const people = [...new Set(places.map(({ as }) => as))];

describe('every route', () => {
  it('is in the list of this test', () => {
    const missing = namedPaths().filter((path) => !places.some((place) => `/${place.path}`.endsWith(`/${path}`)));
    expect(missing).toEqual([]);
  });

  it.each(people)('of %s is open to everybody, in light and dark, and no wider than a phone', async (code) => {
    const found = await walk(code, {}, async (desk) => {
      const wrong = await violationsInBothLights(desk);
      await desk.page.setViewportSize(phone);
      await desk.settles();
      const wide = await overflow(desk);
      await desk.page.setViewportSize({ width: 1280, height: 900 });
      return [...wrong, ...wide];
    });
    expect(found).toEqual([]);
  });

  it.each(people)('of %s is open to everybody in Uyghur too, from right to left, on a phone', async (code) => {
    const found = await walk(code, { language: 'ug', size: phone }, async (desk) => {
      const direction = await desk.page.evaluate(() => document.documentElement.dir);
      const wrong = await violationsInBothLights(desk);
      return [...(direction === 'rtl' ? [] : ['not from right to left']), ...wrong, ...(await overflow(desk))];
    });
    expect(found).toEqual([]);
  });
});

describe('the week', () => {
  const stop = (desk: Desk) =>
    desk.page.evaluate(
      () => document.activeElement?.getAttribute('data-stop') ?? document.activeElement?.tagName ?? '',
    );

  async function press(desk: Desk, key: string): Promise<string> {
    await desk.page.keyboard.press(key);
    return stop(desk);
  }

  /** From the top of the page with the Tab key alone. */
  async function tabsIntoGrid(desk: Desk): Promise<string> {
    for (let tries = 0; tries < 40; tries += 1) {
      const at = await press(desk, 'Tab');
      if (/^[\da-f]{8}-|\//.test(at)) return at;
    }
    throw new Error(`the grid is not reached:\n${await desk.text()}`);
  }

  it('is walked with the arrow keys, and Enter opens', async () => {
    const desk = await desks.take({ as: await personOf(house, 'HZ-YQ-T1') });
    await desk.go('/week/2026-09-14');
    await desk.sees(desk.page.locator('app-lesson-tile'));
    expect(await desk.page.locator('[data-stop][tabindex="0"]').count()).toBe(1);
    expect(await tabsIntoGrid(desk)).toBe(ids.lesson);
    expect(await press(desk, 'ArrowLeft')).toBe('2026-09-15/3');
    expect(await press(desk, 'ArrowRight')).toBe(ids.lesson);
    expect(await press(desk, 'ArrowDown')).toBe('2026-09-16/4');
    expect(await press(desk, 'Home')).toBe('2026-09-16/1');
    expect(await press(desk, 'ArrowDown')).toBe('2026-09-16/2');
    expect(await press(desk, 'ArrowDown')).toBe(ids.lesson);
    await desk.page.keyboard.press('Enter');
    await desk.page.waitForURL(`**/lessons/${ids.lesson}`);
    await desk.sees(desk.heading('数学'));
  });
});
