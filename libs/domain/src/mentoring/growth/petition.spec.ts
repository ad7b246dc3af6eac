import { describe, expect, it } from '@jest/globals';
import { pairingStates } from '../pairing-states';
import { decidePetition, decidePetitionAnswer } from './petition';

describe('a petition', () => {
  it.each(pairingStates)('is heard in state %s only where a pairing can be dissolved', (state) => {
    const heard = ['agreed', 'active', 'paused', 'assessing'].includes(state);
    expect(decidePetition({ state, isAsked: false }, '师傅调岗')).toEqual(
      heard ? { ok: true, value: '师傅调岗' } : { ok: false, refusal: { kind: 'pairing-state', state } },
    );
  });

  it('has a reason, and one waits at a time', () => {
    expect(decidePetition({ state: 'active', isAsked: false }, '')).toMatchObject({
      refusal: { kind: 'reason-missing' },
    });
    expect(decidePetition({ state: 'active', isAsked: true }, '师傅调岗')).toMatchObject({
      refusal: { kind: 'petition-open' },
    });
  });

  it('is answered once, in words', () => {
    expect(decidePetitionAnswer(false, '同意')).toEqual({ ok: true, value: '同意' });
    expect(decidePetitionAnswer(false, ' ')).toMatchObject({ refusal: { kind: 'reason-missing' } });
    expect(decidePetitionAnswer(true, '同意')).toMatchObject({ refusal: { kind: 'petition-decided' } });
  });
});
