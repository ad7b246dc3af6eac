import { randomUUID } from 'node:crypto';
import { administrators, everybody, type Expected, row, type Row, stale } from './row';

const readers: Expected = { ...everybody('403'), administrator: 'ok', viewer: 'ok', coordinator: 'ok', nobody: '401' };
const foreign: Expected = {
  ...everybody('403'),
  administrator: '404',
  viewer: '404',
  coordinator: '404',
  nobody: '401',
};
const key = 'lessons-planned';
const words = { zh: '一', en: 'one', ug: '' };
const definition = {
  name: words,
  definition: words,
  unit: '节' as const,
  rule: { kind: 'count' as const, source: 'lesson' as const, measure: { of: 'rows' as const }, where: [] },
  period: 'during' as const,
  population: null,
  isReckoned: false,
  mayOverlap: [],
  alongside: null,
  owner: words,
  unknownWords: words,
};
const statement = {
  code: 'S99',
  year: 2026,
  about: 'result',
  text: words,
  number: null,
  unit: null,
  quote: null,
  source: '-',
  organisationIds: [],
  evidence: 'demo' as const,
};

/** Who gets through the doors of what is counted, of stated facts and of honours. */
export const reportRows: Readonly<Record<string, Row>> = {
  listYears: row(readers),
  readFigures: row(readers, () => ({ params: { year: 2026 } })),
  listIndicators: row(readers),
  readIndicator: row(readers, () => ({ params: { key } })),
  previewIndicator: row(administrators, () => ({ query: { year: 2026 }, body: definition })),
  saveIndicator: row(administrators, () => ({ params: { key }, body: definition, ...stale })),
  listIndicatorRows: row(readers, () => ({ params: { key }, query: { year: 2026 } })),
  listCountedThings: row(readers, () => ({ params: { key: 'mentors' }, query: { year: 2026 } })),
  readBreakdown: row(readers, () => ({ params: { key }, query: { year: 2026, by: 'kind' } })),
  // A lesson is a row of its two schools.
  readReportRow: row({ ...readers, coordinator: ['ok', '404', '404'] }, ({ agreed }, place) => ({
    params: { source: 'lesson', id: agreed[place].lessonId },
  })),
  downloadRowsCsv: row(readers, () => ({ params: { key }, query: { year: 2026 } })),
  downloadRowsXlsx: row(readers, () => ({ params: { key }, query: { year: 2026 } })),
  // Files of rows are whoever's that asked: one that nobody asked for is nobody's.
  askRowExport: row(readers, () => ({ params: { exportId: randomUUID() }, body: { key, year: 2026, as: 'csv' } })),
  listRowExports: row(readers),
  readRowExport: row(foreign, () => ({ params: { exportId: randomUUID() } })),
  cancelRowExport: row(foreign, () => ({ params: { exportId: randomUUID() } })),
  downloadRowExport: row(foreign, () => ({ params: { exportId: randomUUID() } })),
  makeNameList: row(readers, () => ({ params: { key: 'mentees' }, body: { year: 2026, reason: '年度核对' } })),
  listNameLists: row(administrators),
  listStatements: row(readers, () => ({ params: { year: 2026 } })),
  readYearLack: row(readers, () => ({ params: { year: 2026 } })),
  saveStatement: row(administrators, () => ({ params: { statementId: randomUUID() }, body: statement, version: 0 })),
  listPersonHonours: row(readers),
  savePersonHonour: row(
    { ...everybody('403'), administrator: 'ok', coordinator: ['ok', '404', '404'], nobody: '401' },
    ({ pairings }, place) => ({
      params: { honourId: randomUUID() },
      body: {
        personId: pairings[place].mentee.id,
        title: '优质课',
        level: '市',
        year: 2026,
        proof: '证书',
        evidence: 'demo',
      },
      version: 0,
    }),
  ),
};
