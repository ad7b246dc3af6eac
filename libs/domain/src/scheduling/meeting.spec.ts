import { describe, expect, it } from '@jest/globals';
import { asId, type ClassroomId, type PersonId, type SittingId } from '../kernel';
import { at } from '../makers';
import type { Hold } from './clashes';
import { placeMeeting, type WantedMeeting } from './meeting';

const on = '2026-09-16';
const [ann, room] = [asId<PersonId>('ann'), asId<ClassroomId>('room')];
const wanted = (wish: Partial<WantedMeeting> = {}): WantedMeeting => ({
  ...{ startsAt: at(on, '14:00'), minutes: 120, personIds: [ann], classroomId: room },
  ...{ place: null, meetingLink: null },
  ...wish,
});
const place = (wish: Partial<WantedMeeting> = {}, holds: readonly Hold[] = []) =>
  placeMeeting(wanted(wish), { holds, now: at(on, '08:00') });

describe('a meeting of people', () => {
  it('holds everybody once and the classroom, with one person or with none', () => {
    expect(place({ personIds: [ann, ann] })).toMatchObject({
      value: {
        slot: { startsAt: at(on, '14:00'), endsAt: at(on, '16:00') },
        parties: [
          { partyId: ann, role: 'participant' },
          { partyId: room, role: 'room' },
        ],
      },
    });
    expect(place({ personIds: [] })).toMatchObject({ value: { parties: [{ role: 'room' }] } });
  });

  it.each([
    ['place-missing', { classroomId: null }],
    ['not-a-meeting-time', { minutes: 600 }],
    ['not-a-meeting-time', { startsAt: at(on, '23:00') }],
    ['in-the-past', { startsAt: at(on, '07:00') }],
  ] as const)('is refused as %s: %j', (kind, wish) => {
    expect(place(wish)).toMatchObject({ ok: false, refusal: { kind } });
  });

  it('is refused where somebody is taken, with what is in the way and other starts', () => {
    const slot = { startsAt: at(on, '15:00'), endsAt: at(on, '16:00') };
    const held: Hold = { partyId: ann, sittingId: asId<SittingId>('S1'), slot };
    expect(place({}, [held])).toMatchObject({
      refusal: {
        kind: 'party-taken',
        clashes: [{ rule: 'person-taken', inTheWay: { kind: 'sitting', sittingId: 'S1' } }],
      },
    });
  });
});
