import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { Outbox, Transactions } from '@qinglan/api-platform';
import {
  enterRoom,
  roomChanged,
  sessionEnded,
  signOut,
  signOutEverywhere,
  timetableChanged,
  watchTimetable,
} from '@qinglan/contracts';
import { aHouse, aLesson, aTab, aTown, type Client, type HeldLesson, type House, Tab, type Town } from '../../support';

let house: House;
let town: Town;
let lesson: HeldLesson;
const tabs: Tab[] = [];

beforeAll(async () => {
  house = await aHouse({ now: '2026-09-16T01:45:00Z' });
});
beforeEach(async () => {
  town = await aTown(house);
  lesson = await aLesson(house, town);
});
afterEach(() => tabs.splice(0).forEach((tab) => tab.close()));
afterAll(() => house.close());

async function tabOf(client: Client): Promise<Tab> {
  const tab = await aTab(client, { reconnection: false });
  tabs.push(tab);
  return tab;
}
const tabAs = async (person: { readonly id: string }) => tabOf(await house.as(person));
const hashOf = (client: Client) =>
  createHash('sha256')
    .update(client.cookie?.split('=')[1] ?? '')
    .digest();

const note = (type: string, body: object) =>
  house.app.get(Transactions).write((tx) => house.app.get(Outbox).add(tx, { type, body }));

/** Says goodbye within two seconds, and not to anybody else. */
async function isSentAway(tab: Tab, meanwhile: () => Promise<unknown>): Promise<void> {
  const [gone, told] = [tab.next('disconnect', 2000), tab.hears(sessionEnded, undefined, 2000)];
  await meanwhile();
  await Promise.all([gone, told]);
}

describe('a session that ends', () => {
  it('takes its sockets with it, and no other session’s', async () => {
    const [here, there] = [await house.as(lesson.presenter), await house.as(lesson.presenter)];
    const [first, second, other] = [await tabOf(here), await tabOf(here), await tabOf(there)];
    await Promise.all([isSentAway(first, () => here.call(signOut)), isSentAway(second, () => Promise.resolve())]);
    expect(await other.problemOf(watchTimetable, {})).toBe('none');
    await expect(aTab(here)).rejects.toMatchObject({ message: 'not-signed-in' });
  });

  it('on every device takes all of a person’s sockets', async () => {
    const [here, there] = [await house.as(lesson.presenter), await house.as(lesson.presenter)];
    const [first, second] = [await tabOf(here), await tabOf(there)];
    await Promise.all([
      isSentAway(first, () => here.call(signOutEverywhere)),
      isSentAway(second, () => Promise.resolve()),
    ]);
  });

  it('within two seconds whoever ended it', async () => {
    const client = await house.as(lesson.presenter);
    const tab = await tabOf(client);
    await isSentAway(tab, () => house.sql('DELETE FROM session WHERE token_hash = $1', [hashOf(client)]));
  });

  it('by its time, or with the account', async () => {
    const client = await house.as(lesson.presenter);
    const tab = await tabOf(client);
    await isSentAway(tab, () =>
      house.sql('UPDATE session SET expires_at = $2 WHERE token_hash = $1', [hashOf(client), '2026-09-16T01:45:00Z']),
    );
    const other = await tabAs(lesson.localTeacher);
    await isSentAway(other, () =>
      house.sql('INSERT INTO account (person_id, enabled) VALUES ($1, false)', [lesson.localTeacher.id]),
    );
  });
});

describe('rights that change', () => {
  it('send away at once whoever came with the old ones', async () => {
    const [changed, other] = [await tabAs(lesson.presenter), await tabAs(lesson.localTeacher)];
    await isSentAway(changed, () => note('person.rights-changed', { personId: lesson.presenter.id }));
    expect(other.socket.connected).toBe(true);
  });

  it.each([
    ['a role more', `UPDATE person SET roles = roles || '{coordinator}' WHERE id = $1`],
    ['another role', `UPDATE person SET roles = '{viewer}' WHERE id = $1`],
    ['another school', 'UPDATE person SET organisation_id = $2 WHERE id = $1'],
  ])('within two seconds, whoever wrote %s', async (_, statement) => {
    const tab = await tabAs(lesson.presenter);
    const values = [lesson.presenter.id, ...(statement.includes('$2') ? [town.foreign.id] : [])];
    await isSentAway(tab, () => house.sql(statement, values));
  });
});

describe('a change in a timetable', () => {
  const body = (act: string) => ({
    lessonIds: [lesson.id],
    proposalId: null,
    schoolIds: [town.hangzhou.id, town.aksu.id],
    act,
  });
  const watching = async (person: { readonly id: string }) => {
    const tab = await tabAs(person);
    await tab.does(watchTimetable, {});
    return tab;
  };

  const isMoved = ({ act }: { act: string }) => act === 'moved';

  it('reaches both schools and whoever sees everything, once each, and no foreign school', async () => {
    const near = [town.hangzhou.teachers[2], town.aksu.coordinator, town.administrator, town.viewer];
    const tabsOfNear = await Promise.all(near.map(watching));
    const [foreign, deaf] = [await watching(town.foreign.coordinator), await tabAs(lesson.presenter)];
    await note('timetable.changed', body('proposed'));
    for (const tab of tabsOfNear) expect(await tab.hears(timetableChanged)).toEqual(body('proposed'));
    await note('timetable.changed', { ...body('moved'), schoolIds: [town.foreign.id] });
    await Promise.all([foreign, ...tabsOfNear.slice(2)].map((tab) => tab.hears(timetableChanged, isMoved)));
    expect(foreign.all(timetableChanged)).toEqual([{ ...body('moved'), schoolIds: [town.foreign.id] }]);
    expect(tabsOfNear.map((tab) => tab.all(timetableChanged).length)).toEqual([1, 1, 2, 2]);
    expect(deaf.all(timetableChanged)).toEqual([]);
  });

  it('is told to a partner of one of the schools without what it is and with whom', async () => {
    const tab = await watching(town.aksu.coordinator);
    await note('timetable.changed', { ...body('moved'), schoolIds: [town.hangzhou.id, town.foreign.id] });
    const outline = { lessonIds: [], proposalId: null, schoolIds: [town.hangzhou.id], act: 'moved' };
    expect(await tab.hears(timetableChanged)).toEqual(outline);
    expect(tab.all(timetableChanged)).toHaveLength(1);
  });

  it('comes at once, and a burst of them as one more', async () => {
    const tab = await watching(town.aksu.coordinator);
    await house.app.get(Transactions).write(async (tx) => {
      const outbox = house.app.get(Outbox);
      for (let week = 0; week < 30; week += 1)
        await outbox.add(tx, { type: 'timetable.changed', body: body(`week-${String(week)}`) });
    });
    await tab.hears(timetableChanged, ({ act }) => act === 'several');
    expect(tab.all(timetableChanged).map(({ act }) => act)).toEqual(['week-0', 'several']);
  });

  it('that calls a lesson off reaches those who sit in its room already', async () => {
    const tab = await tabAs(lesson.presenter);
    await tab.does(enterRoom, { lessonId: lesson.id, classroomId: lesson.presentingClassroomId, since: null });
    await house.sql(`UPDATE lesson SET state = 'cancelled' WHERE id = $1`, [lesson.id]);
    await note('timetable.changed', body('cancelled'));
    await tab.hears(roomChanged, ({ changes }) =>
      changes.some((one) => one.of === 'lesson' && one.lessonState === 'cancelled'),
    );
  });
});
