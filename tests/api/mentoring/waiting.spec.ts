import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  answerObservation,
  answerObservationRequest,
  askObservation,
  consentToPairing,
  listPairings,
  listWaiting,
  logVisit,
  mentoringChanged,
  saveAgreement,
  signAgreement,
  watchMentoring,
} from '@qinglan/contracts';
import type { ObservationId, ObservationRequestId } from '@qinglan/domain';
import {
  aHouse,
  aLedStudio,
  aMeeting,
  aPairing,
  aPerson,
  arranges,
  aTab,
  aTown,
  type Client,
  type House,
  type Person,
  type StudioMade,
  type Town,
} from '../../support';

let house: House;
let town: Town;
let studio: StudioMade;
let mentor: Client;
let mentee: Client;
beforeAll(async () => {
  house = await aHouse();
});
beforeEach(async () => {
  house.clock.moveTo('2026-09-15T02:00:00Z');
  town = await aTown(house);
  studio = await aLedStudio(house, town);
  mentor = await house.as(studio.mentor);
  mentee = await house.as(studio.mentees[0]);
});
afterAll(() => house.close());

const waits = async (client: Client) => (await client.call(listWaiting)).body;
const kinds = async (client: Client) => (await waits(client)).items.map(({ kind }) => kind);
const pairingOf = async (person: Person) => {
  const { items } = (await (await house.as(person)).call(listPairings, { query: { as: 'mentee' } })).body;
  const [card] = items;
  if (!card) throw new Error('nobody guides this person');
  return card;
};
const asks = async (client: Client, wish: { readonly startsAt?: string } = {}) =>
  (
    await client.call(askObservation, {
      params: { requestId: randomUUID() as ObservationRequestId },
      body: {
        ...{ pairingId: (await pairingOf(studio.mentees[0])).id, direction: 'mentor-hears' as const, lessonId: null },
        ...{ startsAt: '2026-09-17T02:00:00Z', topic: '浮力', note: null, ...wish },
      },
    })
  ).body;
const visits = async (client: Client) =>
  client.call(logVisit, {
    params: { observationId: randomUUID() as ObservationId },
    body: {
      ...{ pairingId: (await pairingOf(studio.mentees[0])).id, direction: 'mentor-hears', mode: 'live' },
      ...{ onDay: '2026-09-14', topic: '电学', subject: null, class: null, highlight: null, advice: null },
    },
  });

describe('what waits for somebody', () => {
  it('is nothing at first', async () => {
    expect(await waits(mentor)).toEqual({ count: 0, items: [] });
  });

  it('is a request until it is answered or past, and the card of both shows it', async () => {
    const asked = await asks(mentee);
    expect(await waits(mentor)).toMatchObject({
      count: 1,
      items: [{ kind: 'request', id: asked.id, title: '浮力', who: studio.mentees[0].name }],
    });
    expect(await kinds(mentee)).toEqual([]);
    const shown = { id: asked.id, askedById: studio.mentees[0].id, topic: '浮力', direction: 'mentor-hears' };
    expect(await pairingOf(studio.mentees[0])).toMatchObject({ asked: shown, next: null });
    await mentor.call(answerObservationRequest, {
      params: { requestId: asked.id },
      body: { accepts: true, reason: '' },
      version: 1,
    });
    expect(await kinds(mentor)).toEqual([]);
    const next = { kind: 'observation', id: asked.id, startsAt: '2026-09-17T02:00:00+00:00' };
    expect(await pairingOf(studio.mentees[0])).toMatchObject({ asked: null, next });
    await asks(mentee, { startsAt: '2026-09-18T02:00:00Z' });
    expect(await kinds(mentor)).toEqual(['request']);
    house.clock.moveTo('2026-09-18T02:00:00Z');
    expect(await kinds(mentor)).toEqual([]);
    expect((await pairingOf(studio.mentees[0])).asked).toBeNull();
  });

  it('is an observation to countersign', async () => {
    const { body } = await visits(mentor);
    expect((await waits(mentee)).items).toMatchObject([{ kind: 'countersign', id: body.id, who: studio.mentor.name }]);
    await mentee.call(answerObservation, {
      params: { observationId: body.id },
      body: { reply: null, countersigns: true },
      version: body.version,
    });
    expect(await kinds(mentee)).toEqual([]);
  });

  it('is the word of each of two, and then the names of three', async () => {
    const other = await aPerson(house, town.aksu.id, 'mentee');
    const obligations = [{ owedBy: 'mentor', kind: 'paper', number: 1, per: 'year' }] as const;
    const { pairingId } = await aPairing(house, {
      mentor: studio.mentor,
      mentee: other,
      state: 'consenting',
      obligations,
    });
    const [theirs, school, far] = await Promise.all([
      house.as(other),
      house.as(town.aksu.coordinator),
      house.as(town.hangzhou.coordinator),
    ]);
    const consent = [{ kind: 'consent', id: pairingId, pairingId }];
    expect([(await waits(mentor)).items, (await waits(theirs)).items]).toMatchObject([consent, consent]);
    expect(await kinds(school)).toEqual([]);
    await house.sql(`UPDATE pairing SET mentor_consented_at = now() WHERE id = $1`, [pairingId]);
    expect([await kinds(mentor), await kinds(theirs)]).toEqual([[], ['consent']]);
    await house.sql(`UPDATE pairing SET state = 'agreed' WHERE id = $1`, [pairingId]);
    for (const client of [mentor, theirs, school]) expect(await kinds(client)).toEqual(['sign']);
    expect(await kinds(far)).toEqual([]);
    await house.sql(
      `INSERT INTO agreement_signature (pairing_id, party, person_id, signed_at) VALUES ($1, 'school', $2, now())`,
      [pairingId, town.aksu.coordinator.id],
    );
    expect(await kinds(school)).toEqual([]);
    // With all three it runs; a revision wants them anew, whoever signed the text in force.
    for (const [party, person] of [
      ['mentor', studio.mentor],
      ['mentee', other],
    ] as const) {
      await house.sql(
        `INSERT INTO agreement_signature (pairing_id, party, person_id, signed_at) VALUES ($1, $2, $3, now())`,
        [pairingId, party, person.id],
      );
    }
    await house.sql(`UPDATE pairing SET state = 'active' WHERE id = $1`, [pairingId]);
    for (const client of [mentor, theirs, school]) expect(await kinds(client)).toEqual([]);
    await house.sql(
      `INSERT INTO agreement_revision (pairing_id, from_day, clauses, obligations) VALUES ($1, '2026-09-01', '', '[]')`,
      [pairingId],
    );
    for (const client of [mentor, theirs, school]) expect(await kinds(client)).toEqual(['sign']);
  });

  it('is an open lesson to mark, for each of its panel, until it is marked or closed; it is arranged next', async () => {
    const { id: pairingId } = await pairingOf(studio.mentees[0]);
    const openLessonId = randomUUID();
    await house.sql(`INSERT INTO open_lesson (id, pairing_id, on_day, topic) VALUES ($1, $2, '2026-09-15', '汇报课')`, [
      ...[openLessonId, pairingId],
    ]);
    await house.sql('INSERT INTO panel_mark (open_lesson_id, person_id) VALUES ($1, $2)', [
      openLessonId,
      studio.lead.id,
    ]);
    const judge = await house.as(studio.lead);
    expect((await waits(judge)).items).toMatchObject([{ kind: 'panel', id: openLessonId, title: '汇报课' }]);
    expect((await pairingOf(studio.mentees[0])).next).toMatchObject({ kind: 'open-lesson', title: '汇报课' });
    house.clock.moveTo('2026-09-15T16:00:00Z');
    expect((await pairingOf(studio.mentees[0])).next).toBeNull();
    await house.sql(`UPDATE panel_mark SET mark = 90, word = '好', marked_at = now() WHERE open_lesson_id = $1`, [
      openLessonId,
    ]);
    expect(await kinds(judge)).toEqual([]);
  });

  it('is a meeting one is invited to, which counts for nothing, and then one to write down', async () => {
    const people = [studio.mentor, ...studio.mentees];
    const { body } = await arranges(mentor, aMeeting(studio.studioId, people));
    expect(await waits(mentee)).toMatchObject({
      count: 0,
      items: [{ kind: 'invitation', id: body.id, title: '函数单元研讨', who: studio.mentor.name }],
    });
    expect(await kinds(mentor)).toEqual([]);
    house.clock.moveTo('2026-09-16T12:30:00Z');
    expect(await kinds(mentee)).toEqual([]);
    for (const client of [mentor, await house.as(studio.lead)]) {
      expect(await waits(client)).toMatchObject({ count: 1, items: [{ kind: 'record', id: body.id }] });
    }
  });

  it('is one’s wishes in a round that is open', async () => {
    const roundId = randomUUID();
    await house.sql(
      `INSERT INTO matching_round (id, title, studio_id, opens_on, closes_on, from_day, hours_per_mentee, weights)
       VALUES ($1, '秋季结对', $2, '2026-09-15', '2026-09-20', '2026-10-01', 1, '{}')`,
      [roundId, studio.studioId],
    );
    await house.sql(`INSERT INTO matching_person (round_id, person_id, part) VALUES ($1, $2, 'mentee')`, [
      ...[roundId, studio.mentees[0].id],
    ]);
    expect((await waits(mentee)).items).toMatchObject([{ kind: 'wish', id: roundId, title: '秋季结对' }]);
    house.clock.moveTo('2026-09-21T02:00:00Z');
    expect(await kinds(mentee)).toEqual([]);
  });
});

describe('open pages', () => {
  it('of the two, their lead and their school follow each word and each name', async () => {
    const other = await aPerson(house, town.aksu.id, 'mentee');
    const obligations = [{ owedBy: 'mentor', kind: 'paper', number: 1, per: 'year' }] as const;
    const { mentor: guide, studioId } = studio;
    const wish = { mentor: guide, mentee: other, studioId, state: 'consenting', obligations } as const;
    const { pairingId } = await aPairing(house, wish);
    const [theirs, school, lead] = [
      await house.as(other),
      await house.as(town.aksu.coordinator),
      await house.as(studio.lead),
    ];
    const tabs = await Promise.all([mentor, theirs, school, lead].map((one) => aTab(one)));
    const stranger = await aTab(await house.as(town.foreign.coordinator));
    for (const tab of [...tabs, stranger]) await tab.does(watchMentoring, {});
    const at = { params: { pairingId } };
    /** Does it and waits until each page has heard of it. */
    const followed = async <T extends { readonly status: number }>(act: () => Promise<T>) => {
      tabs.forEach((tab) => tab.heard.splice(0));
      const answer = await act();
      expect(answer.status).toBe(200);
      await Promise.all(tabs.map((tab) => tab.hears(mentoringChanged)));
      return answer;
    };
    const body = { consents: true as const };
    try {
      await followed(() => mentor.call(consentToPairing, { ...at, body, version: 1 }));
      let { version } = (await followed(() => theirs.call(consentToPairing, { ...at, body, version: 2 }))).body;
      for (const signer of [mentor, theirs]) {
        const signed = await followed(() => signer.call(signAgreement, { ...at, version }));
        version = signed.body.version;
      }
      const text = {
        templateId: null,
        fromDay: '2026-09-01',
        toDay: '2027-07-31',
        clauses: '',
        obligations: [...obligations],
      };
      await followed(() => mentor.call(saveAgreement, { ...at, body: text, version }));
      expect(stranger.all(mentoringChanged)).toEqual([]);
    } finally {
      [...tabs, stranger].forEach((tab) => tab.close());
    }
  });

  it('of the two, and of nobody else, are told that something of theirs changed', async () => {
    const [his, hers, other] = await Promise.all(
      [mentor, mentee, await house.as(studio.mentees[1])].map((one) => aTab(one)),
    );
    if (!his || !hers || !other) throw new Error('three tabs');
    try {
      for (const tab of [his, hers, other]) await tab.does(watchMentoring, {});
      await asks(mentee);
      await Promise.all([his.hears(mentoringChanged), hers.hears(mentoringChanged)]);
      await visits(mentor);
      expect(other.all(mentoringChanged)).toEqual([]);
    } finally {
      [his, hers, other].forEach((tab) => tab.close());
    }
  });
});
