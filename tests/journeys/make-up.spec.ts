import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { aLesson, aTown, type HeldLesson, type House, type Town } from '../support';
import { aHouseWithWeb, type Desks, desksAt } from '../support/browser';

let house: House;
let desks: Desks;
let town: Town;
let missed: HeldLesson;
beforeAll(async () => {
  house = await aHouseWithWeb({ now: '2026-09-17T02:00:00Z' });
  town = await aTown(house);
  missed = await aLesson(house, town, { state: 'missed' });
  desks = await desksAt(house);
});
afterEach(() => desks.leave());
afterAll(async () => {
  await desks?.close();
  await house?.close();
});

describe('a lesson that was missed', () => {
  it('is made up: its page leads to the form, filled in but for the time, and each lesson names the other', async () => {
    const teacher = await desks.take({ as: town.hangzhou.teachers[0] });
    await teacher.go(`/lessons/${missed.id}`);
    await teacher.link('安排补课').click();
    await teacher.sees('补9月16日 周三的课：物理');
    expect(await teacher.field('课题').inputValue()).toBe('');
    await teacher.field('日期').fill('2026-09-23');
    await teacher.page.getByRole('radio', { name: /09:50/ }).check();
    await teacher.button('发出提议').click();
    await teacher.dialog().getByRole('button', { name: '发出提议' }).click();
    await teacher.page.waitForURL(/\/proposals\//);
    await teacher.sees('这是一次补课，补');
    await teacher.sees(teacher.link('9月16日 周三的课：物理'));

    const theirs = await desks.take({ as: town.aksu.coordinator });
    await theirs.go(`/lessons/${missed.id}`);
    await theirs.sees('提议补课');
    expect(await theirs.link('安排补课').count()).toBe(0);
    await theirs.link('已提议9月23日 周三补课，等对方答复').click();
    await theirs.link('补9月16日 周三的课').click();
    await theirs.sees('已提议9月23日 周三补课，等对方答复');
    const [made] = await house.sql<{ id: string; presenter_id: string }>(
      'SELECT id, presenter_id FROM lesson WHERE replaces_lesson_id = $1',
      [missed.id],
    );
    expect(made?.presenter_id).toBe(missed.presenter.id);

    await house.sql(`UPDATE lesson SET state = 'verified' WHERE id = $1`, [made?.id]);
    await theirs.go(`/lessons/${missed.id}`);
    await theirs.sees('已由9月23日 周三的课补上');
  });
});
