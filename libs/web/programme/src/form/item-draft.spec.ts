import { describe, expect, it } from '@jest/globals';
import type { ItemView } from '@qinglan/contracts';
import { bodyOf, draftOf, emptyDraft, faultsOf, readTypedDay, type ItemDraft } from './item-draft';

const draft = (wish: Partial<ItemDraft> = {}): ItemDraft => ({
  ...emptyDraft('2026', 'training'),
  title: '培训',
  ...wish,
});

const stated = (): ItemView =>
  ({
    ...{ code: 'P-1', category: 'training', categoryWords: null, title: '培训', year: 2015, ordinal: null },
    ...{ begins: '2015-11', ends: null, state: 'held', sender: null, host: null, people: null },
    ...{ stated: { enrolled: 49, attended: null, completed: null }, certainty: 'stated', certaintyRemark: '“等”' },
    numbersCertainty: 'demo',
    ...{ purpose: null, source: null, note: null, capacity: null, isOpen: false },
  }) as unknown as ItemView;

describe('the form of an item', () => {
  it('leaves a number that nobody typed unknown, and takes zero for zero', () => {
    expect(bodyOf(draft({ people: '', enrolled: '0', attended: ' ', completed: '１２' }))).toMatchObject({
      ...{ people: null, enrolled: 0, attended: null, completed: 12 },
    });
  });

  it('shows what is unknown as an empty field, and sends it back unknown', () => {
    const shown = draftOf(stated());
    expect(shown).toMatchObject({ people: '', enrolled: '49', attended: '', begins: '2015-11' });
    expect(bodyOf(shown)).toMatchObject({
      ...{ code: 'P-1', people: null, enrolled: 49, attended: null, completed: null, begins: '2015-11', ends: null },
      ...{ certaintyRemark: '“等”', state: 'held', numbersCertainty: 'demo' },
    });
  });

  it('leaves called off what was called off, until somebody chooses that it takes place', () => {
    const off = { ...draftOf(stated()), state: 'cancelled' as const };
    expect(bodyOf(off)).toMatchObject({ state: 'planned', revives: false });
    expect(bodyOf({ ...off, state: 'planned' })).toMatchObject({ state: 'planned', revives: true });
  });

  it.each([
    ['2015', '2015'],
    ['2015-11', '2015-11'],
    ['2015年11月', '2015-11'],
    ['2015/11/3', '2015-11-03'],
    ['2015年11月3日', '2015-11-03'],
    ['２０１５．１１', '2015-11'],
    ['2015-13', null],
    ['去年', null],
  ])('reads the day %s as %s', (text, day) => {
    expect(readTypedDay(text)).toBe(day);
  });

  it.each<[Partial<ItemDraft>, object]>([
    [{}, {}],
    [{ title: '' }, { title: 'missing' }],
    [{ title: '', ordinal: '3' }, {}],
    [{ year: '' }, { year: 'missing' }],
    [{ enrolled: '-1' }, { enrolled: 'number' }],
    [{ enrolled: '4.5' }, { enrolled: 'number' }],
    [{ capacity: '0' }, { capacity: 'number' }],
    [{ category: 'other' }, { categoryWords: 'missing' }],
    [{ begins: '下月' }, { begins: 'day' }],
    [{ begins: '2026-11', ends: '2026-10' }, { ends: 'backwards' }],
    [{ begins: '2027' }, { begins: 'outsideYear' }],
  ])('%j has the faults %j', (wish, faults) => {
    expect(faultsOf(draft(wish))).toEqual(faults);
  });

  it('is of something that its writer knows, and asks for the source of what she calls stated', () => {
    expect(bodyOf(draft())).toMatchObject({ certainty: 'recorded', numbersCertainty: null });
    expect(faultsOf(draft({ certainty: 'stated' }))).toEqual({ source: 'unsourced' });
    expect(faultsOf(draft({ numbersCertainty: 'stated' }))).toEqual({ source: 'unsourced' });
    expect(faultsOf(draft({ certainty: 'stated', source: '简报' }))).toEqual({});
  });

  it('leaves in peace what came without a source and is edited elsewhere', () => {
    const before = stated();
    const shown = draftOf(before);
    expect(faultsOf({ ...shown, title: '改名', people: '9' }, before)).toEqual({});
    expect(faultsOf(shown)).toEqual({ source: 'unsourced' });
    expect(faultsOf(shown, { ...before, source: '简报' })).toEqual({ source: 'unsourced' });
  });

  it('calls what has but a number by that number', () => {
    expect(bodyOf(draft({ title: '', ordinal: '3', category: 'showcase' })).title).toBe('第3期');
    expect(bodyOf(draft({ title: '', ordinal: '3', category: 'medical-visit' })).title).toBe('第3批');
  });
});
