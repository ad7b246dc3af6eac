import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { yearlyTemplate } from '../template';
import { trilingual } from '../words';
import { decideSectionEdit, decideSectionOrder, namedIn, openedSections, templateWords } from './draft';

const known = new Set(['studios', 'list:stages', 'statement:S26']);

describe('the sections of a new draft', () => {
  const sections = openedSections(yearlyTemplate);

  it('are those of the template, then the facts', () => {
    const codes = [...yearlyTemplate.sections.map(({ key }) => key), 'facts'];
    expect(sections.map(({ code }) => code)).toEqual(codes);
    expect(sections.at(-1)?.plan.facts).toEqual(yearlyTemplate.facts);
  });

  it('offer the words of the template to write on', () => {
    const words = templateWords(sections[0]?.plan ?? { paragraphs: [], figures: [], facts: [], charts: [] });
    expect(words.zh).toContain('建立青蓝工作室 {{studios}} 个；');
    expect(namedIn(words)).toContain('studios');
  });
});

describe('an edit of a section', () => {
  it('may name numerals, lists and statements that exist, and the year', () => {
    const body = trilingual(
      '{{year}} 年 {{studios|words}} 个，{{list:stages}}{{list:stage-coverage}}',
      '{{statement:S26}}',
    );
    const wish = { title: trilingual('工作室', ''), body, isHidden: false };
    expect(decideSectionEdit(wish, known)).toEqual({ ok: true, value: wish });
  });

  it('names what does not exist, once, from every language', () => {
    const body = trilingual('{{no}}{{no}}', '{{neither}}', '{{list:nor}}');
    expect(decideSectionEdit({ title: trilingual('工作室', ''), body, isHidden: false }, known)).toEqual({
      ok: false,
      refusal: { kind: 'numeral-unknown', keys: ['no', 'neither', 'list:nor'] },
    });
  });

  it('keeps a heading', () => {
    const wish = { title: trilingual(' ', 'Studios'), body: trilingual('', ''), isHidden: false };
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
