import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { answerProposal, arrangeActivity, listSeries, propose, readStudioPeople } from '@qinglan/contracts';
import type { ActivityId, ProposalId, StudioId } from '@qinglan/domain';
import type { House } from '../support';
import { aDemoHouse, type Desks, desksAt, personOf, phone } from '../support/browser';

jest.setTimeout(240_000);

let house: House;
let desks: Desks;
let studioId: StudioId;

beforeAll(async () => {
  house = await aDemoHouse('2026-09-01T02:00:00Z');
  desks = await desksAt(house);
  const [studio] = await house.sql<{ id: StudioId }>(`SELECT id FROM studio WHERE code = 'QL-SXG'`);
  if (!studio) throw new Error('the register has no QL-SXG');
  studioId = studio.id;
});
afterEach(() => desks.leave());
afterAll(async () => {
  await desks?.close();
  await house?.close();
});

const evening = '2026-09-16';

/** A mentor of the studio and those guided on the evening of the meeting; the register also has who was guided in 2015. */
async function peopleOf(code: string) {
  const client = await house.as(await personOf(house, code));
  const { items } = (await client.call(readStudioPeople, { params: { studioId } })).body;
  const own = items.find(({ mentor }) => mentor.id === client.personId);
  if (!own) throw new Error(`${code} guides nobody in the studio`);
  const today = own.pairings.filter(({ fromDay, toDay }) => fromDay <= evening && (toDay ?? evening) >= evening);
  return { client, mentor: own.mentor, mentees: today.map(({ mentee }) => mentee) };
}

describe('a studio', () => {
  it('brings its people together in the evening: arranged, moved, held, and counted for each mentor and mentee', async () => {
    const { client, mentor, mentees } = await peopleOf('M01');
    const [mentee, missing] = mentees;
    if (!mentee || !missing) throw new Error('fewer than two are guided');
    // The mentee is taken on that evening, so that the first wish does not fit.
    await client.call(arrangeActivity, {
      params: { activityId: randomUUID() as ActivityId },
      body: {
        ...{ studioId, kind: 'training', title: '板书训练', startsAt: '2026-09-16T11:30:00Z', minutes: 60 },
        ...{ place: '三楼会议室', meetingLink: null, classroomId: null, personIds: [mentor.id, mentee.id] },
      },
    });

    const lead = await desks.take({ as: await personOf(house, 'M01') });
    await lead.go('/studios');
    await lead.link(/高中数学工作室/).click();
    await lead.sees(lead.heading('高中数学工作室'));
    await lead.sees('教学能手工作室');
    await lead.sees('级别：自治区、地区');
    await lead.link('安排活动').click();
    await lead.field('主题').fill('函数单元研讨');
    await lead.field('日期').fill('2026-09-16');
    await lead.field('会议链接').fill('http://meeting.example/1');
    await lead.sees('链接要以 https:// 开头');
    await lead.field('会议链接').fill('https://meeting.example/1');
    lead.faults.expect(/409/);
    await lead.button('安排并占用时间').click();
    await lead.sees('有活动：板书训练');
    await lead.sees('当天大家都有空的时间，点一下就改到那时：');
    await lead.button('20:30–21:30').click();
    await lead.sees(lead.heading('函数单元研讨'));
    await lead.sees('20:30–21:30');

    // A mentee opens it on a phone: where, with whom, and one tap into the meeting.
    const guided = await desks.take({ as: mentee, size: phone });
    await guided.go(`/studios/${studioId}`);
    await guided.link('函数单元研讨').click();
    await guided.sees(guided.link('进入会议'));
    expect(await guided.link('进入会议').getAttribute('href')).toBe('https://meeting.example/1');
    expect(await guided.button('改期').count()).toBe(0);

    // Somebody else sees that the studio meets, and neither where nor with whom.
    const other = await desks.take({ as: await personOf(house, 'HZ-WS-CO') });
    await other.go(`/studios/${studioId}`);
    await other.sees('函数单元研讨');
    expect(await other.link('函数单元研讨').count()).toBe(0);
    expect(await other.text()).not.toContain('meeting.example');

    await lead.button('改期').click();
    await lead.dialog().getByLabel('开始时间').fill('21:00');
    await lead.dialog().getByLabel('原因').fill('晚饭后再开');
    await lead.dialog().getByRole('button', { name: '改期' }).click();
    await lead.sees('已改期');
    await lead.sees('21:00–22:00');
    await lead.sees('改期原因：晚饭后再开');

    // Somebody else comes in: told on the page of mentoring, and in the week.
    const guest = await personOf(house, 'HZ-YQ-CO');
    await lead.button('更改参加的人').click();
    await lead.dialog().getByLabel('加人').fill('HZ-YQ-CO');
    await lead.dialog().getByRole('option', { name: 'HZ-YQ-CO' }).click();
    await lead.dialog().getByRole('button', { name: '保存' }).click();
    await lead.sees('已更改参加的人');
    const invited = await desks.take({ as: guest, size: phone });
    await invited.go('/mentoring');
    await invited.sees('邀请您参加活动');
    await invited.go('/week/2026-09-14');
    await invited.sees('函数单元研讨');

    house.clock.moveTo('2026-09-16T14:05:00Z');
    await desks.tellTime();
    await lead.go('/studios');
    await lead.sees('这些活动已经结束，还没有记录');
    await lead.link('函数单元研讨').first().click();
    await lead.sees('记录这次活动');
    await lead.page.getByRole('checkbox', { name: new RegExp(missing.name) }).uncheck();
    await lead.field('小结').fill('定了三处修改，下周由徒弟试讲。');
    await lead.button('完成记录').click();
    await lead.sees('已举行');
    await lead.sees(/已为 \d+ 对师徒计入一次研讨/);
    await lead.sees('定了三处修改，下周由徒弟试讲。');
    await lead.sees('未到');
    const credits = await house.sql(`SELECT 1 FROM credit WHERE source = 'activity' AND title = '函数单元研讨'`);
    expect(credits).toHaveLength(mentees.length - 1);

    // One was ticked off by mistake: the record is corrected, what it counts for follows, and what was said before stays.
    await lead.button('更正记录').click();
    await lead.page.getByRole('checkbox', { name: new RegExp(missing.name) }).check();
    await lead.button('保存更正').click();
    await lead.sees('请写更正的原因');
    await lead.field('原因').fill('她晚到十分钟，漏勾了');
    await lead.button('保存更正').click();
    await lead.sees('已更正，原记录留在经过里');
    await lead.sees('她晚到十分钟，漏勾了');
    const after = await house.sql(`SELECT 1 FROM credit WHERE source = 'activity' AND title = '函数单元研讨'`);
    expect(after).toHaveLength(mentees.length);
  });

  it('is kept by its lead: an honour is added as its source states it, and shows at once', async () => {
    const lead = await desks.take({ as: await personOf(house, 'M01') });
    await lead.go(`/studios/${studioId}`);
    await lead.button('添加荣誉').click();
    await lead.dialog().getByLabel('荣誉名称').fill('示范工作室');
    await lead.dialog().getByLabel('级别').fill('地区');
    await lead.dialog().getByLabel('年度').fill('2024');
    await lead.dialog().getByRole('button', { name: '保存' }).click();
    await lead.sees('示范工作室');
    await lead.sees('级别：地区');
    const guided = await desks.take({ as: await personOf(house, 'T003') });
    await guided.go(`/studios/${studioId}`);
    await guided.sees('示范工作室');
    expect(await guided.button('添加荣誉').count()).toBe(0);
  });

  it('diagnoses a real lesson on the page of that lesson, and makes no second one', async () => {
    const own = await house.as(await personOf(house, 'HZ-YQ-T1'));
    const { items } = (await own.call(listSeries, { query: { termCode: '2026-1', limit: 100 } })).body;
    const seriesId = items.find(({ code }) => code === 'B01')?.id;
    if (!seriesId) throw new Error('the register has no B01');
    const sent = await own.call(propose, {
      params: { proposalId: randomUUID() as ProposalId },
      body: { of: 'series', seriesId, message: null, includesPast: false },
    });
    const accept = sent.body.items.map(({ id }) => id);
    const aksu = await house.as(await personOf(house, 'AK-SH-CO'));
    await aksu.call(answerProposal, {
      params: { proposalId: sent.body.id },
      body: { accept, decline: [] },
      version: sent.body.version,
    });
    const counted = () => house.sql('SELECT count(*) FROM lesson');
    const before = await counted();
    const desk = await desks.take({ as: await personOf(house, 'HZ-YQ-T1') });
    await desk.go(`/lessons/${accept[0] ?? ''}`);
    await desk.button('由工作室诊断').click();
    await desk.dialog().getByLabel('看什么').fill('提问的层次');
    await desk.dialog().getByRole('button', { name: '保存' }).click();
    await desk.sees('课堂教学诊断');
    await desk.sees('提问的层次');
    await desk.link('高中数学工作室').click();
    await desk.sees('看什么：提问的层次');
    expect(await counted()).toEqual(before);
  });
});
