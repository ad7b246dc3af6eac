import { parseWeeks } from '@qinglan/domain';
import type { Note } from './fault';
import type { Known } from './known';
import type { ReadRow } from './sheet';
import type { series } from './sheets-of-programme';

type SeriesRow = ReadRow<(typeof series)['columns']>;

/** The two ends of a series: which fields belong to which school, and which classroom it needs. */
const ends = [
  { school: 'presentingSchool', teacher: 'presenter', class: 'presentingClass', endpoint: 'presenting', word: '主讲' },
  { school: 'receivingSchool', teacher: 'localTeacher', class: 'receivingClass', endpoint: 'receiving', word: '听讲' },
] as const;
type End = (typeof ends)[number];

/** The codes of a school's classrooms of one kind. */
export const classroomsOf = (known: Known, school: string, endpoint: string): readonly string[] =>
  [...known.classrooms].flatMap(([code, room]) =>
    room.organisation === school && room.endpoint === endpoint ? [code] : [],
  );

function checkParties(row: SeriesRow, end: End, { known, note }: { known: Known; note: Note }): void {
  const school = row[end.school];
  const teacher = known.people.get(row[end.teacher] ?? '');
  const ofClass = known.classes.get(row[end.class] ?? '');
  if (!school) return;
  if (teacher && teacher.organisation !== school) note(end.teacher, { kind: 'foreign', of: school });
  if (teacher && teacher.roles.length > 0 && !teacher.roles.includes('teacher'))
    note(end.teacher, { kind: 'role-missing', role: '教师' });
  if (ofClass && ofClass.organisation !== school) note(end.class, { kind: 'foreign', of: school });
}

function checkEnd(row: SeriesRow, end: End, { known, note }: { known: Known; note: Note }): void {
  const code = row[end.school];
  const school = known.organisations.get(code ?? '');
  if (!code || !school) return;
  const { length: count } = classroomsOf(known, code, end.endpoint);
  if (count !== 1) note(end.school, { kind: 'classroom-count', count, endpoint: end.word });
  const isTermKnown = [...known.terms.keys()].some((key) => key.startsWith(`${row.term ?? ''}|`));
  if (row.term && isTermKnown && !known.terms.has(`${row.term}|${school.side}`))
    note('term', { kind: 'no-such-term', side: code });
}

function checkPartners(row: SeriesRow, known: Known, note: Note): void {
  const { presentingSchool: a, receivingSchool: b } = row;
  const areKnown = a && b && known.organisations.has(a) && known.organisations.has(b);
  if (!areKnown || known.partnerships.has(`${a}|${b}`) || known.partnerships.has(`${b}|${a}`)) return;
  note('receivingSchool', { kind: 'not-partners', schools: [a, b] });
}

function checkPlace(row: SeriesRow, known: Known, note: Note): void {
  const school = known.organisations.get(row.presentingSchool ?? '');
  if (!school) return;
  const periods = known.bells.get(school.bell ?? '')?.periods ?? [];
  if (row.period && !periods.includes(row.period)) note('period', { kind: 'no-such-period', periods });
  const weekCount = known.terms.get(`${row.term ?? ''}|${school.side}`)?.weekCount;
  const weeks = parseWeeks(row.weeks ?? '');
  if (weekCount && weeks.ok && (weeks.value.at(-1) ?? 0) > weekCount)
    note('weeks', { kind: 'week-beyond-term', weekCount });
}

/** Everything that a series needs of the register before it can be a draft. */
export function checkSeries(values: Readonly<Record<string, unknown>>, known: Known, note: Note): void {
  const row = values as SeriesRow;
  for (const end of ends) {
    checkParties(row, end, { known, note });
    checkEnd(row, end, { known, note });
  }
  checkPartners(row, known, note);
  checkPlace(row, known, note);
}
