import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideSectionEdit, decideSectionOrder } from './draft';

const words = (zh: string, en = '') => ({ zh, en, ug: '' });
const known = new Set(['studios', 'list:schools']);

describe('an edit of a section', () => {
  it('may name numerals and lists that exist', () => {
    const wish = { title: words('工作室'), body: words('{{studios}} 个，{{list:schools}}'), isHidden: false };
    expect(decideSectionEdit(wish, known)).toEqual({ ok: true, value: wish });
  });

  it('names what does not exist, once, from every language', () => {
    const wish = { title: words('工作室'), body: words('{{no}}{{no}}', '{{neither}}'), isHidden: false };
    expect(decideSectionEdit(wish, known)).toEqual({
      ok: false,
      refusal: { kind: 'numeral-unknown', keys: ['no', 'neither'] },
    });
  });

  it('keeps a heading', () => {
    const wish = { title: words(' ', 'Studios'), body: words(''), isHidden: false };
    expect(decideSectionEdit(wish, known)).toEqual({ ok: false, refusal: { kind: 'title-missing' } });
  });
});

describe('an order of sections', () => {
  const codes = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 });

  it('is taken when it names each once', () => {
    fc.assert(
      fc.property(codes, (present) => {
        expect(decideSectionOrder(present, present.toReversed())).toEqual({ ok: true, value: present.toReversed() });
      }),
    );
  });

  it.each([[['a']], [['a', 'a']], [['a', 'x']], [['a', 'b', 'c']]])('refuses %j where there are a and b', (wanted) => {
    expect(decideSectionOrder(['a', 'b'], wanted)).toEqual({ ok: false, refusal: { kind: 'sections-differ' } });
  });
});
