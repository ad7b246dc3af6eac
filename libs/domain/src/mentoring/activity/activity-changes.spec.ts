import { describe, expect, it } from '@jest/globals';
import { asId, type ActivityId, type PersonId } from '../../kernel';
import { at } from '../../makers';
import type { Hold } from '../../scheduling';
import type { Temporal } from '../../time';
import { decideCorrection, decideInvitation, type StandingActivity } from '.';

const on = '2026-09-16';
const [mentor, mentee, guest] = ['mentor', 'mentee', 'guest'].map((name) => asId<PersonId>(name)) as [
  PersonId,
  PersonId,
  PersonId,
];
const evening = { startsAt: at(on, '19:30'), endsAt: at(on, '20:30') };
const now = at(on, '08:00');
const standing = (state: StandingActivity['state'] = 'scheduled'): StandingActivity => ({
  activityId: asId<ActivityId>('A1'),
  state,
  slot: evening,
});
const held = (partyId: PersonId, activityId: string): Hold => ({
  partyId,
  activityId: asId<ActivityId>(activityId),
  slot: evening,
});

const invites = (
  personIds: readonly PersonId[],
  given: {
    readonly holds?: readonly Hold[];
    readonly state?: StandingActivity['state'];
    readonly at?: Temporal.Instant;
  } = {},
) => {
  const place = { place: '三楼会议室', meetingLink: null, classroomId: null };
  const to = { ...place, startsAt: evening.startsAt, minutes: 60, personIds };
  return decideInvitation({ activity: standing(given.state), to }, { holds: given.holds ?? [], now: given.at ?? now });
};

describe('asking other people to a meeting', () => {
  it('is not in its own way, and is in that of another meeting', () => {
    expect(invites([mentor, guest], { holds: [held(mentor, 'A1')] })).toMatchObject({
      ok: true,
      value: { slot: evening, parties: [{ partyId: mentor }, { partyId: guest }] },
    });
    const taken = invites([mentor, guest], { holds: [held(mentor, 'A1'), held(guest, 'A2')] });
    expect(taken).toMatchObject({ refusal: { kind: 'party-taken', clashes: [{ partyId: guest }] } });
  });

  it.each([
    ['activity-closed', invites([mentor, guest], { state: 'held' })],
    ['activity-closed', invites([mentor, guest], { state: 'cancelled' })],
    ['in-the-past', invites([mentor, guest], { at: evening.startsAt })],
    ['too-few-people', invites([mentor, mentor])],
  ])('is refused as %s', (kind, result) => {
    expect(result).toMatchObject({ ok: false, refusal: { kind } });
  });
});

describe('correcting what was written down', () => {
  const corrects = (presentIds: readonly PersonId[], reason = '点错了人', state: StandingActivity['state'] = 'held') =>
    decideCorrection(standing(state), { invitedIds: [mentor, mentee], presentIds, reason });

  it('names who was there, each once, and why it is corrected', () => {
    expect(corrects([mentor, mentee, mentor], ' 点错了人 ')).toEqual({
      ok: true,
      value: { presentIds: [mentor, mentee], reason: '点错了人' },
    });
  });

  it.each([
    ['activity-not-held', corrects([mentor, mentee], '点错了人', 'scheduled')],
    ['activity-not-held', corrects([mentor, mentee], '点错了人', 'cancelled')],
    ['reason-missing', corrects([mentor, mentee], ' ')],
    ['not-invited', corrects([mentor, guest])],
    ['too-few-people', corrects([mentor])],
  ])('is refused as %s', (kind, result) => {
    expect(result).toMatchObject({ ok: false, refusal: { kind } });
  });
});
