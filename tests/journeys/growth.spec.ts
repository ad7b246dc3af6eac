import { afterAll, afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { RenewShares } from '@qinglan/api-mentoring';
import { anOpenLesson, aPairing, aPerson, aStudio, aTown, inCohort } from '../support';
import type { House, PairingMade, PairingWish, Person, Town } from '../support';
import { aHouseWithWeb, type Desk, type Desks, desksAt, phone } from '../support/browser';

jest.setTimeout(120_000);

let house: House;
let desks: Desks;
let town: Town;
let lead: Person;
let mentor: Person;
beforeAll(async () => {
  house = await aHouseWithWeb({ now: '2026-10-16T02:00:00Z' });
  desks = await desksAt(house);
});
beforeEach(async () => {
  town = await aTown(house);
  lead = await aPerson(house, town.hangzhou.id, 'mentor');
  mentor = await aPerson(house, town.hangzhou.id, 'mentor');
});
afterEach(() => desks.leave());
afterAll(async () => {
  await desks?.close();
  await house?.close();
});

async function paired(more: Partial<PairingWish> = {}): Promise<PairingMade> {
  const mentee = await aPerson(house, town.aksu.id, 'mentee');
  const studioId = await aStudio(house, town.aksu.id, lead.id);
  const pairing = await aPairing(house, { mentor, mentee, studioId, ...more });
  // Its agreement is on paper: nobody signs it here.
  await house.sql(`UPDATE pairing SET agreement_state = 'read' WHERE id = $1`, [pairing.pairingId]);
  await house.app.get<RenewShares>(RenewShares as never, { strict: false }).execute();
  return pairing;
}
const growthOf = ({ pairingId }: PairingMade) => `/pairings/${pairingId}/growth`;

/** Types into the field of this label in the dialog, the n-th where there are several. */
const types = (desk: Desk, place: string | readonly [label: string, n: number], text: string) => {
  const [label, n] = typeof place === 'string' ? [place, 0] : place;
  return desk.dialog().getByLabel(label, { exact: true }).nth(n).fill(text);
};
const acts = (desk: Desk, name: string) => desk.dialog().getByRole('button', { name, exact: true }).click();
const line = (desk: Desk, name: string) => desk.page.locator('#gate li', { hasText: name });

it('a mentee writes her growth plan on a phone and puts a lesson plan into her portfolio', async () => {
  const pairing = await paired({ obligations: [{ owedBy: 'mentee', kind: 'lesson-plan', number: 12, per: 'year' }] });
  const desk = await desks.take({ as: pairing.mentee, size: phone });
  await desk.go(growthOf(pairing));
  await desk.sees('写成长规划：二到四个目标');
  await desk.button('写成长规划').click();
  await types(desk, '目标', '能独立设计一节新授课');
  await types(desk, '怎样看得出', '教案不再改动环节');
  await types(desk, ['目标', 1], '课堂提问有层次');
  await types(desk, ['怎样看得出', 1], '听课记录连续两次记为亮点');
  await acts(desk, '保存');
  await desk.sees('课堂提问有层次');
  await desk.sees('把一份教案放进档案');

  await desk.link('去做这件事').click();
  await desk.button('登记一项').click();
  await types(desk, '名称', '二次函数教学设计');
  await types(desk, '佐证', 'http://school.example/1');
  await desk.sees('网址要以 https:// 开头');
  await types(desk, '佐证', 'https://school.example/1');
  await acts(desk, '登记');
  await desk.sees(desk.link('https://school.example/1'));
  await desk.sees(line(desk, '档案：教案').getByText('1/1'));

  await desk.button(/^撤回/).click();
  await types(desk, '原因', '登记错了');
  await acts(desk, '撤回');
  await desk.sees('已撤回：');
  await desk.sees(line(desk, '档案：教案').getByText('0/1'));
});

it('two colleagues mark an open lesson without seeing each other, and the lead closes the panel', async () => {
  const pairing = await paired();
  const [one, two] = [await aPerson(house, town.foreign.id, 'teacher'), await aPerson(house, town.aksu.id, 'teacher')];
  await anOpenLesson(house, pairing, { panel: [one, two], onDay: '2026-10-15' });
  for (const [member, mark] of [
    [one, '72'],
    [two, '64'],
  ] as const) {
    const desk = await desks.take({ as: member, size: phone });
    await desk.go('/panels');
    await desk.link('一元二次方程').click();
    await desk.field('您的分数').fill(mark);
    await desk.field('一句评语').fill('环节清楚');
    await desk.button('提交分数').click();
    await desk.sees('分数已提交');
    expect(await desk.page.locator('growth-panel-table strong', { hasText: /^\s*\d+\s*$/ }).count()).toBe(1);
  }
  const desk = await desks.take({ as: lead });
  await desk.go(growthOf(pairing));
  await desk.sees(desk.page.locator('#open-lessons').getByText('72'));
  await desk.button(/^结束评议/).click();
  await acts(desk, '结束评议');
  await desk.sees('通过，平均 68 分');
  await desk.sees(line(desk, '公开课评议通过').getByText('1/1'));
});

it('a lead takes back what counted by itself, with a reason', async () => {
  const pairing = await paired({ obligations: [{ owedBy: 'mentee', kind: 'lesson-plan', number: 12, per: 'year' }] });
  await house.sql(
    `INSERT INTO credit (pairing_id, kind, on_day, source, source_key, title, at)
     VALUES ($1, 'lesson-plan', '2026-10-10', 'activity', gen_random_uuid(), '集体备课', now())`,
    [pairing.pairingId],
  );
  const desk = await desks.take({ as: lead, size: phone });
  await desk.go(`/pairings/${pairing.pairingId}`);
  await desk.sees('集体备课');
  await desk.button(/^撤销.*集体备课/).click();
  await types(desk, '原因', '当天没有到场');
  await acts(desk, '撤销');
  await desk.sees('已撤销');
  await desk.sees('还没有计数');
});

it('an administrator finds an end for every pairing of a cohort, one by one and together, and closes it', async () => {
  await inCohort(house, mentor, '第三期');
  const [over] = [await paired(), await paired(), await paired({ state: 'paused' })];
  const successor = await aPerson(house, town.hangzhou.id, 'mentor');
  const second = await aPerson(house, town.hangzhou.id, 'mentor');
  const desk = await desks.take({ as: town.administrator });
  await desk.go('/cohorts');
  await desk.link('第三期').click();
  await desk.sees('还有 3 个结对没有去向');

  const row = desk.page.getByRole('row', { name: over.mentee.name });
  await row.getByRole('button', { name: /^移交/ }).click();
  await types(desk, '新的师傅', successor.code);
  await desk.page.getByRole('option', { name: successor.name }).click();
  await types(desk, '原因', '期满返杭');
  await acts(desk, '移交');
  await desk.sees('已移交，还没有新师傅接手');
  await desk.sees('还有 3 个结对没有去向');

  await desk.field('全选').check();
  await desk.sees('已选 2 个结对');
  await desk.button('一起远程延期').click();
  await types(desk, '原因', '期满返杭，远程带教');
  await acts(desk, '延期');
  await desk.sees('还有 1 个结对没有去向');
  const declined = [successor.id, over.pairingId];
  await house.sql(`UPDATE pairing SET state = 'lapsed' WHERE mentor_id = $1 AND continues_id = $2`, declined);
  await desk.page.reload();
  await row.getByRole('button', { name: /^移交/ }).click();
  await types(desk, '新的师傅', second.code);
  await desk.page.getByRole('option', { name: second.name }).click();
  await types(desk, '原因', '第一位不同意');
  await acts(desk, '移交');
  await desk.dialog().waitFor({ state: 'detached' });
  await row.getByRole('button', { name: /^移交/ }).waitFor({ state: 'detached' });
  await house.sql(`UPDATE pairing SET state = 'active' WHERE mentor_id = $1`, [second.id]);
  await desk.page.reload();
  await desk.sees('这一期的结对都有了去向');
  await desk.button('结束这一期').click();
  await acts(desk, '结束这一期');
  await desk.sees('这一期已于 2026年10月16日 周五 结束');
});
