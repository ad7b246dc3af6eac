import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Unit } from './indicator';
import { isContradictedBy, isStatedBy, type Quoted, saidOf } from './stated';
import { trilingual } from './words';

const source = '2016年初的报纸报道';
const statement = (quote: string, more: Partial<Quoted> = {}): Quoted => ({
  ...{ code: 'S21', quote, source, evidence: 'stated' as const },
  ...more,
});
const number = (value: number | null, unknownRows = 0, words = '未统计') => ({
  ...{ value, unknownRows },
  words: trilingual(words, ''),
});

describe('a number that its source states', () => {
  it.each<[quote: string, value: number, unit: Unit]>([
    ['11批次75位名师来阿送教', 75, '名'],
    ['11批次75位名师来阿送教', 11, '批次'],
    ['市一医院、红会医院等4批次24名专家等来阿送医', 24, '名'],
    ['杭州14名第八批援疆干部陆续回到了杭州', 14, '名'],
    ['共有49名英语教师报名参加培训', 49, '名'],
    ['与当地106名干部人才建立了师徒结对关系', 106, '名'],
    ['心血管科、妇产科6个青蓝工作室', 6, '个'],
    ['共举办了12期杭派教育展示活动', 12, '期'],
    ['5期医疗业务培训班', 5, '期'],
    ['两期34名援疆人才', 2, '期'],
    ['两期34名援疆人才', 34, '名'],
    ['培训教师３４人', 34, '名'],
    ['上课128节', 128, '节'],
    ['七所学校结成3对', 7, '所'],
    ['七所学校结成3对', 3, '对'],
    ['到课45人次', 45, '人次'],
  ])('%s says %i %s', (quote, value, unit) => {
    expect(isStatedBy(number(value), unit, statement(quote))).toBe(true);
    expect(isContradictedBy(number(value), unit, statement(quote))).toBe(false);
  });

  it.each<[quote: string, value: number, unit: Unit]>([
    ['11批次175位名师', 75, '名'],
    ['11批次75位名师', 7, '名'],
    ['11批次75位名师', 5, '名'],
    ['11批次75位名师', 11, '名'],
    ['11批次75位名师', 75, '批次'],
    ['1,075位名师', 75, '名'],
    ['3.75位', 75, '名'],
    ['举办第12期展示活动', 12, '期'],
    ['约75位名师', 75, '名'],
    ['超过75位名师', 75, '名'],
    ['70-75位名师', 75, '名'],
    ['75余位名师', 75, '名'],
    ['到课106人次', 106, '名'],
    ['历时6个月', 6, '个'],
    ['结成1对1的师徒', 1, '对'],
    ['一个工作室', 1, '个'],
    ['二十二所学校', 2, '所'],
    ['6名名额', 7, '名'],
    ['没有数', 0, '名'],
  ])('%s does not say %i %s', (quote, value, unit) => {
    expect(isStatedBy(number(value), unit, statement(quote))).toBe(false);
  });

  it('is not stated by what is not called stated, has no quote, or names no source', () => {
    const quote = '11批次75位名师';
    expect(isStatedBy(number(75), '名', statement(quote))).toBe(true);
    for (const more of [{ evidence: 'demo' }, { evidence: 'inferred' }, { source: ' ' }, { source: null }] as const)
      expect(isStatedBy(number(75), '名', statement(quote, more))).toBe(false);
    expect(isStatedBy(number(75), '名', statement('', { quote: null }))).toBe(false);
  });

  it('is not stated where rows of it are unknown, and contradicts nothing then', () => {
    expect(isStatedBy(number(75, 1), '名', statement('75位名师'))).toBe(false);
    expect(isContradictedBy(number(62, 1), '名', statement('75位名师'))).toBe(false);
  });

  it('prints the words of its source, and none that the source does not use', () => {
    expect(isStatedBy(number(0, 3, '多所'), '所', statement('多所名校贡献师资力量'))).toBe(true);
    expect(isStatedBy(number(null, 1, '多所'), '所', statement('多所名校贡献师资力量'))).toBe(true);
    expect(isStatedBy(number(null, 1, '若干'), '批次', statement('等也派出考察团、支教团'))).toBe(false);
    expect(isStatedBy(number(null, 1), '名', statement('共有49名英语教师报名'))).toBe(false);
  });

  const units = fc.constantFrom<Unit>('名', '个', '期', '批次', '节', '所');
  const whole = fc.integer({ min: 0, max: 5000 });
  it('is found wherever it stands, and no other is', () => {
    fc.assert(
      fc.property(whole, whole, units, fc.constantFrom('', '，', '共有', '等'), (...given) => {
        const [value, other, unit, before] = given;
        const said = statement(`杭州${before}${String(value)}${unit}来阿`);
        expect(isStatedBy(number(value), unit, said)).toBe(true);
        expect(isStatedBy(number(other), unit, said)).toBe(other === value);
        expect(isContradictedBy(number(other), unit, said)).toBe(other !== value);
      }),
    );
  });

  it('is never found as a part of a longer number', () => {
    fc.assert(
      fc.property(whole, fc.integer({ min: 1, max: 9 }), units, (value, digit, unit) => {
        for (const longer of [`${String(digit)}${String(value)}`, `${String(value)}${String(digit)}`])
          expect(isStatedBy(number(value), unit, statement(`共${longer}${unit}`))).toBe(false);
      }),
    );
  });
});

describe('what the statements of a numeral say of it', () => {
  it('is that one of them states it, or the first that says another number', () => {
    const both = [statement('11批次', { code: 'S20' }), statement('75位名师', { code: 'S21' })];
    expect(saidOf(number(75), '名', both)).toEqual({ statedBy: 'S21', differsFrom: null });
    expect(saidOf(number(74), '名', both)).toEqual({ statedBy: null, differsFrom: 'S21' });
    expect(saidOf(number(10), '个', both)).toEqual({ statedBy: null, differsFrom: null });
    expect(saidOf(number(12), '批次', both)).toEqual({ statedBy: null, differsFrom: 'S20' });
  });
});
