import { describe, expect, it } from '@jest/globals';
import { isNarrowingWhole, type Narrowing } from './narrowing';

const group = { by: 'studio', value: '' };
const part = { within: 'kind', part: '' };

describe('what rows are narrowed to', () => {
  it.each<[string, Narrowing]>([
    ['nothing', {}],
    ['a group, of rows without a value too', group],
    ['a part of it', { ...group, ...part }],
  ])('is whole as %s', (_, narrowing) => {
    expect(isNarrowingWhole(narrowing)).toBe(true);
  });

  it.each<[string, Narrowing]>([
    ['a dimension without a value', { by: 'studio' }],
    ['a value without a dimension', { value: 'x' }],
    ['a second dimension without a part', { ...group, within: 'kind' }],
    ['a part without a second dimension', { ...group, part: 'x' }],
    ['a part of no group', part],
  ])('is not whole as %s', (_, narrowing) => {
    expect(isNarrowingWhole(narrowing)).toBe(false);
  });
});
