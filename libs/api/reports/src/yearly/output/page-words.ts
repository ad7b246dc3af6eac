import {
  certaintyWords,
  type ReportLanguage,
  type Unit,
  type YearlyChangeKind,
  type YearlyMark,
} from '@qinglan/domain';

/** What a printed report says besides its own words. */
export interface PageWords {
  readonly draft: string;
  readonly issue: (number: number) => string;
  readonly asOf: string;
  readonly frozen: string;
  readonly approved: string;
  readonly hash: string;
  readonly page: string;
  readonly numbers: readonly [name: string, number: string, unit: string, mark: string];
  readonly facts: readonly [id: string, label: string, text: string, mark: string];
  readonly source: string;
  readonly hidden: string;
  readonly definitions: string;
  readonly corrections: string;
  readonly reason: string;
  readonly changes: readonly [what: string, before: string, after: string, by: string];
  readonly legend: string;
  readonly sides: Readonly<Record<'hangzhou' | 'aksu', string>>;
  readonly kinds: Readonly<Record<YearlyChangeKind, string>>;
}

const zh: PageWords = {
  draft: '草稿 · 未定稿',
  issue: (number) => `第 ${String(number)} 版`,
  asOf: '统计截至',
  frozen: '定稿',
  approved: '同意',
  hash: '校验码 SHA-256',
  page: '页',
  numbers: ['指标', '数字', '单位', '依据'],
  facts: ['编号', '事项', '内容', '依据'],
  source: '原文',
  hidden: '为保护人少的组，不显示',
  definitions: '口径',
  corrections: '与上一版的不同',
  reason: '原因',
  changes: ['项目', '上一版', '本版', '增减'],
  legend:
    '“推算”由其他数字算得；“原文”见于来源；“推断”由来源推出；“示例”为演示数据；“系统记录”出自系统中的课与签字。未知的数不写 0。',
  sides: { hangzhou: '杭州', aksu: '阿克苏' },
  kinds: {
    'figure-changed': '数字',
    'figure-added': '新增数字',
    'figure-gone': '取消数字',
    'rows-changed': '数字未变，记录有更换',
    'definition-changed': '口径',
    'section-changed': '文字',
    'section-added': '新增一节',
    'section-gone': '取消一节',
    'order-changed': '顺序',
  },
};

const en: PageWords = {
  draft: 'Draft, not frozen',
  issue: (number) => `Issue ${String(number)}`,
  asOf: 'As of',
  frozen: 'Frozen',
  approved: 'Approved',
  hash: 'SHA-256',
  page: 'pages',
  numbers: ['Indicator', 'Number', 'Unit', 'Basis'],
  facts: ['No.', 'Subject', 'Text', 'Basis'],
  source: 'Source',
  hidden: 'not shown, to protect a small group',
  definitions: 'Definitions',
  corrections: 'What differs from the issue before',
  reason: 'Reason',
  changes: ['What', 'Before', 'After', 'By'],
  legend:
    'Derived: reckoned from other numbers. Stated: in the source. Inferred: concluded from it. Demo: demonstration. Recorded: out of the lessons and signatures of the system. Unknown is never 0.',
  sides: { hangzhou: 'Hangzhou', aksu: 'Aksu' },
  kinds: {
    'figure-changed': 'Number',
    'figure-added': 'Number added',
    'figure-gone': 'Number dropped',
    'rows-changed': 'Same number, other rows',
    'definition-changed': 'Definition',
    'section-changed': 'Words',
    'section-added': 'Section added',
    'section-gone': 'Section dropped',
    'order-changed': 'Order',
  },
};

// Only words that are certain; the rest is read in Chinese until a native reader signs it.
const ug: PageWords = { ...zh, sides: { hangzhou: 'خاڭجۇ', aksu: 'ئاقسۇ' } };

/** The words of a page in a language. */
export const pageWords: Readonly<Record<ReportLanguage, PageWords>> = { zh, en, ug };

/** The label beside a number. */
export const markWord = (mark: YearlyMark, language: ReportLanguage): string =>
  certaintyWords[mark][language] || certaintyWords[mark].zh;

/** How sure something is, in words. */
export const marksText = (marks: readonly YearlyMark[], language: ReportLanguage): string =>
  marks.map((mark) => markWord(mark, language)).join(' · ');

const englishUnits: Readonly<Record<Unit, string>> = {
  ...{ 个: '', 名: 'people', 期: 'editions', 批次: 'batches', 人次: 'times', 次: 'times', 节: 'lessons' },
  ...{ 分钟: 'minutes', 所: 'schools', 对: 'pairs', 项: 'items', 件: 'pieces', 种: 'kinds', '%': '%', 比: ': 1' },
};

/** What stands beside a number: what it is a number of, in English where the page is. */
export function unitWord(unit: Unit, language: ReportLanguage): string {
  if (language === 'en') return englishUnits[unit];
  return unit === '比' ? '比 1' : unit;
}
