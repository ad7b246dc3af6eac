import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { aMentoredLesson, type House, type Mentored, until } from '../support';
import { aHouseWithWeb, type Desk, type Desks, desksAt, lineIsDown, phone } from '../support/browser';

let house: House;
let desks: Desks;
let them: Mentored;
beforeAll(async () => {
  house = await aHouseWithWeb({ now: '2026-09-16T01:48:00Z' });
  them = await aMentoredLesson(house);
  desks = await desksAt(house);
});
afterEach(() => desks.leave());
afterAll(async () => {
  await desks?.close();
  await house?.close();
});

const remarks = ({ page }: Desk) => page.locator('observations-remark-list li');
const note = ({ page }: Desk) => page.getByRole('textbox', { name: '看到了什么？' });
const textsOf = async (desk: Desk) => (await remarks(desk).locator('.text').allInnerTexts()).toReversed();

async function notes(desk: Desk, text: string, kind?: string): Promise<void> {
  if (kind) await desk.button(kind).click();
  await note(desk).fill(text);
  await desk.page.getByRole('button', { name: '记下', exact: true }).click();
  await desk.sees(remarks(desk).getByText(text, { exact: true }));
}

async function rewrites(desk: Desk, before: string, text: string): Promise<void> {
  await remarks(desk).filter({ hasText: before }).getByRole('button', { name: '修改' }).click();
  await desk.page.getByRole('textbox', { name: '修改这一条' }).fill(text);
  await desk.button('保存').click();
  await desk.sees(remarks(desk).getByText(text, { exact: true }));
}

async function minutesPass(minutes: number): Promise<void> {
  house.clock.pass({ minutes });
  await desks.tellTime();
}

const stored = () =>
  house.sql<{ text: string }>('SELECT text FROM observation_change WHERE text IS NOT NULL ORDER BY at, number');

describe('an observation', () => {
  it('of forty-five minutes without a line arrives once, whole and in order, beside what another device wrote', async () => {
    const mobile = await desks.take({ as: them.mentor, size: phone });
    mobile.faults.expect(lineIsDown);
    await mobile.go(`/observations/new?lesson=${them.lesson.id}`);
    await mobile.button('开始记').click();
    await mobile.page.waitForURL(/\/observations\/[\da-f-]{36}$/);
    await minutesPass(4);
    await notes(mobile, '导入用了生活里的例子');
    await mobile.sees('已全部发送');
    const laptop = await desks.take({ as: them.mentor });
    await laptop.go(new URL(mobile.page.url()).pathname);
    await laptop.sees('导入用了生活里的例子');

    await mobile.context.setOffline(true);
    const heard = Array.from({ length: 14 }, (_, index) => `离线第${String(index + 1)}条`);
    for (const text of heard) {
      await minutesPass(3);
      await notes(mobile, text);
    }
    await rewrites(mobile, '导入用了生活里的例子', '导入自然，学生马上进入状态');
    await notes(mobile, '可以多给学生一些等待时间', '建议');
    await mobile.sees('已保存在本机，16 条待发送');
    await rewrites(laptop, '导入用了生活里的例子', '导入自然，但占了六分钟');
    await laptop.sees('已全部发送');
    expect(await stored()).toHaveLength(2);

    await mobile.context.setOffline(false);
    await mobile.sees('已全部发送');
    await mobile.sees('两台设备都改过');
    const shown = await textsOf(mobile);
    expect(shown.slice(0, 2).toSorted()).toEqual(['导入自然，但占了六分钟', '导入自然，学生马上进入状态']);
    expect(shown.slice(2)).toEqual([...heard, '可以多给学生一些等待时间']);
    const arrived = (await stored()).map(({ text }) => text);
    expect(arrived.filter((text) => text.startsWith('离线'))).toEqual(heard);
    expect(arrived).toHaveLength(18);

    await laptop.page.reload();
    await laptop.sees(remarks(laptop).getByText('离线第14条', { exact: true }));
    expect(await textsOf(laptop)).toEqual(shown);
  });

  it('half written survives a reload, and what was never sent goes out from the list', async () => {
    const mobile = await desks.take({ as: them.mentor, size: phone });
    mobile.faults.expect(lineIsDown);
    await mobile.go('/observations');
    await mobile.link(/物理/).first().click();
    await mobile.sees('已全部发送');
    await note(mobile).fill('写了一半');
    await mobile.page.reload();
    await until(async () => (await note(mobile).inputValue()) === '写了一半', 'the draft');
    await mobile.context.setOffline(true);
    await notes(mobile, '板书工整');
    await mobile.sees('1 条待发送');
    await mobile.link('听课与约课').first().click();
    await mobile.context.setOffline(false);
    await until(async () => (await stored()).some(({ text }) => text === '板书工整'), 'what was written offline');
  });

  it('is there again when the phone loads the page anew without a line', async () => {
    const mobile = await desks.take({ as: them.mentor, size: phone });
    mobile.faults.expect(lineIsDown);
    await mobile.go('/observations');
    await mobile.link(/物理/).first().click();
    await mobile.sees('已全部发送');
    // A clock that tests move hides from pages what they fetched; on the second load the worker sees it pass by.
    const isKept = (file: string) => mobile.page.evaluate(async (name) => Boolean(await caches.match(name)), file);
    await until(() => isKept('/'), 'the worker');
    await mobile.page.reload();
    await until(() => isKept('i18n/observations/zh.json'), 'the files of the page');
    await mobile.sees('已全部发送');
    await mobile.context.setOffline(true);
    await notes(mobile, '断网时写的');
    await mobile.page.reload();
    await mobile.sees(remarks(mobile).getByText('断网时写的', { exact: true }));
    await mobile.sees('1 条待发送');
    await notes(mobile, '断网重开后写的');
    await mobile.context.setOffline(false);
    await mobile.sees('已全部发送');
    const arrived = (await stored()).map(({ text }) => text);
    expect(arrived.filter((text) => text.startsWith('断网'))).toEqual(['断网时写的', '断网重开后写的']);
  });

  it('is submitted, countersigned by the mentee and counted by itself, and prints upright', async () => {
    const mentor = await desks.take({ as: them.mentor });
    await mentor.go('/observations');
    await mentor.link(/物理/).first().click();
    await mentor.sees('已全部发送');
    await note(mentor).fill('这句没有点“记下”');
    await mentor.button('提交给对方').click();
    await mentor.dialog().getByRole('button', { name: '提交给对方' }).click();
    await mentor.sees('等待签字');
    await mentor.sees('这句没有点“记下”');
    expect((await stored()).map(({ text }) => text)).toContain('这句没有点“记下”');

    const mentee = await desks.take({ as: them.mentee, size: phone });
    await mentee.go('/observations');
    await mentee.sees('等您签字（1）');
    await mentee.link(/物理/).first().click();
    await mentee.page.getByRole('textbox', { name: /回复/ }).fill('谢谢师傅，下节课多等三秒');
    await mentee.button('签字确认').click();
    await mentee.dialog().getByRole('button', { name: '签字确认' }).click();
    await mentee.sees('已签字');
    // The mentor's page shows the signature without being asked.
    await mentor.sees('已签字');
    const credits = await house.sql('SELECT kind FROM credit WHERE pairing_id = $1', [them.pairing.pairingId]);
    expect(credits).toEqual([{ kind: 'mentor-hears' }]);

    // Whoever leads the studio reads it, and both see that.
    const lead = await desks.take({ as: them.lead });
    await lead.go(new URL(mentor.page.url()).pathname);
    await lead.sees('您的查看会告诉师徒双方');
    await mentor.page.reload();
    await mentor.sees('谢谢师傅，下节课多等三秒');
    for (const one of [mentor, mentee]) {
      await one.page.reload();
      await one.sees(one.page.locator('section[aria-labelledby=readings]').getByText(them.lead.name));
    }
    const sheet = await mentor.page.pdf({ preferCSSPageSize: true });
    const [, width, height] = /MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(sheet.toString('latin1')) ?? [];
    expect(Number(height)).toBeGreaterThan(Number(width));
  });
});

describe('an observation of the wrong lesson', () => {
  it('is discarded with a reason where something stands in it, and can be begun anew', async () => {
    const others = await aMentoredLesson(house);
    const desk = await desks.take({ as: others.mentor, size: phone });
    const begins = async () => {
      await desk.go(`/observations/new?lesson=${others.lesson.id}`);
      await desk.button('开始记').click();
      await desk.page.waitForURL(/\/observations\/[\da-f-]{36}$/);
    };
    await begins();
    await notes(desk, '走错教室了');
    await desk.button('记错了课，作废').click();
    await desk.dialog().getByRole('textbox').fill('走错教室');
    await desk.dialog().getByRole('button', { name: '记错了课，作废' }).click();
    await desk.page.waitForURL(/\/observations$/);
    await begins();
    await desk.sees('还没有记录');
  });
});

describe('a visit', () => {
  it('is logged on a phone in one screen', async () => {
    const mobile = await desks.take({ as: them.mentor, size: phone });
    await mobile.go('/observations/visit');
    await mobile.sees('这一天已经有下面的听课记录');
    await mobile.field('课题').fill('浮力复习');
    await mobile.field(/亮点/).fill('实验做得细');
    await mobile.button('保存并提交').click();
    await mobile.sees(`我听 \u2068${them.mentee.name}\u2069`);
    const [row] = await house.sql<{ state: string }>(`SELECT state FROM observation WHERE topic = '浮力复习'`);
    expect(row?.state).toBe('submitted');
  });
});

describe('a visit of a lesson of the timetable', () => {
  it('offers that lesson first, and is its observation', async () => {
    const others = await aMentoredLesson(house);
    const mobile = await desks.take({ as: others.mentor, size: phone });
    await mobile.go('/observations/visit');
    await mobile.sees(mobile.page.getByRole('combobox', { name: '哪一节课' }));
    await until(async () => (await mobile.field('课题').inputValue()) === '物理', 'the topic of the lesson');
    await mobile.button('保存并提交').click();
    await mobile.sees(`我听 \u2068${others.mentee.name}\u2069`);
    const rows = await house.sql('SELECT lesson_id FROM observation WHERE pairing_id = $1', [others.pairing.pairingId]);
    expect(rows).toEqual([{ lesson_id: others.lesson.id }]);
  });
});

describe('a request', () => {
  it('of the mentee a day ahead is answered by the mentor', async () => {
    const mentee = await desks.take({ as: them.mentee, size: phone });
    await mentee.go('/observations/ask');
    await mentee.field('课题').fill('自由落体');
    await mentee.button('发出约课').click();
    await mentee.sees('等答复');
    const mentor = await desks.take({ as: them.mentor });
    await mentor.go('/observations');
    await mentor.button('答应').click();
    await mentor.sees('已答应');
    await mentee.page.reload();
    await mentee.sees('已答应');
  });
});
