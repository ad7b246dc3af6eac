import { describe, expect, it } from '@jest/globals';
import {
  beijingClock,
  beijingDate,
  dayOf,
  dayText,
  fieldTimeOf,
  momentOf,
  monthText,
  xinjiangClock,
  type TimeWords,
} from './beijing-text';

const words: TimeWords = {
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  shortWeekdays: ['一', '二', '三', '四', '五', '六', '日'],
  months: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
  dayPattern: '{month}月{day}日 {weekday}',
  shortDayPattern: '{month}/{day}',
  fullDayPattern: '{year}年{month}月{day}日 {weekday}',
  monthPattern: '{year}年{month}月',
};

describe('times by the Beijing clock', () => {
  it.each([
    { instant: '2026-09-16T01:50:00Z', beijing: '09:50', xinjiang: '07:50', day: '2026-09-16' },
    { instant: '2026-09-16T01:50:00+00:00', beijing: '09:50', xinjiang: '07:50', day: '2026-09-16' },
    { instant: '2026-09-15T16:00:00Z', beijing: '00:00', xinjiang: '22:00', day: '2026-09-16' },
    { instant: '2026-09-15T15:59:59Z', beijing: '23:59', xinjiang: '21:59', day: '2026-09-15' },
    { instant: '2026-12-31T16:30:00.250Z', beijing: '00:30', xinjiang: '22:30', day: '2027-01-01' },
  ])(
    'reads $instant as $beijing in Beijing and $xinjiang in Xinjiang, on $day',
    ({ instant, beijing, xinjiang, day }) => {
      expect(beijingClock(instant)).toBe(beijing);
      expect(xinjiangClock(instant)).toBe(xinjiang);
      expect(beijingDate(instant)).toBe(day);
    },
  );

  it('writes a day short, as usual and in full', () => {
    const day = dayOf('2026-09-16');
    expect(dayText(day, words, 'short')).toBe('9/16');
    expect(dayText(day, words)).toBe('9月16日 周三');
    expect(dayText(day, words, 'full')).toBe('2026年9月16日 周三');
    expect(monthText(day, words)).toBe('2026年9月');
  });

  it('writes names that come from the message files, as Uyghur needs', () => {
    const uyghur = { ...words, dayPattern: '{day}-{monthName} {weekday}', months: Array<string>(12).fill('سېنتەبىر') };
    expect(dayText(dayOf('2026-09-20'), uyghur)).toBe('20-سېنتەبىر 周日');
  });

  it('comes from fields and goes back into them, and is none while a field is empty', () => {
    expect(momentOf('2026-09-16', '09:50')).toBe('2026-09-16T01:50:00Z');
    expect(momentOf('2026-09-16', '00:30')).toBe('2026-09-15T16:30:00Z');
    expect([momentOf('', '09:50'), momentOf('2026-09-16', ''), momentOf('2026-9-1', '9:5')]).toEqual([
      null,
      null,
      null,
    ]);
    expect(fieldTimeOf({ startsAt: '2026-09-15T16:30:00Z', endsAt: '2026-09-15T18:00:00Z' })).toEqual({
      ...{ day: '2026-09-16', time: '00:30', minutes: 90 },
    });
  });
});
