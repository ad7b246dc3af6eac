import type { Sheet } from './sheet';
import { facts } from './sheet-of-facts';
import { enrolments, honours, items, pairings, series, studios } from './sheets-of-programme';
import {
  bells,
  calendarDays,
  classes,
  classrooms,
  organisations,
  partnerships,
  people,
  terms,
} from './sheets-of-schools';

/** The fifteen sheets; each refers only to sheets before it, so this is also the order of saving. */
export const sheets: readonly Sheet[] = [
  bells,
  organisations,
  terms,
  calendarDays,
  classrooms,
  classes,
  partnerships,
  people,
  studios,
  honours,
  pairings,
  items,
  enrolments,
  series,
  facts,
] as unknown as readonly Sheet[];

const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));

/** The sheet of a name that is known to be one. */
export function sheetNamed(name: string): Sheet {
  const found = byName.get(name);
  if (!found) throw new Error(`there is no sheet ${name}`);
  return found;
}
