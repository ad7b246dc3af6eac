import { describe, expect, it } from '@jest/globals';
import { accept, refuse, unreachable } from './result';

describe('a result', () => {
  it('says yes with a value or no with a reason', () => {
    expect(accept(3)).toEqual({ ok: true, value: 3 });
    expect(refuse('late')).toEqual({ ok: false, refusal: 'late' });
  });

  it('treats a kind nobody handled as a bug', () => {
    expect(() => unreachable('new kind' as never)).toThrow('new kind');
  });
});
