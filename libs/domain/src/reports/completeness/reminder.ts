import type { LessonLack } from './lacks';

/** A lesson whose record is not complete, as a reminder names it. */
export interface RemindedLesson {
  readonly onDay: string;
  readonly subject: string;
  readonly lack: LessonLack;
}

/** The two of a pairing, by the names they have in the register. */
export interface RemindedPair {
  readonly mentor: string;
  readonly mentee: string;
}

/** A programme item, and what is not known of it. */
export interface RemindedItem {
  readonly title: string;
  readonly lacks: readonly string[];
}

/** How many there are in all, and the first of them. */
export interface Reminded<T> {
  readonly total: number;
  readonly first: readonly T[];
}

/** What a reminder is written from; `page` is the address where it can be seen and mended. */
export interface ReminderFacts {
  readonly month: string;
  /** Who is addressed, by their names; nobody where the register names nobody. */
  readonly to: readonly string[];
  /** The school that it is about, or null where the people alone are meant. */
  readonly school: string | null;
  readonly unsigned: Reminded<RemindedLesson>;
  readonly notMadeUp: Reminded<RemindedLesson>;
  readonly pairings: Reminded<RemindedPair>;
  readonly items: Reminded<RemindedItem>;
  readonly page: string;
}

/** Nothing of a kind. */
export const noneReminded: Reminded<never> = { total: 0, first: [] };

/** So many are named; of the rest only how many they are. */
export const namedInReminder = 6;

const monthName = (month: string): string => `${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`;

const dayName = (day: string): string => `${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8)))}日`;

function listed<T>({ total, first }: Reminded<T>, heading: string, nameOf: (one: T) => string): readonly string[] {
  if (total === 0) return [];
  const named = first.slice(0, namedInReminder).map(nameOf).join('、');
  const rest = total > Math.min(first.length, namedInReminder) ? ' 等' : '';
  return [`· ${heading}：${named}${rest}`];
}

/** One is greeted with 您好, two with 两位好, more with 各位好; where nobody is named, the teachers of the school. */
function greeting({ to, school }: Pick<ReminderFacts, 'to' | 'school'>): string {
  const [one, other] = to;
  if (one === undefined) return school === null ? '各位老师好！' : `${school}的各位老师好！`;
  return `${to.join('、')}，${other === undefined ? '您好' : to.length === 2 ? '两位好' : '各位好'}！`;
}

/** Whoever is greeted by name is told which school is meant. */
const about = ({ to, school }: Pick<ReminderFacts, 'to' | 'school'>): string =>
  school === null || to.length === 0 ? '' : `${school} `;

/** Are these the two of the pairing themselves? */
const isTheirs = ({ to }: Pick<ReminderFacts, 'to'>, { mentor, mentee }: RemindedPair): boolean =>
  to.length === 2 && to.includes(mentor) && to.includes(mentee);

/** The two of a pairing are told of themselves; anybody else is told who they are. */
function pairingLines(facts: ReminderFacts): readonly string[] {
  const { pairings } = facts;
  const [only] = pairings.first;
  if (pairings.total === 1 && only && isTheirs(facts, only)) return ['· 两位当月还没有联系或听课记录'];
  return listed(
    pairings,
    `${String(pairings.total)} 对师徒当月还没有联系或听课记录`,
    ({ mentor, mentee }) => `${mentor}—${mentee}`,
  );
}

const lessonName = ({ onDay, subject }: RemindedLesson): string => `${dayName(onDay)}${subject}`;

/**
 * A short and polite text to paste into a group of WeChat or DingTalk, in Chinese; plain text, a line a kind of thing.
 * Empty where nothing is missing.
 */
export function reminderText(facts: ReminderFacts): string {
  const { unsigned, notMadeUp, items } = facts;
  const lines = [
    ...listed(unsigned, `${String(unsigned.total)} 节课的记录待签字`, lessonName),
    ...listed(notMadeUp, `${String(notMadeUp.total)} 节没有上成的课待安排补课`, lessonName),
    ...pairingLines(facts),
    ...listed(
      items,
      `${String(items.total)} 项活动的信息待补`,
      ({ title, lacks }) => `${title}（${lacks.join('、')}）`,
    ),
  ];
  if (lines.length === 0) return '';
  return [
    `${greeting(facts)}${about(facts)}${monthName(facts.month)}还有以下内容待补充，麻烦抽空处理：`,
    ...lines,
    `点这里查看和处理：${facts.page}`,
    '如已处理请忽略，谢谢！',
  ].join('\n');
}
