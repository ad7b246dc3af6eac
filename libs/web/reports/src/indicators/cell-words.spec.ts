import { describe, expect, it } from '@jest/globals';
import type { Languages } from '@qinglan/web-platform';
import { frozenCells, numberMarks } from './cell-words';

describe('a number of a row', () => {
  const row = (more: object) =>
    ({
      ...{ source: 'item', certainty: 'stated' },
      fields: { people: 8, enrolled: null, numbersCertainty: 'demo', ...more },
    }) as const;
  it('says how sure it is where the row is surer', () => {
    expect(numberMarks(row({}), 'people')).toEqual(['demo']);
    expect(numberMarks(row({ people: 0 }), 'people')).toEqual(['demo']);
    expect(numberMarks(row({}), 'enrolled')).toEqual([]);
    expect(numberMarks(row({}), 'title')).toEqual([]);
    expect(numberMarks(row({ numbersCertainty: 'stated' }), 'people')).toEqual([]);
  });
});

describe('a row of a frozen issue', () => {
  const languages = {
    current: () => 'zh',
    say: (_: string, { name, words }: Record<string, string>) => `${name}：${words}`,
  } as unknown as Languages;
  const named = (field: string, zh: string, kind: string) => ({
    field,
    name: { zh, en: zh, ug: zh },
    kind,
    choices: null,
  });
  const columns = [
    named('title', '名称', 'words'),
    named('people', '人数', 'number'),
    named('enrolled', '报名人数', 'number'),
    named('certainty', '来源', 'choice'),
  ];
  const row = (more: object) => ({
    ...{ source: 'item', id: '1', certainty: 'stated' as const, label: '第一批', firstDay: null, lastDay: null },
    fields: { title: '第一批', people: 8, enrolled: null, certainty: 'stated', ...more },
  });
  const own = named('numbersCertainty', '人数的确定程度', 'choice');

  it('says beside its number how sure that is, and has no column for it', () => {
    expect(frozenCells(row({ numbersCertainty: 'demo' }), [...columns, own], languages)).toEqual([
      { field: 'people', words: '人数：8', marks: ['demo'] },
    ]);
  });

  it('stays as it was where the issue is older than that column', () => {
    expect(frozenCells(row({}), columns, languages)).toEqual([{ field: 'people', words: '人数：8', marks: [] }]);
  });
});
