/** Which indicator counts what a list of a text names: its rows are opened where the names stand. */
const indicators: Readonly<Record<string, string>> = {
  'first-classroom-schools': 'remote-classrooms-first',
  'further-classroom-schools': 'remote-classrooms-further',
  'classroom-schools': 'classroom-schools',
  stages: 'stages-reached',
  'studio-subjects': 'studios',
  'pairing-forms': 'pairings',
  'visit-units': 'visit-units',
  'doctor-visit-units': 'doctor-visits',
  'training-months': 'trainings',
  'training-titles': 'trainings',
  'honoured-studios': 'studio-honours',
  'stated-supporting-schools': 'partnerships-stated',
  'stated-receiving-schools': 'partnerships-stated',
  'hangzhou-schools': 'hangzhou-schools-named',
};

/** The key of the indicator behind the names of a list, or null where none counts the same. */
export const indicatorOfList = (key: string): string | null => indicators[key] ?? null;
