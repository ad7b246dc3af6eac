import { hasNumber } from './has-number';
import type { Said, Sayable } from './stated';
import { type ReportLanguage, type Trilingual, inLanguage, trilingual } from './words';

/**
 * How sure a row is, strongest first: recorded by the system's own lessons and signatures, stated by a source, inferred
 * from one, or made up for a demonstration.
 */
export const certainties = ['recorded', 'stated', 'inferred', 'demo'] as const;

/** How sure a row is. */
export type RowCertainty = (typeof certainties)[number];

/** How many rows of an answer are how sure. */
export type CertaintyCounts = Readonly<Record<RowCertainty, number>>;

/** No row of any kind. */
export const noRows: CertaintyCounts = { recorded: 0, stated: 0, inferred: 0, demo: 0 };

/** Row by row, both together. */
export const addCertainty = (one: CertaintyCounts, other: CertaintyCounts): CertaintyCounts => ({
  recorded: one.recorded + other.recorded,
  stated: one.stated + other.stated,
  inferred: one.inferred + other.inferred,
  demo: one.demo + other.demo,
});

/** The weakest of the rows, or null where there is none: one demo row makes the number a demo number. */
export const weakest = (counts: CertaintyCounts): RowCertainty | null =>
  certainties.findLast((certainty) => counts[certainty] > 0) ?? null;

/** The label beside a number; `derived` stands for one that is reckoned from others (推算). */
export const certaintyWords: Readonly<Record<RowCertainty | 'derived', Trilingual>> = {
  recorded: trilingual('系统记录', 'Recorded'),
  stated: trilingual('原文', 'Stated'),
  inferred: trilingual('推断', 'Inferred'),
  demo: trilingual('示例', 'Demo'),
  derived: trilingual('推算', 'Derived'),
};

/** How sure an answer is: its rows, whether it is reckoned, and whether a source says the same. */
export interface Sure extends Pick<Sayable, 'value' | 'unknownRows'>, Pick<Said, 'statedBy'> {
  readonly certainty: CertaintyCounts;
  readonly derived: boolean;
}

/** How sure the rows make a number; words of our own in place of a number (未统计) are said by no row. */
export const certaintyOfRows = (answer: Sure): RowCertainty | null =>
  hasNumber(answer) ? weakest(answer.certainty) : null;

/**
 * What stands beside a number: derived goes before everything; then stated, where a source says this very number; else the
 * weakest of its rows. An answer without rows has none, and neither have words that no source says.
 */
export const certaintyOf = (answer: Sure): RowCertainty | 'derived' | null => {
  if (answer.derived) return 'derived';
  return answer.statedBy === null ? certaintyOfRows(answer) : 'stated';
};

/** The rows of a number as it is reckoned with: what a source states is stated, however its rows came about. */
export const certaintyCounted = (answer: {
  readonly rows: number;
  readonly certainty: CertaintyCounts;
  readonly statedBy?: string | null;
}): CertaintyCounts => (answer.statedBy ? { ...noRows, stated: answer.rows } : answer.certainty);

/** The label in a language; empty where there is nothing to label. */
export function certaintyLabel(label: RowCertainty | 'derived' | null, language: ReportLanguage): string {
  return label === null ? '' : inLanguage(certaintyWords[label], language);
}

/** What a fact rests on while it is written. */
interface Written {
  readonly evidence: string;
  readonly quote: string | null;
  readonly source: string | null;
}

const isWritten = (text: string | null): boolean => (text ?? '').trim() !== '';

/** Stated is only what a source says, with its words and where they stand; anything else is inferred until then. */
export const isCertaintyEarned = ({ evidence, quote, source }: Written): boolean =>
  evidence !== 'stated' || (isWritten(quote) && isWritten(source));

/** How sure a fact is that nobody said anything about: stated with its quote and source, else inferred. */
export const certaintyEarned = (written: Omit<Written, 'evidence'>): 'stated' | 'inferred' =>
  isCertaintyEarned({ ...written, evidence: 'stated' }) ? 'stated' : 'inferred';
