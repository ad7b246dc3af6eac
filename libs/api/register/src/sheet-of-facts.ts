import { statementMatters } from '@qinglan/domain';
import { choice, code, references, text, whole } from './reading';
import { column, maybe, sheet } from './sheet';
import { evidence } from './sheets-of-schools';

const matters = Object.fromEntries(Object.entries(statementMatters).map(([about, { zh }]) => [zh, about]));

export const facts = sheet({
  name: '事实',
  says: {
    zh: '一行是来源写明、别的表里没有的一件事；数值空着就是不知道',
    en: 'A fact that a source states and no other sheet holds; an empty number is unknown',
  },
  key: ['year', 'code'],
  columns: {
    year: column('年度', whole(1990, 2100)),
    code: column('代码', code({ zh: '如 S01，一个年度里不能重复', en: 'Such as S01, once a year' })),
    about: column('事项', choice(matters)),
    zh: column('内容', text(600, { zh: '一句话', en: 'One sentence in Chinese' })),
    en: maybe('英文', text(600, { zh: '英文的一句话', en: 'The same in English' })),
    ug: maybe('维吾尔文', text(600, { zh: '维吾尔文的一句话', en: 'The same in Uyghur' })),
    number: maybe('数值', whole(0, 1_000_000)),
    unit: maybe('量词', text(10, { zh: '如 名、期', en: 'Such as 名' })),
    quote: maybe('原文', text(600, { zh: '来源里的原话', en: 'Word for word' })),
    source: column('来源', text(120, { zh: '在哪里说的', en: 'Where it stands' })),
    organisations: maybe('涉及单位', references('单位')),
    evidence: column('佐证', evidence),
  },
});
