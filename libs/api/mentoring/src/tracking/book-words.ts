import type { SpokenLanguage } from '@qinglan/api-platform';
import type { ObligationKind, PairingState } from '@qinglan/domain';

/** The words of the workbook. */
export interface BookWords {
  readonly sheet: string;
  readonly about: string;
  readonly columns: readonly string[];
  readonly due: string;
  readonly done: string;
  readonly kinds: Readonly<Record<ObligationKind, string>>;
  readonly states: Readonly<Record<PairingState | 'overdue', string>>;
  readonly asOf: string;
  readonly rows: string;
  readonly cut: string;
}

/** By the language of the reader; columns in the order of the sheet. */
export const bookWords: Readonly<Record<SpokenLanguage, BookWords>> = {
  zh: {
    sheet: '师徒结对',
    about: '说明',
    columns: [
      ...['工作室', '师傅工号', '师傅', '师傅单位', '徒弟工号', '徒弟', '徒弟单位', '批次', '状态'],
      ...['起始日期', '结束日期', '实际结束', '最近联系', '未联系天数'],
    ],
    due: '应完成',
    done: '已完成',
    kinds: {
      'mentor-hears': '师傅听课',
      'mentee-hears': '徒弟听课',
      'open-lesson': '公开课',
      'lesson-plan': '教案',
      discussion: '带教研讨',
      paper: '论文',
    },
    states: {
      nominated: '已提名',
      consenting: '待双方同意',
      agreed: '待签协议',
      active: '结对中',
      paused: '暂停',
      assessing: '出师考核中',
      completed: '已出师',
      extended: '已延期',
      'handed-over': '已移交',
      dissolved: '已解除',
      lapsed: '未成立',
      overdue: '期满未结',
    },
    asOf: '截至日期（北京时间）',
    rows: '结对数',
    cut: '超过 20000 行，其余未导出；请缩小筛选范围后再导出。',
  },
  en: {
    sheet: 'Pairings',
    about: 'About',
    columns: [
      ...['Studio', 'Mentor number', 'Mentor', 'Mentor of', 'Mentee number', 'Mentee', 'Mentee of', 'Cohort', 'State'],
      ...['From', 'To', 'Ended', 'Last contact', 'Days without contact'],
    ],
    due: 'due',
    done: 'done',
    kinds: {
      'mentor-hears': 'Lessons heard by mentor',
      'mentee-hears': 'Lessons heard by mentee',
      'open-lesson': 'Open lessons',
      'lesson-plan': 'Lesson plans',
      discussion: 'Discussions',
      paper: 'Papers',
    },
    states: {
      nominated: 'nominated',
      consenting: 'waiting for consent',
      agreed: 'agreed',
      active: 'running',
      paused: 'paused',
      assessing: 'in assessment',
      completed: 'completed',
      extended: 'extended',
      'handed-over': 'handed over',
      dissolved: 'dissolved',
      lapsed: 'lapsed',
      overdue: 'past its last day, no end yet',
    },
    asOf: 'As of (Beijing time)',
    rows: 'Pairings',
    cut: 'More than 20,000 rows: the rest was left out. Narrow the filters and export again.',
  },
};
