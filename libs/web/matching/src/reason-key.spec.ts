import { describe, expect, it } from '@jest/globals';
import { reasonKey } from './reason-key';

describe('the words of a reason', () => {
  it.each([
    { reason: { kind: 'fixed' }, key: 'fixed', values: {} },
    { reason: { kind: 'mutual-choice', choice: 1, place: 2 }, key: 'mutual-choice', values: { choice: 1, place: 2 } },
    { reason: { kind: 'choice', choice: 3 }, key: 'choice', values: { choice: 3 } },
    { reason: { kind: 'mentor-order', place: 1 }, key: 'mentor-order', values: { place: 1 } },
    { reason: { kind: 'speciality', speciality: '实验' }, key: 'speciality', values: { speciality: '实验' } },
    { reason: { kind: 'subject', subject: '外科' }, key: 'subject', values: { subject: '外科' } },
    {
      reason: { kind: 'speciality-of-subject', subject: '外科' },
      key: 'speciality-of-subject',
      values: { subject: '外科' },
    },
    { reason: { kind: 'dearer', why: 'full', names: ['甲', '乙'] }, key: 'dearer.full', values: { names: '甲、乙' } },
    { reason: { kind: 'dearer', why: 'paired', names: ['甲'] }, key: 'dearer.paired', values: { names: '甲' } },
    { reason: { kind: 'lighter-load', has: 2 }, key: 'lighter-load', values: { has: 2 } },
    { reason: { kind: 'only-with-room' }, key: 'only-with-room', values: {} },
  ] as const)('$reason.kind', ({ reason, key, values }) => {
    expect(reasonKey(reason as never)).toEqual({ key, values });
  });
});
