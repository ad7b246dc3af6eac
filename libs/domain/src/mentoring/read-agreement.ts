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

// The first that fits counts: 互听课 before 听课.
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

/** 1 to 99 in Chinese or Arabic numerals, full-width ones too; null where none stands there. */
function numberIn(text: string): number | null {
  const plain = text.replace(/[０-９]/g, (sign) => String(sign.charCodeAt(0) - 0xff10)).replaceAll('两', '二');
  const arabic = /(\d{1,2})\s*(?:节|次|篇|份|个|堂)/.exec(plain);
  if (arabic) return Number(arabic[1]);
  const chinese = /([一二三四五六七八九]?十?[一二三四五六七八九]?)(?:节|次|篇|份|个|堂)/.exec(plain)?.[1] ?? '';
  if (chinese === '') return null;
  const [tens = '', ones = ''] = chinese.includes('十') ? chinese.split('十') : ['', chinese];
  const ten = chinese.includes('十') ? (tens === '' ? 1 : digits.indexOf(tens) + 1) * 10 : 0;
  return ten + (ones === '' ? 0 : digits.indexOf(ones) + 1);
}

const periodIn = (text: string): ObligationPeriod | null => periods.find(([sign]) => sign.test(text))?.[1] ?? null;

function readPiece(piece: string, carried: ObligationPeriod | null): readonly ObligationTerms[] {
  const per = periodIn(piece) ?? carried;
  const number = numberIn(piece);
  const found = meanings.find(([sign]) => sign.test(piece))?.[1] ?? [];
  if (per === null || number === null || number < 1) return [];
  return found.map((meaning) => ({ ...meaning, number, per }));
}

/**
 * Reads an agreement as offices write it: 每学期互听课不少于7节，每年论文1篇. A period said once holds until another is
 * said; a kind named a second time, and every piece that says no kind, number or period, is left to ask about.
 */
export function readAgreement(words: string): ReadAgreement {
  const pieces = words.split(/[，,；;。\n]/).map((piece) => piece.trim());
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
