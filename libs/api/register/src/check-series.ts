import { lastWeek, parseWeeks } from '@qinglan/domain';
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

interface Facts {
  readonly known: Known;
  readonly note: Note;
}

function checkTeacher(row: SeriesRow, end: End, { known, note }: Facts): void {
  const teacher = known.people.get(row[end.teacher] ?? '');
  const school = row[end.school];
  if (!teacher || !school) return;
  if (teacher.organisation !== school) note(end.teacher, { kind: 'foreign', of: school });
  // Without any role the cell of the roles is the fault.
  const isNone = teacher.roles.length > 0 && !teacher.roles.includes('teacher');
  if (isNone) note(end.teacher, { kind: 'role-missing', role: '教师' });
}

function checkClass(row: SeriesRow, end: End, { known, note }: Facts): void {
  const ofClass = known.classes.get(row[end.class] ?? '');
  const school = row[end.school];
  if (ofClass && school && ofClass.organisation !== school) note(end.class, { kind: 'foreign', of: school });
}

function checkClassroom(row: SeriesRow, end: End, { known, note }: Facts): void {
  const code = row[end.school] ?? '';
  if (!known.organisations.has(code)) return;
  const { length: count } = classroomsOf(known, code, end.endpoint);
  if (count !== 1) note(end.school, { kind: 'classroom-count', count, endpoint: end.word });
}

function checkTerm(row: SeriesRow, end: End, { known, note }: Facts): void {
  const code = row[end.school] ?? '';
  const school = known.organisations.get(code);
  const { term } = row;
  if (!school || !term || known.terms.has(`${term}|${school.side}`)) return;
  const isTermKnown = [...known.terms.keys()].some((key) => key.startsWith(`${term}|`));
  if (isTermKnown) note('term', { kind: 'no-such-term', side: code });
}

function checkPartners(row: SeriesRow, known: Known, note: Note): void {
  const { presentingSchool: a, receivingSchool: b } = row;
  const areKnown = a && b && known.organisations.has(a) && known.organisations.has(b);
  if (!areKnown || known.partnerships.has(`${a}|${b}`) || known.partnerships.has(`${b}|${a}`)) return;
  note('receivingSchool', { kind: 'not-partners', schools: [a, b] });
}

function checkPeriod({ presentingSchool, period }: SeriesRow, known: Known, note: Note): void {
  const school = known.organisations.get(presentingSchool ?? '');
  const periods = known.bells.get(school?.bell ?? '')?.periods ?? [];
  if (school && period && !periods.includes(period)) note('period', { kind: 'no-such-period', periods });
}

function checkWeeks(row: SeriesRow, known: Known, note: Note): void {
  const side = known.organisations.get(row.presentingSchool ?? '')?.side ?? '';
  const weekCount = known.terms.get(`${row.term ?? ''}|${side}`)?.weekCount ?? lastWeek;
  const read = parseWeeks(row.weeks ?? '');
  const isBeyond = read.ok && read.value.some((week) => week > weekCount);
  if (isBeyond) note('weeks', { kind: 'week-beyond-term', weekCount });
}

/** Everything that a series needs of the register before it can be a draft. */
export function checkSeries(values: Readonly<Record<string, unknown>>, known: Known, note: Note): void {
  const row = values as SeriesRow;
  for (const end of ends) {
    for (const check of [checkTeacher, checkClass, checkClassroom, checkTerm]) check(row, end, { known, note });
  }
  for (const check of [checkPartners, checkPeriod, checkWeeks]) check(row, known, note);
}
