import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asId, type ActivityId, type ClassroomId, type LessonId, type PersonId } from '../../kernel';
import { at } from '../../makers';
import { proposedStarts, type Hold } from '../../scheduling';
import { overlaps, type Slot } from '../../time';
import {
  activityKinds,
  activityPays,
  activityStates,
  activityTransitionFaults,
  activityTransitions,
  decideActivity,
  decideActivityCancel,
  decideActivityMove,
  decideActivityStep,
  decideHeld,
  type ActivityState,
  type StandingActivity,
  type WantedActivity,
} from '.';

const on = '2026-09-16';
const [mentor, mentee, guest] = ['mentor', 'mentee', 'guest'].map((name) => asId<PersonId>(name)) as [
  PersonId,
  PersonId,
  PersonId,
];
const room = asId<ClassroomId>('room');
const slot = (from: string, to: string): Slot => ({ startsAt: at(on, from), endsAt: at(on, to) });
const byLesson = (partyId: Hold['partyId'], held: Slot): Hold => ({
  partyId,
  lessonId: asId<LessonId>('L1'),
  slot: held,
});
const byActivity = (partyId: Hold['partyId'], held: Slot, activityId = 'A1'): Hold => ({
  partyId,
  activityId: asId<ActivityId>(activityId),
  slot: held,
});
const wanted = (wish: Partial<WantedActivity> = {}): WantedActivity => ({
  startsAt: at(on, '19:30'),
  minutes: 60,
  personIds: [mentor, mentee],
  place: null,
  meetingLink: 'https://meeting.example/1',
  classroomId: null,
  ...wish,
});
const now = at(on, '08:00');
const facts = (...holds: readonly Hold[]) => ({ holds, now });
const standing = (state: ActivityState = 'scheduled'): StandingActivity => ({
  activityId: asId<ActivityId>('A1'),
  state,
  slot: slot('19:30', '20:30'),
});
const startsProposed = (result: ReturnType<typeof decideActivity>) =>
  result.ok || result.refusal.kind !== 'party-taken' ? [] : result.refusal.moves.map((move) => move.startsAt / 60);

describe('the life of an activity', () => {
  it('has no state that nobody reaches and none without the exit it needs', () => {
    expect(activityTransitionFaults(activityTransitions)).toEqual([]);
    expect(activityTransitionFaults({ scheduled: ['held'], held: ['scheduled'], cancelled: [] })).toEqual([
      'cancelled is never reached',
      'held is final and has an exit',
    ]);
    expect(activityTransitionFaults({ scheduled: [], held: [], cancelled: [] })).toContain('scheduled has no exit');
  });

  it.each(activityStates)('goes from scheduled only: not from %s unless it is', (state) => {
    expect(decideActivityStep(state, 'held').ok).toBe(state === 'scheduled');
    expect(decideActivityStep(state, 'cancelled').ok).toBe(state === 'scheduled');
  });

  it('pays a discussion where two prepare or discuss, and nothing where they are trained', () => {
    expect(activityKinds.map((kind) => activityPays[kind])).toEqual(['discussion', 'discussion', null]);
  });
});

describe('a meeting', () => {
  it('lies in the evening, outside every bell, with everybody once and the room they meet in', () => {
    expect(decideActivity(wanted({ personIds: [mentor, mentee, mentor], classroomId: room }), facts())).toEqual({
      ok: true,
      value: {
        slot: slot('19:30', '20:30'),
        parties: [
          { partyId: mentor, role: 'participant' },
          { partyId: mentee, role: 'participant' },
          { partyId: room, role: 'room' },
        ],
      },
    });
  });

  it.each([
    ['too-few-people', { personIds: [mentor, mentor] }],
    ['place-missing', { meetingLink: null }],
    ['not-a-meeting-time', { minutes: 4 }],
    ['not-a-meeting-time', { minutes: 481, startsAt: at(on, '09:00') }],
    ['not-a-meeting-time', { startsAt: at(on, '23:30') }],
    ['not-a-meeting-time', { startsAt: at(on, '19:30').add({ seconds: 1 }) }],
    ['in-the-past', { startsAt: now }],
  ] as const)('is refused as %s: %j', (kind, wish) => {
    expect(decideActivity(wanted(wish), facts())).toEqual({ ok: false, refusal: { kind } });
  });

  it('names everybody who is taken and what is in the way, and proposes starts that are free for all', () => {
    const lesson = byLesson(mentor, slot('19:00', '19:40'));
    const other = byActivity(room, slot('20:00', '21:00'), 'A2');
    const decided = decideActivity(
      wanted({ classroomId: room }),
      facts(lesson, other, byLesson(guest, slot('07:00', '23:00'))),
    );
    expect(decided).toMatchObject({
      refusal: {
        kind: 'party-taken',
        clashes: [
          { rule: 'person-taken', partyId: mentor, role: 'participant', inTheWay: { kind: 'lesson', lessonId: 'L1' } },
          { rule: 'classroom-taken', partyId: room, role: 'room', inTheWay: { kind: 'activity', activityId: 'A2' } },
        ],
      },
    });
    expect(startsProposed(decided)).toEqual([17.5, 17.75, 18, 21, 21.25, 21.5]);
  });

  it('is proposed neither before seven, nor until after eleven at night, nor in the past', () => {
    const all = [byLesson(mentor, slot('09:00', '21:30'))];
    expect(startsProposed(decideActivity(wanted(), facts(...all)))).toEqual([21.5, 21.75, 22]);
    const early = decideActivity(wanted(), { holds: all, now: at(on, '05:00') });
    expect(startsProposed(early)).toEqual([7.5, 7.75, 8, 21.5, 21.75, 22]);
  });

  it('is proposed at the minute at which what is in the way ends', () => {
    const held = byLesson(mentor, slot('19:00', '20:10'));
    expect(startsProposed(decideActivity(wanted(), facts(held)))).toContain(20 + 10 / 60);
  });

  it('counts what lies over midnight, and not what lies on other days', () => {
    const over = byLesson(mentor, { startsAt: at('2026-09-15', '22:00'), endsAt: at(on, '20:00') });
    const tomorrow = byLesson(mentor, { startsAt: at('2026-09-17', '00:00'), endsAt: at('2026-09-17', '23:00') });
    const long = byLesson(mentee, { startsAt: at(on, '22:00'), endsAt: at('2026-09-17', '02:00') });
    expect(startsProposed(decideActivity(wanted(), facts(over, tomorrow, long)))).toEqual([20, 20.25, 20.5, 20.75, 21]);
  });

  const minute = fc.integer({ min: 0, max: 1380 });
  const busy = fc.array(fc.tuple(minute, fc.integer({ min: 5, max: 59 }), fc.constantFrom(mentor, mentee)), {
    maxLength: 12,
  });
  const clock = (total: number) =>
    `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;

  it('is accepted only where nobody is taken, and whatever is proposed instead is accepted', () => {
    fc.assert(
      fc.property(busy, minute, fc.integer({ min: 5, max: 60 }), (held, start, minutes) => {
        const holds = held.map(([from, length, who]) => byLesson(who, slot(clock(from), clock(from + length))));
        const ask = wanted({ startsAt: at(on, clock(start)), minutes });
        const given = { holds, now: at('2026-09-15', '12:00') };
        const decided = decideActivity(ask, given);
        if (decided.ok) {
          expect(holds.some((hold) => overlaps(hold.slot, decided.value.slot))).toBe(false);
          return;
        }
        const moves = startsProposed(decided);
        expect(moves.length).toBeLessThanOrEqual(proposedStarts);
        for (const move of moves) {
          const startsAt = at(on, clock(Math.round(move * 60)));
          expect(decideActivity({ ...ask, startsAt }, given)).toMatchObject({ ok: true });
        }
      }),
    );
  });
});

describe('a change of a meeting', () => {
  const move = (wish: Partial<WantedActivity> = {}, reason = '改期', state: ActivityState = 'scheduled') =>
    decideActivityMove(
      { activity: standing(state), to: wanted(wish), reason },
      facts(byActivity(mentor, slot('19:30', '20:30'))),
    );

  it('is not in its own way', () => {
    expect(move({ startsAt: at(on, '20:00') })).toMatchObject({
      ok: true,
      value: { slot: slot('20:00', '21:00'), reason: '改期' },
    });
    const other = facts(byActivity(mentor, slot('19:30', '20:30'), 'A2'));
    const taken = decideActivityMove({ activity: standing(), to: wanted(), reason: '改期' }, other);
    expect(taken).toMatchObject({ refusal: { kind: 'party-taken' } });
  });

  it('asks for a reason, and for a meeting that still stands', () => {
    expect(move({}, ' ')).toMatchObject({ refusal: { kind: 'reason-missing' } });
    expect(move({}, '改期', 'held')).toMatchObject({ refusal: { kind: 'activity-closed', state: 'held' } });
    expect(decideActivityCancel(standing(), ' 天气 ')).toEqual({ ok: true, value: '天气' });
    expect(decideActivityCancel(standing(), '')).toMatchObject({ refusal: { kind: 'reason-missing' } });
    expect(decideActivityCancel(standing('cancelled'), '天气')).toMatchObject({ refusal: { kind: 'activity-closed' } });
  });
});

describe('writing a meeting down', () => {
  const invitedIds = [mentor, mentee, guest];
  const over = at(on, '20:30');
  const held = (presentIds: readonly PersonId[], when = over, state: ActivityState = 'scheduled') =>
    decideHeld(standing(state), { invitedIds, presentIds }, when);

  it('names who was there, each once, from its end on', () => {
    expect(held([mentor, guest, mentor])).toEqual({ ok: true, value: [mentor, guest] });
  });

  it.each([
    ['activity-not-over', held([mentor, mentee], at(on, '20:29'))],
    ['activity-closed', held([mentor, mentee], over, 'cancelled')],
    ['activity-closed', held([mentor, mentee], over, 'held')],
    ['not-invited', held([mentor, asId<PersonId>('stranger')])],
    ['too-few-people', held([mentor, mentor])],
  ])('is refused as %s', (kind, result) => {
    expect(result).toMatchObject({ ok: false, refusal: { kind } });
  });
});
