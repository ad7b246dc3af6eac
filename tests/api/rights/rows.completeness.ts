import { everybody, row, type Expected, type Row, type Verdicts } from './row';

const readers: Expected = {
  ...everybody('403'),
  administrator: 'ok',
  viewer: 'ok',
  coordinator: 'ok',
  nobody: '401',
};
const own: Verdicts = ['ok', '404', '404'];
const month = '2026-09';

/** Who gets through the doors of completeness: a coordinator for the own school. */
export const completenessRows: Readonly<Record<string, Row>> = {
  readCompleteness: row(readers, () => ({ query: { month } })),
  listSchoolCompleteness: row(readers, () => ({ query: { month } })),
  listLackingLessons: row({ ...readers, coordinator: own }, (world, place) => ({
    query: { month, schoolId: world.schools[place].id },
  })),
  listSilentPairings: row({ ...readers, coordinator: own }, (world, place) => ({
    query: { month, schoolId: world.schools[place].id },
  })),
  listLackingItems: row({ ...readers, coordinator: own }, (world, place) => ({
    query: { month, schoolId: world.schools[place].id },
  })),
  readSchoolReminder: row({ ...readers, coordinator: own }, (world, place) => ({
    params: { schoolId: world.schools[place].id },
    query: { month },
  })),
};
