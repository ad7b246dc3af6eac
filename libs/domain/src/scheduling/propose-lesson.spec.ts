import { describe, expect, it } from '@jest/globals';
import { at, day, exception, makeUp, nation, school } from '../makers';
import { beijingSlot, minuteOf, wallTime } from '../time';
import { decideProposal, partnershipFault, type ProposalFacts, type WantedLesson } from './propose-lesson';
import { everyone, factsOf, heldBy, lessonAt, onWednesday, wednesday } from './makers';

const meeting = everyone.filter((one) => !one.role.endsWith('-class'));
const refusalOf = (wanted: WantedLesson, given: ProposalFacts): unknown => {
  const decided = decideProposal(wanted, given);
  return decided.ok ? null : decided.refusal;
};

describe('a single lesson', () => {
  it('is placed where both bells ring for it and everybody is free', () => {
    const decided = decideProposal(lessonAt('09:50'), factsOf(wednesday));
    expect(decided).toEqual({
      ok: true,
      value: {
        slot: onWednesday('09:50', '10:30'),
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
    expect(decideProposal(lessonAt('10:00'), factsOf('2026-11-07', days)).ok).toBe(true);
  });

  it('is refused outside the bells, with what is clean and what each start would cut', () => {
    expect(refusalOf(lessonAt('10:00'), factsOf(wednesday))).toMatchObject({
      kind: 'outside-bell',
      suggestions: expect.arrayContaining([expect.objectContaining({ startsAt: 590 })]),
      candidates: expect.arrayContaining([expect.objectContaining({ presentingPeriod: 3 })]),
    });
  });

  it.each([
    { name: 'a class', wanted: lessonAt('09:50'), given: factsOf('2026-10-07'), kind: 'no-school' },
    { name: 'a class on a Saturday', wanted: lessonAt('09:50'), given: factsOf('2026-09-19'), kind: 'no-school' },
    {
      name: 'nobody who presents',
      wanted: lessonAt('09:50', { parties: everyone.slice(1) }),
      given: factsOf(wednesday),
      kind: 'party-missing',
    },
    {
      name: 'no length',
      wanted: lessonAt('09:50', { minutes: 0 }),
      given: factsOf(wednesday),
      kind: 'not-a-lesson-time',
    },
    {
      name: 'a night',
      wanted: lessonAt('23:50', { parties: meeting }),
      given: factsOf(wednesday),
      kind: 'not-a-lesson-time',
    },
    {
      name: 'a day',
      wanted: lessonAt('08:00', { parties: meeting, minutes: 241 }),
      given: factsOf(wednesday),
      kind: 'not-a-lesson-time',
    },
  ])('is refused with $name: $kind', ({ wanted, given, kind }) => {
    expect(refusalOf(wanted, given)).toMatchObject({ kind });
  });

  it('says which school does not teach, and why', () => {
    const days = [exception(school('AK-SH'), wednesday, 'exam')];
    expect(refusalOf(lessonAt('09:50'), factsOf(wednesday, days))).toMatchObject({
      kind: 'no-school',
      end: 'receiving',
      schoolId: 'AK-SH',
      schoolDay: { state: 'exam' },
    });
  });

  it('is refused once it would have begun, unless written down late', () => {
    const begun = { now: at(wednesday, '09:50') };
    expect(refusalOf(lessonAt('09:50'), factsOf(wednesday, [], begun))).toMatchObject({ kind: 'in-the-past' });
    expect(refusalOf(lessonAt('09:50'), factsOf(wednesday, [], { now: at(wednesday, '09:49') }))).toBeNull();
    expect(refusalOf(lessonAt('09:50'), factsOf(wednesday, [], { ...begun, includesPast: true }))).toBeNull();
  });

  it('is refused where a party is taken, with all clashes and the free windows of the day', () => {
    const holds = [
      heldBy('presenter', onWednesday('10:00', '10:50')),
      heldBy('receiving-classroom', onWednesday('09:00', '09:55'), 'L2'),
    ];
    const refusal = refusalOf(lessonAt('09:50'), factsOf(wednesday, [], { holds }));
    expect(refusal).toMatchObject({
      kind: 'party-taken',
      clashes: [{ rule: 'teacher-taken' }, { rule: 'classroom-taken', inTheWay: { lessonId: 'L2' } }],
    });
    const { moves } = refusal as { moves: readonly { readonly startsAt: number }[] };
    expect(moves.map((move) => wallTime(move.startsAt))).toEqual(['12:50', '15:50', '11:20']);
  });

  it('without a class may lie outside the bells, on any day, but its people must be free', () => {
    const evening = lessonAt('20:00', { parties: meeting, minutes: 90 });
    const sunday = factsOf('2026-09-13');
    expect(decideProposal(evening, sunday)).toMatchObject({
      ok: true,
      value: { window: { presentingPeriod: null, receivingPeriod: null } },
    });
    expect(decideProposal(lessonAt('15:40', { parties: meeting }), factsOf(wednesday))).toMatchObject({
      ok: true,
      value: { window: { presentingPeriod: 8 } },
    });
    const holds = [heldBy('presenter', beijingSlot(day('2026-09-13'), minuteOf('21:00'), minuteOf('22:00')))];
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
    expect(refusalOf(lessonAt('09:50'), factsOf(wednesday, [], ended))).toMatchObject({ kind: 'partnership-ended' });
  });
});
