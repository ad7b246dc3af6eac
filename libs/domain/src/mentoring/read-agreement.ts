import type { Debtor, ObligationKind, ObligationPeriod, ObligationTerms } from './obligation';

/** What could be understood of an agreement in words, and the pieces that somebody has to say again. */
export interface ReadAgreement {
  readonly obligations: readonly ObligationTerms[];
  readonly unread: readonly string[];
}

const periods: readonly (readonly [RegExp, ObligationPeriod])[] = [
  [/每(?:个)?月/, 'month'],
  [/每(?:个)?学期/, 'term'],
  [/每(?:学)?年/, 'year'],
];

interface Meaning {
  readonly kind: ObligationKind;
  readonly owedBy: Debtor;
}

const hears: Readonly<Record<Debtor, Meaning>> = {
  mentor: { kind: 'mentor-hears', owedBy: 'mentor' },
  mentee: { kind: 'mentee-hears', owedBy: 'mentee' },
};

// 互听 means both, whatever else fits.
const meanings: readonly (readonly [RegExp, readonly Meaning[]])[] = [
  [/互听|相互听/, [hears.mentor, hears.mentee]],
  [/(?:师傅|导师).*听课|听(?:徒弟|学员)/, [hears.mentor]],
  [/(?:徒弟|学员).*听课|听(?:师傅|导师)|观摩/, [hears.mentee]],
  [/公开课|汇报课|展示课/, [{ kind: 'open-lesson', owedBy: 'mentee' }]],
  [/教案|教学设计/, [{ kind: 'lesson-plan', owedBy: 'mentee' }]],
  [/论文/, [{ kind: 'paper', owedBy: 'mentee' }]],
  [/带教|研讨|指导|交流/, [{ kind: 'discussion', owedBy: 'mentor' }]],
];

const digits = '一二三四五六七八九';

/** 一 to 九十九 in Chinese numerals. */
function ofChinese(text: string): number {
  const digit = (sign: string): number => digits.indexOf(sign) + 1;
  if (!text.includes('十')) return digit(text);
  const [tens = '', ones = ''] = text.split('十');
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}

/** Every number of things in a text, 1 to 99, in Chinese or Arabic numerals, full-width ones too. */
function numbersIn(text: string): readonly number[] {
  const plain = text.replace(/[０-９]/g, (sign) => String(sign.charCodeAt(0) - 0xff10)).replaceAll('两', '二');
  const signs = /(\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])\s*(?:节|次|篇|份|个|堂)/g;
  const found = [...plain.replace(/每个/g, '每').matchAll(signs)].map(([, number = '']) => number);
  return found.map((number) => (/\d/.test(number) ? Number(number) : ofChinese(number)));
}

const periodIn = (text: string): ObligationPeriod | null => periods.find(([sign]) => sign.test(text))?.[1] ?? null;

/** What a piece means; one that could mean two things means none. */
function meaningOf(piece: string): readonly Meaning[] {
  const [first, second] = meanings.filter(([sign]) => sign.test(piece));
  const isMutual = first === meanings[0];
  return first && (isMutual || !second) ? first[1] : [];
}

function readPiece(piece: string, carried: ObligationPeriod | null): readonly ObligationTerms[] {
  const per = periodIn(piece) ?? carried;
  const [number, another] = numbersIn(piece);
  if (per === null || !number || another !== undefined) return [];
  return meaningOf(piece).map((meaning) => ({ ...meaning, number, per }));
}

/**
 * Reads an agreement as offices write it: 每学期互听课不少于7节，每年论文1篇. A period said once holds until another is
 * said; a kind named a second time, and every piece that does not say one kind, one number and a period, is left to ask about.
 */
export function readAgreement(words: string): ReadAgreement {
  const pieces = words.split(/[，,、；;。\n]/).map((piece) => piece.trim());
  const obligations: ObligationTerms[] = [];
  const unread: string[] = [];
  let carried: ObligationPeriod | null = null;
  for (const piece of pieces.filter((one) => one !== '')) {
    const read = readPiece(piece, carried);
    carried = periodIn(piece) ?? carried;
    const isKnown = read.some(({ kind }) => obligations.some((one) => one.kind === kind));
    if (read.length === 0 || isKnown) unread.push(piece);
    else obligations.push(...read);
  }
  return { obligations, unread };
}
