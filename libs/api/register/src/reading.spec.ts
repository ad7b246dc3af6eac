import type { Cell } from './cell';
import type { Reading } from './reading';
import { choice, code, several, text, whole, yesOrNo } from './reading';
import { bellTime, day, monthDay, vagueDay, weekday, weeks } from './reading-of-time';

const hint = { zh: '', en: '' };
const readOf = (reading: Reading<unknown>, cell: Cell) => {
  const read = reading.read(cell);
  return read.ok ? read.value : read.refusal.kind;
};
const table = (reading: Reading<unknown>, cases: readonly (readonly [Cell, unknown])[]) =>
  cases.forEach(([cell, wanted]) => expect([cell, readOf(reading, cell)]).toEqual([cell, wanted]));
const dated = (serial: number, shows: 'day' | 'month' | 'month-day' | 'time'): Cell => ({ serial, shows });

describe('how cells are read', () => {
  it('tidies free text and leaves its Chinese signs alone', () => {
    table(text(10, hint), [
      ['　ＡＢ１２　 ｃ ', 'AB12 c'],
      ['中秋节（推算）：', '中秋节（推算）：'],
      ['名\u200b字\ufeff', '名字'],
      ['两\n行', '两 行'],
      [2015, '2015'],
      ['阿卜杜•热西提', '阿卜杜·热西提'],
      ['长'.repeat(11), 'too-long'],
      [dated(42_005, 'month'), 'became-a-date'],
    ]);
  });

  it('reads codes with full-width signs and any dash', () => {
    table(code(hint), [
      ['ＨＺ－ＹＱ', 'HZ-YQ'],
      [' HZ–YQ—T1 ', 'HZ-YQ-T1'],
      ['HZ YQ', 'not-a-code'],
      ['=HZ', 'not-a-code'],
      ['源清', 'not-a-code'],
    ]);
  });

  it('reads whole numbers and never makes a zero of nothing', () => {
    table(whole(1, 30), [
      ['３', 3],
      [9, 9],
      ['第3节', 3],
      ['0', 'not-whole'],
      ['31', 'not-whole'],
      ['3.5', 'not-whole'],
      ['三', 'not-whole'],
      ['-', 'not-whole'],
      [dated(3, 'day'), 'became-a-date'],
    ]);
  });

  it('reads days in every usual form and refuses those that lack a part or do not exist', () => {
    table(day, [
      ['2026-09-01', '2026-09-01'],
      ['2026/9/1', '2026-09-01'],
      ['2026.9.1', '2026-09-01'],
      ['2026年9月1日', '2026-09-01'],
      ['２０２６年９月１日', '2026-09-01'],
      ['2026-09-01 00:00:00', '2026-09-01'],
      ['2026-09-01T00:00:00Z', '2026-09-01'],
      ['20260901', '2026-09-01'],
      ['46266', '2026-09-01'],
      [46_266, '2026-09-01'],
      [dated(46_266, 'day'), '2026-09-01'],
      [dated(46_266, 'month-day'), 'not-a-day'],
      [dated(46_266, 'month'), 'not-a-day'],
      ['9/1/2026', 'not-a-day'],
      ['2026-09-01 08:00', 'not-a-day'],
      ['2026-02-29', 'not-a-day'],
      ['9月1日', 'not-a-day'],
      ['明天', 'not-a-day'],
      [12, 'not-a-day'],
    ]);
  });

  it('reads month and day, also where Excel made a date of them', () => {
    table(monthDay, [
      ['05-01', '05-01'],
      ['5/1', '05-01'],
      ['5月1日', '05-01'],
      ['02-29', '02-29'],
      [dated(46_143, 'month-day'), '05-01'],
      [dated(46_143, 'month'), 'not-a-month-day'],
      ['13-01', 'not-a-month-day'],
      ['1-May', 'not-a-month-day'],
    ]);
  });

  it('reads times of the clock and fractions of a day', () => {
    table(bellTime, [
      ['9:50', '09:50'],
      ['09：50', '09:50'],
      ['09:50:00', '09:50'],
      ['9点50分', '09:50'],
      [0.5, '12:00'],
      ['0.409722222222222', '09:50'],
      [dated(0.409_722_222, 'time'), '09:50'],
      ['24:00', 'not-a-time'],
      ['25:00', 'not-a-time'],
      ['9:50:30', 'not-a-time'],
      ['下午1:20', 'not-a-time'],
      [1.5, 'not-a-time'],
    ]);
  });

  it('keeps a day as far as it is known', () => {
    table(vagueDay, [
      ['2015', '2015'],
      [2015, '2015'],
      ['2015-11', '2015-11'],
      ['2015年1月', '2015-01'],
      ['2015/11/3', '2015-11-03'],
      [dated(42_309, 'month'), '2015-11'],
      [dated(42_311, 'day'), '2015-11-03'],
      [dated(42_311, 'month-day'), 'not-a-year-month-or-day'],
      ['2015-13', 'not-a-year-month-or-day'],
      ['去年', 'not-a-year-month-or-day'],
    ]);
  });

  it('keeps teaching weeks as written, and refuses those that Excel made a date of', () => {
    table(weeks, [
      ['3-18单', '3-18单'],
      ['５，９，１３', '5,9,13'],
      [5, '5'],
      ['18-3', 'weeks'],
      ['3-18周一', 'weeks'],
      [dated(46_099, 'month-day'), 'became-a-date'],
    ]);
  });

  it('reads words out of a list, several words, weekdays, yes and no', () => {
    table(choice({ 上课: 'lesson', 其他: 'other' }), [
      [' 上课', 'lesson'],
      ['早读', 'not-a-choice'],
      [true, 'not-a-choice'],
    ]);
    table(several({ 导师: 'mentor', 学员: 'mentee' }), [
      ['学员、导师', ['mentor', 'mentee']],
      ['导师，学员', ['mentor', 'mentee']],
      ['导师 院长', 'not-a-choice'],
    ]);
    table(weekday, [
      ['周三', 3],
      ['星期日', 7],
      ['礼拜天', 'not-a-choice'],
      ['3', 3],
      ['周八', 'not-a-choice'],
    ]);
    table(yesOrNo, [
      ['是', true],
      ['否', false],
      ['0', 'not-a-choice'],
    ]);
  });
});
