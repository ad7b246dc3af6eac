/** A language in which a report can be read; Uyghur is a draft until a native reader signs it. */
export type ReportLanguage = 'zh' | 'en' | 'ug';

/** A text in the three languages; Uyghur may be empty where it is not certain, and then falls back to Chinese. */
export interface Trilingual {
  readonly zh: string;
  readonly en: string;
  readonly ug: string;
}

/** Three texts in the order zh, en, ug. */
export const trilingual = (zh: string, en: string, ug = ''): Trilingual => ({ zh, en, ug });

/** The text in a language; an empty one falls back to Chinese. */
export const inLanguage = (words: Trilingual, language: ReportLanguage): string => words[language] || words.zh;
