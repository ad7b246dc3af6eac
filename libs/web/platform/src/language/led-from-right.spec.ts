import { describe, expect, it } from '@jest/globals';
import { ledFromRight } from './led-from-right';

describe('messages that run from right to left', () => {
  it('begin with a mark where they would begin with a name', () => {
    const messages = { name: '{{subject}} خىزمەتخانىسى', list: { title: 'خىزمەتخانىلار' }, days: ['دۈ', '{{n}}'] };
    expect(ledFromRight(messages)).toEqual({ ...messages, name: '\u200f{{subject}} خىزمەتخانىسى' });
  });
});
