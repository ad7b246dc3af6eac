import { describe, expect, it } from '@jest/globals';
import { asId, type LessonId, type PartyId } from '../kernel';
import { schoolDay, type CalendarDay } from '../calendar';
import { at, day, exception, makeUp, nation, school, schoolOf, term } from '../makers';
import { beijingSlot, minuteOf, wallTime, type Slot } from '../time';
import { decideCancel, decideMove, type StandingLesson } from './change';
import type { Hold } from './clashes';
import { partyRoles, type PartyInLesson, type PartyRole } from './lesson';
import { isPlaced, type Choice, type SeriesPlace } from './occurrence';
import { placeSeries } from './place-series';
import { decideProposal, partnershipFault, type ProposalFacts, type WantedLesson } from './propose-lesson';
import { decideSeriesProposal, isPast, type SeriesFacts } from './propose-series';
import { lessonStates } from './transitions';

const everyone: readonly PartyInLesson[] = partyRoles.map((role) => ({ partyId: asId<PartyId>(role), role }));
const meeting = everyone.filter((one) => !one.role.endsWith('-class'));
const now = at('2026-09-01', '08:00');
const partnership = { firstDay: day('2015-03-01'), lastDay: null };

const facts = (on: string, days: readonly CalendarDay[] = [], more: Partial<ProposalFacts> = {}): ProposalFacts => ({
  partnership,
  presenting: schoolDay(schoolOf('HZ-YQ', days), day(on)),
  receiving: schoolDay(schoolOf('AK-SH', days), day(on)),
  holds: [],
  now,
  ...more,
});

const lesson = (time: string, more: Partial<WantedLesson> = {}): WantedLesson => ({
  startsAt: minuteOf(time),
  minutes: 40,
  parties: everyone,
  ...more,
});

const held = (role: PartyRole, slot: Slot, lessonId = 'L1'): Hold => ({
  partyId: asId<PartyId>(role),
  lessonId: asId<LessonId>(lessonId),
  slot,
});

const wednesday = '2026-09-16';
const on = (time: string, end: string): Slot => beijingSlot(day(wednesday), minuteOf(time), minuteOf(end));
const refusalOf = (wanted: WantedLesson, given: ProposalFacts): unknown => {
  const decided = decideProposal(wanted, given);
  return decided.ok ? null : decided.refusal;
};

describe('a single lesson', () => {
  it('is placed where both bells ring for it and everybody is free', () => {
    const decided = decideProposal(lesson('09:50'), facts(wednesday));
    expect(decided).toEqual({
      ok: true,
      value: {
        slot: on('09:50', '10:30'),
        window: {
          startsAt: 590,
          endsAt: 630,
          presentingPeriod: 3,
          receivingPeriod: 1,
          presentingShift: -10,
          receivingShift: 10,
        },
      },
    });
  });

  it('may lie on a make-up day that follows no weekday, when somebody asks for it', () => {
    const days = [makeUp(nation, '2026-11-07', null)];
    expect(decideProposal(lesson('10:00'), facts('2026-11-07', days)).ok).toBe(true);
  });

  it('is refused outside the bells, with what is clean and what each start would cut', () => {
    expect(refusalOf(lesson('10:00'), facts(wednesday))).toMatchObject({
      kind: 'outside-bell',
      suggestions: expect.arrayContaining([expect.objectContaining({ startsAt: 590 })]),
      candidates: expect.arrayContaining([expect.objectContaining({ presentingPeriod: 3 })]),
    });
  });

  it.each([
    { name: 'a class', wanted: lesson('09:50'), given: facts('2026-10-07'), kind: 'no-school' },
    { name: 'a class on a Saturday', wanted: lesson('09:50'), given: facts('2026-09-19'), kind: 'no-school' },
    {
      name: 'nobody who presents',
      wanted: lesson('09:50', { parties: everyone.slice(1) }),
      given: facts(wednesday),
      kind: 'party-missing',
    },
    { name: 'no length', wanted: lesson('09:50', { minutes: 0 }), given: facts(wednesday), kind: 'not-a-lesson-time' },
    {
      name: 'a night',
      wanted: lesson('23:50', { parties: meeting }),
      given: facts(wednesday),
      kind: 'not-a-lesson-time',
    },
    {
      name: 'a day',
      wanted: lesson('08:00', { parties: meeting, minutes: 241 }),
      given: facts(wednesday),
      kind: 'not-a-lesson-time',
    },
  ])('is refused with $name: $kind', ({ wanted, given, kind }) => {
    expect(refusalOf(wanted, given)).toMatchObject({ kind });
  });

  it('says which school does not teach, and why', () => {
    const days = [exception(school('AK-SH'), wednesday, 'exam')];
    expect(refusalOf(lesson('09:50'), facts(wednesday, days))).toMatchObject({
      kind: 'no-school',
      end: 'receiving',
      schoolId: 'AK-SH',
      schoolDay: { state: 'exam' },
    });
  });

  it('is refused once it would have begun, unless written down late', () => {
    const begun = { now: at(wednesday, '09:50') };
    expect(refusalOf(lesson('09:50'), facts(wednesday, [], begun))).toMatchObject({ kind: 'in-the-past' });
    expect(refusalOf(lesson('09:50'), facts(wednesday, [], { now: at(wednesday, '09:49') }))).toBeNull();
    expect(refusalOf(lesson('09:50'), facts(wednesday, [], { ...begun, includesPast: true }))).toBeNull();
  });

  it('is refused where a party is taken, with all clashes and the free windows of the day', () => {
    const holds = [held('presenter', on('10:00', '10:50')), held('receiving-classroom', on('09:00', '09:55'), 'L2')];
    const refusal = refusalOf(lesson('09:50'), facts(wednesday, [], { holds }));
    expect(refusal).toMatchObject({
      kind: 'party-taken',
      clashes: [{ rule: 'teacher-taken' }, { rule: 'classroom-taken', inTheWay: { lessonId: 'L2' } }],
    });
    const { moves } = refusal as { moves: readonly { readonly startsAt: number }[] };
    expect(moves.map((move) => wallTime(move.startsAt))).toEqual(['12:50', '15:50', '11:20']);
  });

  it('without a class may lie outside the bells, on any day, but its people must be free', () => {
    const evening = lesson('20:00', { parties: meeting, minutes: 90 });
    const sunday = facts('2026-09-13');
    expect(decideProposal(evening, sunday)).toMatchObject({
      ok: true,
      value: { window: { presentingPeriod: null, receivingPeriod: null } },
    });
    expect(decideProposal(lesson('15:40', { parties: meeting }), facts(wednesday))).toMatchObject({
      ok: true,
      value: { window: { presentingPeriod: 8 } },
    });
    const holds = [held('presenter', beijingSlot(day('2026-09-13'), minuteOf('21:00'), minuteOf('22:00')))];
    expect(refusalOf(evening, { ...sunday, holds })).toMatchObject({ kind: 'party-taken' });
  });
});

describe('a partnership', () => {
  const span = { firstDay: day('2026-09-16'), lastDay: day('2026-12-31') };

  it.each([
    ['2026-09-15', { kind: 'partnership-not-begun', beginsOn: span.firstDay }],
    ['2026-09-16', null],
    ['2026-12-31', null],
    ['2027-01-01', { kind: 'partnership-ended', endedOn: span.lastDay }],
  ])('on %s', (text, fault) => {
    expect(partnershipFault(span, day(text))).toEqual(fault);
  });

  it('that has ended refuses a lesson', () => {
    const ended = { partnership: { firstDay: day('2015-03-01'), lastDay: day('2026-09-15') } };
    expect(refusalOf(lesson('09:50'), facts(wednesday, [], ended))).toMatchObject({ kind: 'partnership-ended' });
  });
});

const place = (more: Partial<SeriesPlace> = {}): SeriesPlace => ({
  term: term('hangzhou'),
  weekday: 2,
  period: 8,
  weeks: [3, 4, 5, 6, 7],
  hasClass: true,
  ...more,
});
const series = (choices: readonly Choice[] = []) => ({
  occurrences: placeSeries(place({ choices }), schoolOf('HZ-CH'), schoolOf('AK-M4')),
  parties: everyone,
});
const seriesFacts = (more: Partial<SeriesFacts> = {}): SeriesFacts => ({ partnership, holds: [], now, ...more });

describe('a term of lessons', () => {
  it('is proposed with its placed weeks alone', () => {
    const decided = decideSeriesProposal(series(), seriesFacts());
    expect(decided.ok && decided.value.lessons.map((one) => one.week)).toEqual([3, 4, 5]);
  });

  it('leaves weeks already past out, unless written down late', () => {
    const later = { now: at('2026-09-22', '16:00') };
    const decided = decideSeriesProposal(series(), seriesFacts(later));
    expect(decided.ok && decided.value.lessons.map((one) => one.week)).toEqual([5]);
    expect(decided.ok && decided.value.past.map((one) => one.week)).toEqual([3, 4]);
    const late = decideSeriesProposal(series(), seriesFacts({ ...later, includesPast: true }));
    expect(late.ok && late.value.lessons).toHaveLength(3);
  });

  it('tells all its clashes at once, with a way out for each week (B06 and B07 share a teacher and a room)', () => {
    const seventh = placeSeries(place({ weeks: [4, 6] }), schoolOf('HZ-CH'), schoolOf('AK-M6')).filter(isPlaced);
    const holds = seventh.flatMap((one) => [
      held('presenter', one.slot, 'B07'),
      held('presenting-classroom', one.slot, 'B07'),
    ]);
    const decided = decideSeriesProposal(series(), seriesFacts({ holds }));
    expect(decided).toMatchObject({
      ok: false,
      refusal: {
        kind: 'party-taken',
        clashes: [
          { rule: 'teacher-taken', week: 4, inTheWay: { lessonId: 'B07' } },
          { rule: 'classroom-taken', week: 4, inTheWay: { lessonId: 'B07' } },
        ],
        moves: [{ week: 4, moves: expect.arrayContaining([expect.objectContaining({ presentingPeriod: 3 })]) }],
      },
    });
    const moved = decideSeriesProposal(series([{ week: 4, startsAt: minuteOf('09:50') }]), seriesFacts({ holds }));
    expect(moved.ok && moved.value.lessons).toHaveLength(3);
  });

  it.each([
    { kind: 'nothing-placed', wanted: series(), given: seriesFacts({ now: at('2027-01-31', '08:00') }) },
    { kind: 'party-missing', wanted: { ...series(), parties: everyone.slice(1) }, given: seriesFacts() },
    {
      kind: 'partnership-ended',
      wanted: series(),
      given: seriesFacts({ partnership: { firstDay: day('2015-03-01'), lastDay: day('2026-09-22') } }),
    },
  ])('is refused: $kind', ({ kind, wanted, given }) => {
    expect(decideSeriesProposal(wanted, given)).toMatchObject({ ok: false, refusal: { kind } });
  });

  it('is past in a week from the very start of its lesson', () => {
    const [third] = series().occurrences.filter(isPlaced);
    expect(third && [isPast(third, at('2026-09-15', '15:59')), isPast(third, at('2026-09-15', '16:00'))]).toEqual([
      false,
      true,
    ]);
  });
});

const standing = (more: Partial<StandingLesson> = {}): StandingLesson => ({
  lessonId: asId<LessonId>('L1'),
  state: 'confirmed',
  slot: on('09:50', '10:30'),
  ...more,
});

describe('a change', () => {
  it('cancels a confirmed lesson, with its reason', () => {
    expect(decideCancel(standing(), ' 教师出差 ', now)).toEqual({
      ok: true,
      value: { lessonId: 'L1', from: 'confirmed', to: 'cancelled', reason: '教师出差' },
    });
  });

  it.each(lessonStates.filter((state) => state !== 'confirmed'))('does not touch a lesson that is %s', (state) => {
    const refusal = { kind: 'lesson-not-confirmed', state };
    expect(decideCancel(standing({ state }), '出差', now)).toEqual({ ok: false, refusal });
    const move = { lesson: standing({ state }), to: lesson('10:40'), reason: '出差' };
    expect(decideMove(move, facts(wednesday))).toEqual({ ok: false, refusal });
  });

  it.each([
    { reason: '  ', expected: { kind: 'reason-missing' } },
    { reason: '差'.repeat(301), expected: { kind: 'reason-too-long', limit: 300 } },
  ])('needs a reason of at most 300 characters', ({ reason, expected }) => {
    expect(decideCancel(standing(), reason, now)).toEqual({ ok: false, refusal: expected });
    expect(decideMove({ lesson: standing(), to: lesson('10:40'), reason }, facts(wednesday))).toEqual({
      ok: false,
      refusal: expected,
    });
  });

  it('counts characters as people do', () => {
    expect(decideCancel(standing(), '𠮷'.repeat(300), now).ok).toBe(true);
  });

  it('comes too late once the lesson has begun', () => {
    expect(decideCancel(standing(), '出差', at(wednesday, '09:50'))).toMatchObject({
      refusal: { kind: 'lesson-begun' },
    });
  });

  it('moves a lesson to where a new one could lie; its own holds are not in its way', () => {
    const holds = everyone.map(({ role }) => held(role, on('09:50', '10:30')));
    const free = decideMove(
      { lesson: standing(), to: lesson('09:55'), reason: '调课' },
      facts(wednesday, [], { holds }),
    );
    expect(free).toMatchObject({
      ok: true,
      value: { lessonId: 'L1', movedFrom: on('09:50', '10:30'), reason: '调课' },
    });
    const unclean = decideMove({ lesson: standing(), to: lesson('10:05'), reason: '调课' }, facts(wednesday));
    expect(unclean).toMatchObject({ refusal: { kind: 'outside-bell' } });
    const other = holds.map(({ partyId, slot }) => ({ partyId, slot, lessonId: asId<LessonId>('L2') }));
    const taken = decideMove(
      { lesson: standing(), to: lesson('09:50'), reason: '调课' },
      facts(wednesday, [], { holds: other }),
    );
    expect(taken).toMatchObject({ refusal: { kind: 'party-taken' } });
  });

  it('never moves a lesson into the past', () => {
    const late = facts('2026-09-14', [], { now: at('2026-09-15', '08:00'), includesPast: true });
    expect(decideMove({ lesson: standing(), to: lesson('09:50'), reason: '调课' }, late)).toMatchObject({
      refusal: { kind: 'in-the-past' },
    });
  });
});
