import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { answerObservation, listObservations, logVisit } from '@qinglan/contracts';
import type { ObservationId, PairingId } from '@qinglan/domain';
import { aPairing, type House, until } from '../support';
import { aDemoHouse, type Desk, type Desks, desksAt, personOf, phone } from '../support/browser';

const [mentor, waiting, seen, coordinator] = ['M15', 'T050', 'AK-P2-T2', 'AK-P2-CO'] as const;

let house: House;
let desks: Desks;
beforeAll(async () => {
  // A Sunday evening in Beijing.
  house = await aDemoHouse('2026-11-29T11:00:00Z');
  desks = await desksAt(house);
});
afterEach(() => desks.leave());
afterAll(async () => {
  await desks?.close();
  await house?.close();
});

const as = async (code: string) => house.as(await personOf(house, code));
const sits = async (code: string, size = phone): Promise<Desk> => desks.take({ as: await personOf(house, code), size });

async function pairingOf(menteeCode: string): Promise<PairingId> {
  const [found] = await house.sql<{ id: PairingId }>(
    `SELECT p.id FROM pairing p JOIN person m ON m.id = p.mentee_id JOIN person g ON g.id = p.mentor_id
     WHERE g.code = $1 AND m.code = $2 AND p.from_day = '2026-09-01'`,
    [mentor, menteeCode],
  );
  if (!found) throw new Error(`${mentor} does not guide ${menteeCode}`);
  return found.id;
}

/** A lesson heard and logged past the pages. */
async function heard(menteeCode: string, onDay: string): Promise<void> {
  const [pairingId, nothing] = [await pairingOf(menteeCode), { subject: null, class: null, highlight: null }];
  const lesson = { pairingId, direction: 'mentor-hears', mode: 'on-site', onDay, topic: '分数' } as const;
  const observationId = randomUUID() as ObservationId;
  await (
    await as(mentor)
  ).call(logVisit, {
    params: { observationId },
    body: { ...lesson, ...nothing, advice: null },
  });
}

/** The one who was heard puts her name below whatever waits for it. */
async function countersigns(code: string): Promise<void> {
  const client = await as(code);
  const { items } = (await client.call(listObservations, { query: { box: 'to-sign' } })).body;
  for (const { id: observationId, version } of items) {
    await client.call(answerObservation, {
      params: { observationId },
      body: { reply: null, countersigns: true },
      version,
    });
  }
}

const card = (desk: Desk, name: string) => desk.page.locator('mentoring-pairing-card').filter({ hasText: name });

describe('a mentor on Sunday evening', () => {
  it('sees on a phone who waits longest, logs a visit, and the balance moves when the mentee countersigns', async () => {
    await heard(seen, '2026-11-27');
    await countersigns(seen);
    const desk = await sits(mentor);
    await desk.go('/');
    await desk.page.waitForURL('**/mentoring');
    const first = desk.page.locator('mentoring-pairing-card').first();
    await desk.sees(first);
    expect(await first.innerText()).toContain('徒弟050');
    await desk.sees(first.getByText('结对 89 天，还没有联系'));
    await desk.sees(card(desk, '二校数学教师').getByText('2 天前有联系'));
    await desk.sees('2 位徒弟，其中 1 位已有 21 天以上没有联系');

    await first.getByRole('button', { name: '记一次带教' }).click();
    await desk.button('记下').click();
    await desk.sees('请写课题或主题');
    await desk.field('课题或主题').fill('小数的意义');
    await desk.button('记下').click();
    await desk.sees('记下了，等徒弟签收');
    await desk.sees(card(desk, '徒弟050').getByText('今天有联系'));
    await desk.sees(card(desk, '徒弟050').getByText('0/7').first());

    const mentee = await sits(waiting);
    await mentee.go('/mentoring');
    await mentee.sees('等我处理');
    await mentee.sees('的听课记录等您签收');
    await mentee.sees(mentee.link(/师徒/).getByText('1', { exact: true }));
    // Nobody loads the page again: the balance moves under the mentor's eyes.
    await desk.mark();
    await countersigns(waiting);
    await desk.sees(card(desk, '徒弟050').getByText('1/7'));
    expect(await desk.isTheSame()).toBe(true);
    await mentee.seesNoMore('的听课记录等您签收');
    await card(desk, '徒弟050').getByRole('link', { name: '徒弟050' }).click();
    await desk.sees(desk.page.locator('mentoring-pairing-credits').getByText('小数的意义'));
  });

  it('writes a discussion down with what shows it, and is told that the agreement asks for none', async () => {
    const desk = await sits(mentor);
    await desk.go('/mentoring');
    await card(desk, '二校数学教师').getByRole('button', { name: '记一次带教' }).click();
    await desk.page.getByLabel('研讨').check();
    await desk.field('课题或主题').fill('单元整体设计');
    await desk.button('记下').click();
    await desk.sees('请写明依据');
    await desk.field('凭什么计数').fill('研讨记录第 3 页');
    await desk.button('记下').click();
    await desk.sees('已记录；本期协议没有约定这一项，不计数');
    await desk.go(`/pairings/${await pairingOf(seen)}`);
    await desk.sees('研讨记录第 3 页');
    await desk.sees('师傅15 计数');
  });
});

describe('a mentee', () => {
  it('asks for an observation a day ahead, and the mentor is told', async () => {
    const desk = await sits(waiting);
    await desk.go('/');
    await desk.page.waitForURL('**/mentoring');
    await desk.sees('我要做的');
    await desk.sees('师傅要做的');
    await desk.button('约师傅听课').click();
    await desk.field('哪一天').fill('2026-11-29');
    await desk.field('几点（北京时间）').fill('10:40');
    await desk.dialog().getByLabel('课题').fill('小数的加法');
    await desk.button('发出邀约').click();
    await desk.sees('听课要在前一天约好，请选明天或以后');
    await desk.field('哪一天').fill('2026-12-01');
    await desk.button('发出邀约').click();
    await desk.sees('发出了，师傅会收到');
    await desk.sees(card(desk, '师傅15').getByText('等答复'));
    const other = await sits(mentor);
    await other.go('/mentoring');
    await other.sees('约听课，等您答复');
    await other.sees(other.link(/师徒/).getByText('1', { exact: true }));
    await other.sees(card(other, '徒弟050').getByText('请您听课'));
    await card(other, '徒弟050').getByRole('button', { name: '答应' }).click();
    await other.sees('已答应，已排入双方的一周');
    await other.sees(card(other, '徒弟050').getByText('小数的加法'));
    await desk.sees(card(desk, '师傅15').getByText('12月1日'));
    await desk.seesNoMore('等答复');

    // It stands in the week of both, each from their side.
    for (const [one, words] of [
      [other, '听 \u2068徒弟050\u2069 的课'],
      [desk, '\u2068师傅15\u2069 来听课'],
    ] as const) {
      await one.go('/week/2026-11-30');
      await one.sees(words);
      await one.sees('小数的加法');
    }

    // On the day everything agreed is filled in: one tap opens the notebook.
    house.clock.moveTo('2026-12-01T02:30:00Z');
    await desks.tellTime();
    await other.go('/mentoring');
    await card(other, '徒弟050').getByRole('link', { name: '记听课' }).click();
    await other.sees('与 \u2068徒弟050\u2069 约好的听课');
    await until(async () => (await other.field('课题').inputValue()) === '小数的加法', 'the topic that was agreed');
    await until(async () => (await other.field('哪一天').inputValue()) === '2026-12-01', 'the day that was agreed');
    await until(async () => (await other.field('学科').inputValue()) === '小学数学', 'the subject that is known');
    await other.button('开始记').click();
    await other.page.waitForURL(/\/observations\/[\da-f-]{36}$/);
    await other.sees('已全部发送');
  });
});

describe('an agreement', () => {
  const signs = async (desk: Desk, name: string) => {
    await desk.button(name).click();
    await desk.dialog().getByRole('button', { name }).click();
  };

  it('is written from a template, signed by the three, and then the pairing runs', async () => {
    const [guide, learner] = await Promise.all(['M08', 'T051'].map((code) => personOf(house, code)));
    if (!guide || !learner) throw new Error('somebody is missing');
    const wish = { state: 'agreed', fromDay: '2026-11-01' } as const;
    const person = (id: string) => ({ id }) as unknown as Parameters<typeof aPairing>[1]['mentor'];
    const { pairingId } = await aPairing(house, { ...wish, mentor: person(guide.id), mentee: person(learner.id) });

    const desk = await sits('M08', { width: 1280, height: 900 });
    await desk.go(`/pairings/${pairingId}`);
    await desk.sees('下一步：写好协议，再由三方签字');
    await desk.button('写协议').click();
    const template = desk.field('从模板开始');
    await template.selectOption({ label: 'P1 一年制师徒协议' });
    const endsOn = (day: string) => async () => (await desk.field('结束日期').inputValue()) === day;
    await until(endsOn('2027-07-31'), 'the end that was agreed');
    await desk.button('改用这个结束日期').click();
    await until(endsOn('2027-10-31'), 'the end of the template');
    await desk.button('保存协议').click();
    await desk.sees('师傅每学期听徒弟的课不少于 7 节。');
    await signs(desk, '以师傅身份签字');
    await desk.sees('签好了');

    const mentee = await sits('T051');
    await mentee.go('/mentoring');
    await mentee.link('去签协议').click();
    await signs(mentee, '以徒弟身份签字');
    await mentee.sees('签好了');

    const school = await sits(coordinator);
    await school.go(`/pairings/${pairingId}`);
    await signs(school, '代表学校签字');
    await school.sees('三方都签了，结对开始');
    await desk.go(`/pairings/${pairingId}`);
    await desk.sees(desk.heading('师傅08').getByText('结对中'));

    await desk.button('修改协议').click();
    await desk.sees('三方签字后才代替现行协议');
    await desk.field('不少于几次').first().fill('5');
    await desk.button('保存协议').click();
    await desk.sees('修订稿，待三方签字');
    await desk.sees(desk.page.locator('mentoring-agreement-revision ins').getByText('不少于 5 节'));
    await desk.sees(desk.page.locator('.sentences').getByText('不少于 7 节').first());
    await signs(desk, '以师傅身份签字');
    await mentee.go('/mentoring');
    await mentee.link('去签修订稿').click();
    await signs(mentee, '以徒弟身份签字');
    await mentee.sees('签好了');
    await mentee.sees('还差学校签字');
    await mentee.go('/mentoring');
    await mentee.sees('修订稿还差学校签字');
    await school.go(`/pairings/${pairingId}`);
    await signs(school, '代表学校签字');
    await school.sees('三方都签了，修订稿已生效');
    await school.sees(school.page.locator('.sentences').getByText('不少于 5 节'));
  });

  it('prints on one upright sheet of A4', async () => {
    const desk = await sits(mentor, { width: 1280, height: 900 });
    await desk.go(`/pairings/${await pairingOf(waiting)}`);
    await desk.link('打印协议').click();
    await desk.sees(desk.page.locator('.sheet'));
    const pdf = (await desk.page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
  });
});
