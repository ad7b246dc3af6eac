import { describe, expect, it } from '@jest/globals';
import { namedInReminder, noneReminded, reminderText, type ReminderFacts } from './reminder';

const page = 'https://qinglan.example/reports/completeness?month=2026-09';
const nothing: ReminderFacts = {
  month: '2026-09',
  to: ['阿高教务'],
  school: '阿高',
  unsigned: noneReminded,
  notMadeUp: noneReminded,
  pairings: noneReminded,
  items: noneReminded,
  page,
};
const lesson = (onDay: string, lack: 'signature' | 'make-up') => ({ onDay, subject: '数学', lack });

describe('a reminder', () => {
  it('is not written where nothing is missing', () => {
    expect(reminderText(nothing)).toBe('');
  });

  it('names what is missing, a line a kind, and where to see it', () => {
    const text = reminderText({
      ...nothing,
      unsigned: { total: 2, first: [lesson('2026-09-16', 'signature'), lesson('2026-09-23', 'signature')] },
      notMadeUp: { total: 1, first: [lesson('2026-09-30', 'make-up')] },
      pairings: { total: 1, first: [{ mentor: '师傅01', mentee: '徒弟001' }] },
      items: { total: 1, first: [{ title: '医疗业务培训班 第3期', lacks: ['到课人数', '日期'] }] },
    });
    expect(text.split('\n')).toEqual([
      '阿高教务，您好！阿高 2026年9月还有以下内容待补充，麻烦抽空处理：',
      '· 2 节课的记录待签字：9月16日数学、9月23日数学',
      '· 1 节没有上成的课待安排补课：9月30日数学',
      '· 1 对师徒当月还没有联系或听课记录：师傅01—徒弟001',
      '· 1 项活动的信息待补：医疗业务培训班 第3期（到课人数、日期）',
      `点这里查看和处理：${page}`,
      '如已处理请忽略，谢谢！',
    ]);
  });

  it.each([
    [[], '阿高', '阿高的各位老师好！2026年9月'],
    [[], null, '各位老师好！2026年9月'],
    [['阿高教务'], null, '阿高教务，您好！2026年9月'],
    [['教务甲', '教务乙'], '阿高', '教务甲、教务乙，两位好！阿高 2026年9月'],
    [['甲', '乙', '丙'], '阿高', '甲、乙、丙，各位好！阿高 2026年9月'],
  ])('greets %j of %s', (to, school, expected) => {
    const text = reminderText({
      ...nothing,
      to,
      school,
      unsigned: { total: 1, first: [lesson('2026-09-16', 'signature')] },
    });
    expect(text.split('\n')[0]?.startsWith(expected)).toBe(true);
  });

  it('tells the two of a pairing of themselves', () => {
    const pair = { mentor: '师傅01', mentee: '徒弟001' };
    const facts = { ...nothing, to: [pair.mentor, pair.mentee], school: null, pairings: { total: 1, first: [pair] } };
    expect(reminderText(facts).split('\n').slice(0, 2)).toEqual([
      '师傅01、徒弟001，两位好！2026年9月还有以下内容待补充，麻烦抽空处理：',
      '· 两位当月还没有联系或听课记录',
    ]);
    expect(reminderText({ ...facts, to: ['徒弟002', '师傅02'] })).toContain(
      '1 对师徒当月还没有联系或听课记录：师傅01—徒弟001',
    );
  });

  it('stays short: the first are named, and how many there are', () => {
    const first = Array.from({ length: 9 }, (_, at) => lesson(`2026-09-0${String(at + 1)}`, 'signature'));
    const text = reminderText({ ...nothing, unsigned: { total: 40, first } });
    expect(text).toContain('40 节课的记录待签字');
    expect(text).toContain('9月6日数学 等');
    expect(text.match(/日数学/g)).toHaveLength(namedInReminder);
  });
});
