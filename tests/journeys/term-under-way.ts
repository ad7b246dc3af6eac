import { randomUUID } from 'node:crypto';
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
import { personOf } from '../support/browser';
import { aReportOf } from '../support/yearly-made';
import { administrator, type Ids, mentee, teacher } from './places';

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
async function idBy(house: House, question: string): Promise<string> {
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
async function aPanelOf(house: House, code: string): Promise<string> {
  const pairingId = await idBy(
    house,
    `SELECT p.id FROM pairing p JOIN person m ON m.id = p.mentor_id WHERE m.code = 'M01' AND p.state = 'active' LIMIT 1`,
  );
  const panel = [await personOf(house, code), await personOf(house, 'AK-SH-CO')];
  return anOpenLesson(house, { pairingId: asId<PairingId>(pairingId) }, { panel, onDay: '2026-09-10' });
}

/** One round in which wishes are told, and one with plans, of a mentor and a mentee of mathematics. */
async function twoRounds(house: House): Promise<Pick<Ids, 'round' | 'planned'>> {
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
async function anItemAt(house: House, school: string): Promise<ItemMade> {
  const [host] = await house.sql<{ id: OrganisationId }>('SELECT id FROM organisation WHERE code = $1', [school]);
  if (!host) throw new Error(`the register has no ${school}`);
  const [person, by] = await Promise.all(['E01', administrator].map((code) => personOf(house, code)));
  if (!person || !by) throw new Error('somebody is missing');
  return anItemWith(house, { hostId: host.id, personId: person.id, by: by.id });
}

/** A meeting of a studio, arranged by its lead. */
async function aMeetingOf(house: House, studioId: string): Promise<string> {
  const lead = await house.as(await personOf(house, 'M01'));
  const mentee = await personOf(house, 'T003');
  const people = [{ id: lead.personId as PersonId }, mentee];
  return (await arranges(lead, aMeeting(studioId as StudioId, people, { startsAt: '2026-09-18T11:30:00Z' }))).body.id;
}

/** A draft of 2015 from the register, and an issue of 2016 with a link to it. */
async function reportsOfTwoYears(house: House) {
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

/** A series that the other school takes but for its second lesson. */
async function agreeOn(own: Client, asked: Client) {
  const { seriesId: sent, proposal } = await sends(own, 'B01');
  const [first, second, ...others] = proposal.items.map(({ id }) => id);
  if (!first || !second) throw new Error('there is no lesson');
  const body = { accept: [first, ...others], decline: [{ lessonId: second, reason: '当天校运会' }] };
  await asked.call(answerProposal, { params: { proposalId: proposal.id }, body, version: proposal.version });
  return { sent, lesson: first };
}

/** A term agreed upon, by its first lesson. */
export async function anAgreedTerm(house: House) {
  const [own, asked] = [await personOf(house, 'HZ-YQ-T1'), await personOf(house, 'AK-SH-CO')];
  return agreeOn(await house.as(own), await house.as(asked));
}

/** A term agreed upon, its first lesson about to begin, and another proposal that waits for its answer. */
export async function aTermUnderWay(house: House): Promise<Ids> {
  const [own, aksu, drafter] = await Promise.all(
    ['HZ-YQ-T1', 'AK-SH-CO', 'HZ-YQ-CO'].map(async (code) => house.as(await personOf(house, code))),
  );
  if (!own || !aksu || !drafter) throw new Error('somebody is missing');
  const { sent, lesson } = await agreeOn(own, aksu);
  house.clock.moveTo('2026-09-16T01:45:00Z');
  const open = await sends(drafter, 'B03');
  const draft = (await drafter.call(listSeries, { query: { termCode: '2026-1', limit: 100 } })).body.items;
  const pairing = await idBy(
    house,
    `SELECT p.id FROM pairing p JOIN person m ON m.id = p.mentor_id WHERE m.code = 'HZ-YQ-T1'`,
  );
  const studio = await idBy(house, `SELECT id FROM studio WHERE code = 'QL-SXG'`);
  return {
    ...(await hears(own, pairing)),
    pairing,
    draft: draft.find(({ code }) => code === 'B02')?.id ?? '',
    sent,
    lesson,
    open: open.proposal.id,
    bell: await idBy(house, `SELECT id FROM bell_schedule WHERE code = 'AK-SECONDARY'`),
    openLesson: await aPanelOf(house, 'HZ-YQ-T1'),
    ...(await twoRounds(house)),
    studio,
    activity: await aMeetingOf(house, studio),
    item: await anItemAt(house, 'AK-SH'),
    ...(await reportsOfTwoYears(house)),
  };
}
