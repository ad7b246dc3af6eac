import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { beat, catchUp, countHeads, enterRoom, roomChanged, watchTimetable } from '@qinglan/contracts';
import { Sockets } from '@qinglan/api-platform';
import { aHouse, aLesson, aTab, aTown, type HeldLesson, type House, Tab, type Town, within } from '../../support';

let house: House;
let town: Town;
let lesson: HeldLesson;
const tabs: Tab[] = [];

beforeAll(async () => {
  house = await aHouse({ now: '2026-09-16T01:45:00Z' });
  town = await aTown(house);
  lesson = await aLesson(house, town);
});
afterEach(() => tabs.splice(0).forEach((tab) => tab.close()));
afterAll(() => house.close());

async function tabOf(person: { readonly id: string }, ...more: [Parameters<typeof aTab>[1]?]): Promise<Tab> {
  const tab = await aTab(await house.as(person), ...more);
  tabs.push(tab);
  return tab;
}

const asObserver = () => ({ lessonId: lesson.id, classroomId: null, since: null });

describe('the handshake', () => {
  it('refuses whoever is not signed in, and says so in their language', async () => {
    const nobody = aTab(house.nobody(), { auth: { language: 'en' } });
    await expect(nobody).rejects.toMatchObject({
      message: 'not-signed-in',
      data: { type: '/problems/not-signed-in', title: 'Please sign in first', status: 401 },
    });
  });

  it('refuses a secret that is nobody’s', async () => {
    const forged = { extraHeaders: { cookie: 'qinglan_session=made-up' } };
    await expect(aTab(house.nobody(), forged)).rejects.toMatchObject({ message: 'not-signed-in' });
  });

  it.each([['websocket'], ['polling']])('refuses a page of another site by %s', async (transport) => {
    const client = await house.as(lesson.presenter);
    const foreign = { transports: [transport], extraHeaders: { origin: 'https://elsewhere.example' } };
    await expect(aTab(client, foreign)).rejects.toBeInstanceOf(Error);
    expect(house.app.get(Sockets).count()).toBe(0);
  });

  it.each([['websocket'], ['polling']])('lets our own page in by %s', async (transport) => {
    const tab = await tabOf(lesson.presenter, { transports: [transport], extraHeaders: { origin: house.baseUrl } });
    expect(await tab.does(watchTimetable, {})).toEqual({ schoolIds: [town.hangzhou.id, town.aksu.id] });
  });
});

describe('a message that is not right', () => {
  it('is refused with a position beyond all positions', async () => {
    const tab = await tabOf(lesson.presenter);
    const since = { epoch: lesson.id, offset: Number.MAX_SAFE_INTEGER };
    expect(await tab.problemOf(catchUp, { lessonId: lesson.id, since })).toBe('invalid-input');
  });

  it('ends the link of whoever piles up hundreds while the first is at work', async () => {
    const tab = await tabOf(lesson.presenter);
    const gone = new Promise((done) => tab.socket.once('disconnect', done));
    for (let sent = 0; sent < 2000; sent += 1) tab.socket.emit(catchUp.name, {});
    await within(gone, 'the end of the link');
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'enter'],
    ['a number', 7],
    ['a list', [1, 2]],
    ['another shape', { lessonId: 'no-uuid', classroomId: 4 }],
    ['bytes', Buffer.from('room')],
    ['a prototype', JSON.parse('{"__proto__":{"lessonId":1}}')],
  ])('%s is answered with its faults', async (_, body) => {
    const tab = await tabOf(lesson.presenter);
    const answer: unknown = await tab.socket.timeout(2000).emitWithAck(enterRoom.name, body);
    expect(answer).toMatchObject({ ok: false, problem: { type: '/problems/invalid-input', status: 400 } });
  });

  it('names the place of each fault', async () => {
    const tab = await tabOf(lesson.presenter);
    const answer: unknown = await tab.socket
      .timeout(2000)
      .emitWithAck(countHeads.name, { lessonId: lesson.id, classroomId: lesson.presentingClassroomId, headCount: -1 });
    expect(answer).toMatchObject({ problem: { errors: [{ pointer: '#/headCount' }] } });
  });

  it('is answered in the language of the socket', async () => {
    const [zh, en] = [await tabOf(lesson.presenter), await tabOf(lesson.presenter, { auth: { language: 'en' } })];
    const body = { lessonId: town.hangzhou.id as never, since: { epoch: 'x', offset: 0 } };
    expect(await zh.ask(catchUp, body)).toMatchObject({ problem: { title: '没有找到，或者您看不到它' } });
    expect(await en.ask(catchUp, body)).toMatchObject({ problem: { title: 'Not found, or not yours to see' } });
  });

  it('without an acknowledgement, with too many arguments or of an unknown name harms nobody', async () => {
    const [wild, calm] = [await tabOf(lesson.presenter), await tabOf(lesson.localTeacher)];
    wild.socket.emit(enterRoom.name, { lessonId: 1 });
    wild.socket.emit(enterRoom.name);
    wild.socket.emit(beat.name, 1, 2, 3, { four: 5 });
    wild.socket.emit('no.such.event', { a: 1 });
    expect(await calm.does(enterRoom, asObserver())).toMatchObject({ how: 'snapshot' });
    expect(await wild.does(enterRoom, asObserver())).toMatchObject({ how: 'snapshot' });
  });

  it('of 20 kB ends its own socket and no other', async () => {
    const [wild, calm] = [await tabOf(lesson.presenter, { reconnection: false }), await tabOf(lesson.localTeacher)];
    const gone = wild.next('disconnect');
    wild.socket.emit(enterRoom.name, { lessonId: 'x'.repeat(20_000) });
    await gone;
    expect(await calm.does(enterRoom, asObserver())).toMatchObject({ how: 'snapshot' });
  });

  it('is too fast after fifty in ten seconds, for that socket alone', async () => {
    const [hasty, calm] = [await tabOf(lesson.presenter), await tabOf(lesson.presenter)];
    const answers = await Promise.all(Array.from({ length: 60 }, () => hasty.problemOf(watchTimetable, {})));
    expect(answers.filter((answer) => answer === 'none')).toHaveLength(50);
    expect(answers.filter((answer) => answer === 'too-fast')).toHaveLength(10);
    expect(await calm.problemOf(watchTimetable, {})).toBe('none');
  });

  it('in a flood ends its socket', async () => {
    const flood = await tabOf(lesson.presenter, { reconnection: false });
    const gone = flood.next('disconnect');
    for (let sent = 0; sent < 600; sent += 1) flood.socket.emit(watchTimetable.name, {});
    await gone;
  });
});

describe('a handler that fails', () => {
  it('answers that something went wrong, shows nothing of the inside, and the server lives', async () => {
    const tab = await tabOf(lesson.presenter);
    await house.sql('ALTER TABLE room_log RENAME TO room_log_gone');
    const broken = { lessonId: lesson.id, classroomId: lesson.presentingClassroomId, since: null };
    const answer = await tab.ask(enterRoom, broken);
    await house.sql('ALTER TABLE room_log_gone RENAME TO room_log');
    expect(answer).toMatchObject({ ok: false, problem: { type: '/problems/unexpected', status: 500 } });
    expect(JSON.stringify(answer)).not.toContain('room_log');
    const heard = tab.hears(roomChanged);
    await tab.does(enterRoom, broken);
    await within(heard, 'a change of the room');
  });
});
