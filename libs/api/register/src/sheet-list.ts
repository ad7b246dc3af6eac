import type { SpokenLanguage } from '@qinglan/api-platform';
import { nation } from './check-register';
import type { Reading } from './reading';
import { sheets } from './sheets';

/** What may be chosen in a column, the regions' names included. */
export function choicesOf({ choices, choosesFrom }: Reading<unknown>, regions: readonly string[]): readonly string[] {
  if (choosesFrom === 'regions') return regions;
  return choosesFrom === 'scopes' ? [nation, ...regions] : choices;
}

/** The sheets and their columns, as pages and people need them. */
export const listedSheets = (regions: readonly string[], language: SpokenLanguage) => ({
  items: sheets.map(({ name, columns }) => ({
    sheet: name,
    columns: Object.values(columns).map(({ heading, needed, reading }) => ({
      name: heading,
      needed,
      hint: reading.hint[language],
      choices: [...choicesOf(reading, regions)],
    })),
  })),
});
