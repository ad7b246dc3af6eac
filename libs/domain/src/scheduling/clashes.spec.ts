import { describe, expect, it } from '@jest/globals';
import {
  type ActivityId,
  asId,
  type LessonId,
  type ObservationRequestId,
  type PartyId,
  type SittingId,
} from '../kernel';
import { bells, day } from '../makers';
import { beijingSlot, minuteOf, wallTime, type Slot } from '../time';
import { clashRuleOf, findClashes, freeWindows, type Hold, type WantedOccurrence } from './clashes';
import {
  hasClass,
  meetingRoles,
  partyFault,
  partyRoles,
  type PartyInLesson,
  type PartyInSlot,
  type PartyRole,
} from './lesson';
import { cleanWindows } from './window';

const on = day('2026-09-22');
const slot = (from: string, to: string, when = on): Slot => beijingSlot(when, minuteOf(from), minuteOf(to));
const party = (partyId: string, role: PartyRole): PartyInLesson => ({ partyId: asId<PartyId>(partyId), role });
const hold = (partyId: string, held: Slot, lessonId = 'L1'): Hold => ({
  partyId: asId<PartyId>(partyId),
  lessonId: asId<LessonId>(lessonId),
  slot: held,
});

const everyone = partyRoles.map((role) => party(role, role));
const wanted = (week: number | null, when: Slot, parties: readonly PartyInSlot[] = everyone): WantedOccurrence => ({
  week,
  slot: when,
  parties,
});

describe('clashes', () => {
  it.each([
    ['presenter', 'teacher-taken'],
    ['local-teacher', 'teacher-taken'],
    ['presenting-class', 'class-taken'],
    ['receiving-class', 'class-taken'],
    ['presenting-classroom', 'classroom-taken'],
    ['receiving-classroom', 'classroom-taken'],
    ['participant', 'person-taken'],
    ['room', 'classroom-taken'],
  ] as const)('of the %s break the rule %s, and name the lesson in the way', (role, rule) => {
    const held = hold(role, slot('16:30', '17:10'));
    const parties = [...everyone, ...meetingRoles.map((one) => ({ partyId: asId<PartyId>(one), role: one }))];
    expect(clashRuleOf(role)).toBe(rule);
    expect(findClashes([wanted(4, slot('16:00', '16:45'), parties)], [held])).toEqual([
      {
        rule,
        role,
        partyId: role,
        week: 4,
        slot: slot('16:00', '16:45'),
        inTheWay: { kind: 'lesson', lessonId: 'L1', slot: held.slot },
      },
    ]);
  });

  it('name the activity where a meeting is in the way', () => {
    const activityId = asId<ActivityId>('A1');
    const held: Hold = { partyId: asId<PartyId>('presenter'), activityId, slot: slot('16:30', '17:10') };
    expect(findClashes([wanted(4, slot('16:00', '16:45'))], [held])).toMatchObject([
      { rule: 'teacher-taken', inTheWay: { kind: 'activity', activityId, slot: held.slot } },
    ]);
  });

  it('name the sitting where one of a programme item is in the way', () => {
    const sittingId = asId<SittingId>('S1');
    const held: Hold = { partyId: asId<PartyId>('presenter'), sittingId, slot: slot('16:30', '17:10') };
    expect(findClashes([wanted(4, slot('16:00', '16:45'))], [held])).toMatchObject([
      { rule: 'teacher-taken', inTheWay: { kind: 'sitting', sittingId, slot: held.slot } },
    ]);
  });

  it('name the observation where one of a lesson elsewhere is in the way', () => {
    const requestId = asId<ObservationRequestId>('R1');
    const held: Hold = { partyId: asId<PartyId>('presenter'), requestId, slot: slot('16:30', '17:10') };
    expect(findClashes([wanted(4, slot('16:00', '16:45'))], [held])).toMatchObject([
      { rule: 'teacher-taken', inTheWay: { kind: 'observation', requestId, slot: held.slot } },
    ]);
  });

  it('are none where lessons touch, lie on another day or hold other parties', () => {
    const holds = [
      hold('presenter', slot('15:00', '16:00')),
      hold('presenter', slot('16:45', '17:30')),
      hold('presenter', slot('16:00', '16:45', day('2026-09-23'))),
      hold('somebody', slot('16:00', '16:45')),
    ];
    expect(findClashes([wanted(4, slot('16:00', '16:45'))], holds)).toEqual([]);
  });

  it('all come in one answer, week by week and party by party', () => {
    const later = slot('16:00', '16:45', day('2026-10-06'));
    const holds = [
      hold('presenter', slot('16:00', '16:45')),
      hold('presenting-classroom', slot('16:00', '16:45')),
      hold('presenter', later, 'L2'),
      hold('presenter', slot('16:40', '17:00'), 'L3'),
    ];
    const found = findClashes([wanted(4, slot('16:00', '16:45')), wanted(6, later)], holds);
    const told = found.map(({ week, rule, inTheWay }) => [week, rule, inTheWay.kind === 'lesson' && inTheWay.lessonId]);
    expect(told).toEqual([
      [4, 'teacher-taken', 'L1'],
      [4, 'teacher-taken', 'L3'],
      [4, 'classroom-taken', 'L1'],
      [6, 'teacher-taken', 'L2'],
    ]);
  });

  it('are found among the weeks of the wish itself, told once of the later one', () => {
    const found = findClashes(
      [
        wanted(4, slot('16:00', '16:45'), [party('T1', 'presenter')]),
        wanted(5, slot('16:30', '17:00'), [party('T1', 'local-teacher')]),
      ],
      [],
    );
    expect(found).toEqual([
      {
        rule: 'teacher-taken',
        role: 'local-teacher',
        partyId: 'T1',
        week: 5,
        slot: slot('16:30', '17:00'),
        inTheWay: { kind: 'same-series', week: 4, slot: slot('16:00', '16:45') },
      },
    ]);
  });
});

describe('proposed moves', () => {
  it('are the windows of the day free for every party', () => {
    const windows = cleanWindows(bells.hangzhouSenior, bells.aksuSecondarySummer, 40);
    const holds = [
      hold('presenter', slot('10:30', '10:45')),
      hold('receiving-class', slot('13:00', '13:40')),
      hold('other', slot('08:00', '20:00')),
    ];
    const free = freeWindows({ day: on, windows, parties: everyone }, holds).map((window) => wallTime(window.startsAt));
    expect(free).toEqual(['09:50', '15:50', '11:20']);
  });
});

describe('the parties of a lesson', () => {
  it('need somebody who presents and a classroom at each end', () => {
    expect(partyFault(everyone)).toBeNull();
    for (const role of ['presenter', 'presenting-classroom', 'receiving-classroom'] as const)
      expect(partyFault(everyone.filter((one) => one.role !== role))).toEqual({ kind: 'party-missing', role });
  });

  it('are there once', () => {
    const twice = [...everyone.filter((one) => one.role !== 'local-teacher'), party('presenter', 'local-teacher')];
    expect(partyFault(twice)).toEqual({ kind: 'party-twice', partyId: 'presenter' });
  });

  it('hold a class on either side, or make a meeting', () => {
    const meeting = everyone.filter((one) => !one.role.endsWith('-class'));
    expect([everyone, [...meeting, party('C', 'receiving-class')], meeting].map(hasClass)).toEqual([true, true, false]);
  });
});
