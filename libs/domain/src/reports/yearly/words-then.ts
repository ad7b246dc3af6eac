import type { IndicatorAnswer } from '../answer';
import { hasNumber } from '../has-number';
import type { Piece } from '../template';
import { sectionOf, type YearlyCounted } from './compose';
import type { YearlyFact, YearlyPieces, YearlySection } from './content';
import type { YearlyDraftSection } from './draft';
import { sectionTextBefore } from './section-text';
import { yearlyWordsOf } from './words-of';

/** What a numeral came to at some time, as far as the words around it depend on it. */
export type YearlyStood = Pick<IndicatorAnswer, 'value' | 'rows' | 'unknownRows'>;

/**
 * By the code of a section: everything that it would say now, had its numerals come to what is given; a numeral that is not
 * given had nothing behind it. More than one text where words were put otherwise in reports of before; all say the same.
 */
export type YearlyWordsThen = (stood: ReadonlyMap<string, YearlyStood>) => ReadonlyMap<string, readonly string[]>;

const nothing: YearlyStood = { value: null, rows: 0, unknownRows: 0 };

/** What was taken away behind an unknown numeral until words that only begin like a measure were kept. */
const measureOfBefore =
  /^ ?(?!名师|项目|期间|对口|人才|节目)(?:个|名|位|人次|人|期|批次|节|分钟|所|对|项|次|件|种|people\b|editions\b)/u;

type Answers = ReadonlyMap<string, YearlyStood>;

function asBefore(pieces: readonly Piece[], answers: Answers): readonly Piece[] {
  const isUnknown = (piece: Piece | undefined) =>
    piece?.kind === 'numeral' && !hasNumber(answers.get(piece.key) ?? nothing);
  return pieces
    .map((piece, at) =>
      piece.kind === 'text' && isUnknown(pieces[at - 1])
        ? { ...piece, text: piece.text.replace(measureOfBefore, '') }
        : piece,
    )
    .filter(({ kind, text }) => kind !== 'text' || text !== '');
}

const inEach = ({ zh, en, ug }: YearlyPieces, answers: Answers): YearlyPieces => ({
  ...{ zh: asBefore(zh, answers), en: asBefore(en, answers), ug: asBefore(ug, answers) },
});

const saidBefore = (section: YearlySection, answers: Answers): YearlySection => ({
  ...section,
  text: inEach(section.text, answers),
  facts: section.facts.map((fact): YearlyFact => ({ ...fact, text: inEach(fact.text, answers) })),
});

/**
 * Words that a numeral alone puts otherwise (完成情况未统计 beside 完成 9 项) are no other words: what was said is compared with
 * what these sections say of the numerals of then, and not with what they say now.
 */
export const wordsThen =
  (sections: readonly YearlyDraftSection[], counted: YearlyCounted): YearlyWordsThen =>
  (stood) => {
    const { facts } = counted;
    const answers = new Map([...facts.answers].map(([key, now]) => [key, { ...now, ...(stood.get(key) ?? nothing) }]));
    return new Map(
      sections.map((section) => {
        const said = sectionOf(section, { ...counted, facts: { ...facts, answers } });
        const once = { ...said, text: sectionTextBefore(section, { ...facts, answers }) };
        const all = [said, saidBefore(said, answers), once, saidBefore(once, answers)];
        return [section.code, [...new Set(all.map(yearlyWordsOf))]] as const;
      }),
    );
  };
