import { describe, expect, it } from '@jest/globals';
import { waitingKinds, type WaitingThing } from '@qinglan/contracts';
import { looksOfWaiting } from './waiting-look';

const thing = (kind: WaitingThing['kind']): WaitingThing => ({
  ...{ kind, id: `id-of-${kind}`, pairingId: null, title: '浮力', who: '徒弟', at: '2026-09-16T02:00:00Z' },
});
const lookOf = (kind: WaitingThing['kind']) => looksOfWaiting([thing(kind)])[0];

describe('what waits', () => {
  it.each(waitingKinds)('has a sign and a way of its own: %s', (kind) => {
    const look = lookOf(kind);
    expect(look).toMatchObject({ kind, title: '浮力', who: '\u2068徒弟\u2069' });
    // Whoever need not come may not open the meeting any more: the own week is where it is missing.
    const elsewhere = { request: '/observations', uninvited: '/week' }[kind as string];
    expect(look?.path.at(-1)).toBe(elsewhere ?? `id-of-${kind}`);
  });

  it('tells the hour of what takes place, and not since when a record waits', () => {
    expect(lookOf('request')?.at).toBe('2026-09-16T02:00:00Z');
    expect(lookOf('countersign')?.at).toBeNull();
  });
});
