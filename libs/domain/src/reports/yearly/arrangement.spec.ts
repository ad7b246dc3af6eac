import { describe, expect, it } from '@jest/globals';
import { yearlyTemplate } from '../template';
import { type ArrangementWish, decideArrangement, decideRemoval } from './arrangement';
import { openedSections } from './draft';
import { aDefinition } from './made';

const sections = openedSections(yearlyTemplate);
const named = sections.flatMap(({ plan }) => [...plan.figures, ...plan.charts.map(({ indicator }) => indicator)]);
const definitions = new Map([...named, 'added'].map((key) => [key, aDefinition(key)]));
const nothing: ArrangementWish = { figures: [], charts: [], moved: [] };

const arranged = (wish: Partial<ArrangementWish>, code = 'overview') => {
  const section = sections.find((one) => one.code === code);
  if (!section) throw new Error(code);
  const decided = decideArrangement({ section, sections }, { ...nothing, ...wish }, definitions);
  return decided.ok ? decided.value : decided.refusal.kind;
};

describe('the numbers and charts of a section', () => {
  it('stand as they are named, each once', () => {
    expect(arranged({ figures: ['studios', 'added', 'studios'] })).toMatchObject([
      { code: 'overview', plan: { figures: ['studios', 'added'], charts: [] } },
    ]);
  });

  it('keep the words of the template and the facts', () => {
    const [first] = sections;
    expect(arranged({})).toMatchObject([{ plan: { paragraphs: first?.plan.paragraphs, facts: first?.plan.facts } }]);
  });

  it('go to the end of another section', () => {
    const moved = [{ kind: 'figure' as const, key: 'studios', to: 'programme' }];
    const found = arranged({ figures: ['mentors'], moved });
    expect(found).toMatchObject([{ code: 'overview', plan: { figures: ['mentors'] } }, { code: 'programme' }]);
    expect(typeof found === 'string' ? '' : found[1]?.plan.figures.at(-1)).toBe('studios');
  });

  it('take a chart along with its words', () => {
    const moved = [{ kind: 'chart' as const, key: 'lessons-by-month', to: 'overview' }];
    const found = arranged({ moved }, 'lessons');
    expect(typeof found === 'string' ? null : found[1]?.plan.charts).toMatchObject([{ key: 'lessons-by-month' }]);
  });

  it.each<[Partial<ArrangementWish>, string]>([
    [{ figures: ['nowhere'] }, 'numeral-unknown'],
    [{ charts: [{ indicator: 'studios', by: 'hair', within: null, kind: 'bar' }] }, 'field-unknown'],
    [{ moved: [{ kind: 'figure', key: 'studios', to: 'nowhere' }] }, 'sections-differ'],
    [{ moved: [{ kind: 'figure', key: 'studios', to: 'overview' }] }, 'sections-differ'],
    [{ moved: [{ kind: 'figure', key: 'lessons-held', to: 'programme' }] }, 'sections-differ'],
  ])('%j is refused: %s', (wish, why) => {
    expect(arranged(wish)).toBe(why);
  });
});

describe('a section', () => {
  it.each([
    ['text', 0, true],
    ['text', 1, false],
    ['section', 0, false],
    ['facts', 0, false],
  ] as const)('of kind %s with %i remarks goes: %s', (kind, remarks, isGone) => {
    expect(decideRemoval({ kind, remarks }).ok).toBe(isGone);
  });
});
