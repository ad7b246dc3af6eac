import { describe, expect, it } from '@jest/globals';
import type { WeekMeeting } from '@qinglan/contracts';
import { doorOf } from './meeting-door';

const meeting = (wish: Partial<WeekMeeting>): WeekMeeting =>
  ({
    kind: 'observation',
    id: 'R1',
    sort: 'hears',
    title: '',
    lessonId: null,
    itemId: null,
    with: '徒弟',
    ...wish,
  }) as WeekMeeting;

describe('the way to a meeting', () => {
  it.each([
    ['of a studio is its own page', { kind: 'activity', sort: 'training' }, ['/activities/R1', {}]],
    [
      'of the programme is its item',
      { kind: 'sitting', sort: 'programme', itemId: 'I1' as never },
      ['/programme/I1', {}],
    ],
    ['for who hears is the notebook, filled in', {}, ['/observations/new', { request: 'R1' }]],
    ['for who is heard is the lesson', { sort: 'is-heard', lessonId: 'L1' as never }, ['/lessons/L1', {}]],
    ['or the request where there is none', { sort: 'is-heard' }, ['/observations', { box: 'requests' }]],
  ] as const)('%s', (_, wish, door) => {
    const { path, query } = doorOf(meeting(wish));
    expect([path.join('/'), query]).toEqual(door);
  });
});
