import { describe, expect, it } from '@jest/globals';
import { answerBody, answerKind, emptyAnswer, openItems, reasonOf, sumOfAnswer, withReply } from './answer';
import { mergedHistory } from './proposal-history';
import type { Item } from './shapes';

const item = (id: string, state = 'proposed') => ({ id, state }) as unknown as Item;
const items = [item('a'), item('b'), item('c'), item('d', 'confirmed')];

describe('an answer', () => {
  it('accepts what nobody touched, and only what still waits', () => {
    expect(openItems(items).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(answerBody(sumOfAnswer(items, emptyAnswer), emptyAnswer)).toEqual({ accept: ['a', 'b', 'c'], decline: [] });
  });

  it('declines with the lesson’s own reason, else with the one for all', () => {
    const declined = withReply(emptyAnswer, ['a', 'b'], 'decline');
    const draft = { ...declined, reasons: { a: ' 考试 ' }, commonReason: '教室要用' };
    expect(answerBody(sumOfAnswer(items, draft), draft)).toEqual({
      accept: ['c'],
      decline: [
        { lessonId: 'a', reason: '考试' },
        { lessonId: 'b', reason: '教室要用' },
      ],
    });
  });

  it('counts what is declined without a reason; blanks are none', () => {
    const draft = { ...withReply(emptyAnswer, ['a', 'b'], 'decline'), reasons: { a: '考试' }, commonReason: '  ' };
    expect(sumOfAnswer(items, draft).unreasoned).toBe(1);
    expect(reasonOf(draft, 'b')).toBe('');
  });

  it('leaves for later what is left for later', () => {
    const draft = withReply(emptyAnswer, ['c'], 'later');
    expect(answerBody(sumOfAnswer(items, draft), draft)).toEqual({ accept: ['a', 'b'], decline: [] });
    expect(sumOfAnswer(items, draft).later.map(({ id }) => id)).toEqual(['c']);
  });
});

describe('the history of a proposal', () => {
  const entry = (at: string, act: string, reason?: string) => ({
    at,
    act,
    actor: '教务',
    detail: reason ? { reason } : {},
  });

  it('tells once what was done to many lessons in one request, oldest first', () => {
    const one = [entry('2026-09-01T01:00:00Z', 'lesson.proposed'), entry('2026-09-02T01:00:00Z', 'lesson.confirmed')];
    const other = [
      entry('2026-09-02T01:00:00Z', 'lesson.declined', '考试'),
      entry('2026-09-01T01:00:00Z', 'lesson.proposed'),
    ];
    expect(mergedHistory([one, other]).map(({ act, lessons, reason }) => [act, lessons, reason])).toEqual([
      ['lesson.proposed', 2, null],
      ['lesson.confirmed', 1, null],
      ['lesson.declined', 1, '考试'],
    ]);
  });

  it('can be merged again', () => {
    const deeds = mergedHistory([[entry('2026-09-01T01:00:00Z', 'lesson.proposed')]]);
    expect(mergedHistory([[...deeds, ...deeds]])[0]?.lessons).toBe(2);
  });
});

it('an answer is told by what it does, without a "none"', () => {
  expect(answerKind({ accepted: 1, declined: 0 })).toBe('Accept');
  expect(answerKind({ accepted: 0, declined: 1 })).toBe('Decline');
  expect(answerKind({ accepted: 14, declined: 1 })).toBe('Both');
});
