import { describe, expect, it } from '@jest/globals';
import { asId, type PersonId } from '@qinglan/domain';
import { toSend, type Mark } from './marks';

const mark = (who: string, value: Mark['value'], fact: Mark['fact'] = 'attended') => ({
  number: 0,
  value: { personId: asId<PersonId>(who), fact, value },
});

describe('marks that wait', () => {
  it('send of each person the last one, and let go of those before it', () => {
    const waiting = [mark('a', true), mark('b', false), mark('a', null)];
    expect(toSend(waiting).map((one) => [one.mark.personId, one.mark.value, one.instead.length])).toEqual([
      ['b', false, 1],
      ['a', null, 2],
    ]);
  });

  it('keep attendance and completion apart', () => {
    expect(toSend([mark('a', true), mark('a', true, 'completed')])).toHaveLength(2);
    expect(toSend([])).toEqual([]);
  });
});
