import { describe, expect, it } from '@jest/globals';
import type { EntryView, SentEntryChange } from '@qinglan/contracts';
import { asId } from '@qinglan/domain';
import { headingWith, nextBatch, remarksOf, type Unsent } from './page-state';

const stands = (changeId: string, wish: Partial<EntryView> = {}): EntryView => ({
  changeId: asId(changeId),
  entryId: asId('e1'),
  kind: 'note',
  at: '2026-09-16T01:55:00Z',
  text: changeId,
  view: null,
  tags: [],
  isBeside: false,
  ...wish,
});
const wrote = (changeId: string, wish: Partial<SentEntryChange> = {}): Unsent => {
  const { isBeside: _, ...change } = stands(changeId);
  return { of: 'entry', change: { ...change, basedOn: null, isRemoved: false, ...wish } };
};

describe('the page of an observation', () => {
  it('shows what is not sent yet among what is, in the order of the lesson', () => {
    const remarks = remarksOf([stands('sent')], [wrote('sooner', { entryId: asId('e2'), at: '2026-09-16T01:54:00Z' })]);
    expect(remarks.map(({ text, isSent }) => [text, isSent])).toEqual([
      ['sooner', false],
      ['sent', true],
    ]);
  });

  it('shows a rewriting in the place of what it rewrites', () => {
    expect(remarksOf([stands('a')], [wrote('b', { basedOn: asId('a') })])).toMatchObject([
      { text: 'b', isBeside: false },
    ]);
  });

  it('shows both where another device rewrote the same meanwhile', () => {
    expect(remarksOf([stands('theirs')], [wrote('ours', { basedOn: asId('a') })])).toMatchObject([
      { text: 'ours', isBeside: true },
      { text: 'theirs', isBeside: true },
    ]);
  });

  it('does not double what arrived although its acknowledgement was lost', () => {
    expect(remarksOf([stands('a')], [wrote('a')])).toHaveLength(1);
  });

  it('shows the last word of this device above the remarks', () => {
    const known = { topic: '浮力', lessonType: null, classSize: 38, rating: null };
    const change = { changeId: asId<never>('c'), at: '2026-09-16T01:55:00Z' };
    const unsent: Unsent[] = [
      { of: 'heading', change: { ...change, field: 'classSize', value: 40 } },
      { of: 'heading', change: { ...change, field: 'classSize', value: null } },
    ];
    expect(headingWith(known, unsent)).toEqual({ ...known, classSize: null });
  });

  it('sends the oldest first, fifty at most', () => {
    const unsent = Array.from({ length: 130 }, (_, number) => ({ number, value: wrote(String(number)) }));
    const { taken, body } = nextBatch(unsent);
    expect([taken.length, body.entries.length, body.entries[0]?.text]).toEqual([50, 50, '0']);
  });
});
