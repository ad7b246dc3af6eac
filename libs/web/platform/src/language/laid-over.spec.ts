import { describe, expect, it } from '@jest/globals';
import { laidOver } from './laid-over';

describe('messages of one language laid over another', () => {
  const chinese = { nav: { week: '我的一周', series: '系列课' }, time: { weekdays: ['周一', '周二'] } };

  it('says in Chinese what the language does not say yet', () => {
    expect(laidOver(chinese, { nav: { week: 'مېنىڭ ھەپتەم' } })).toEqual({
      nav: { week: 'مېنىڭ ھەپتەم', series: '系列课' },
      time: { weekdays: ['周一', '周二'] },
    });
  });

  it('takes a list whole and keeps it a list', () => {
    const merged = laidOver(chinese, { time: { weekdays: ['دۈشەنبە', 'سەيشەنبە', 'چارشەنبە'] } });
    expect(merged['time']).toEqual({ weekdays: ['دۈشەنبە', 'سەيشەنبە', 'چارشەنبە'] });
  });

  it('leaves both languages as they were', () => {
    const before = structuredClone(chinese);
    laidOver(chinese, { nav: { week: 'My week' } });
    expect(chinese).toEqual(before);
  });
});
