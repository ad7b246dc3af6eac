import { describe, expect, it } from '@jest/globals';
import { besideEachOther, type Coverage } from './card-lanes';

const card = (startsAt: number, endsAt: number, across: Coverage['across'] = 'both'): Coverage => ({
  startsAt,
  endsAt,
  across,
});
const placed = (...cards: readonly Coverage[]) =>
  besideEachOther(cards).map(({ column, columns }) => [column, columns]);

describe('cards of one day', () => {
  it('have the whole width alone, and when they only touch', () => {
    expect(placed(card(600, 640), card(640, 680))).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  it('stand side by side when they share a time', () => {
    expect(placed(card(600, 640), card(620, 660))).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  it('are as narrow as the narrowest of all that hang together, and take a column that is free again', () => {
    expect(placed(card(600, 640), card(610, 700), card(645, 690))).toEqual([
      [0, 2],
      [1, 2],
      [0, 2],
    ]);
  });

  it('of one bell leave the other bell alone', () => {
    expect(placed(card(600, 640, 'own'), card(600, 640, 'partner'), card(700, 740, 'own'), card(700, 740))).toEqual([
      [0, 1],
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
  });
});
