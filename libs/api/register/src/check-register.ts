import { checkItem } from './check-items';
import { checkSeries } from './check-series';
import { FaultList, type Note } from './fault';
import { codesOf, type Known } from './known';
import type { ReadTable } from './read-files';
import type { SheetRecord } from './read-table';
import { sheetNamed, sheets } from './sheets';

type Check = (values: SheetRecord['values'], known: Known, note: Note) => void;

/** The word that stands for the whole country in 校历. */
export const nation = '国家';

function checkSide({ side }: SheetRecord['values'], known: Known, note: Note): void {
  if (typeof side !== 'string' || known.sides.has(side)) return;
  note('side', { kind: 'unknown-scope', choices: [...known.sides.keys()] });
}

function checkScope({ scope }: SheetRecord['values'], known: Known, note: Note): void {
  if (typeof scope !== 'string' || scope === nation) return;
  if (known.sides.has(scope) || known.organisations.has(scope)) return;
  note('scope', { kind: 'unknown-scope', choices: [nation, ...known.sides.keys()] });
}

/** A known organisation that is not a school; unknown ones are named already. */
const checkSchool =
  (...fields: readonly string[]): Check =>
  (values, known, note) => {
    for (const field of fields) {
      const category = known.organisations.get(String(values[field]))?.category;
      if (category && category !== 'school') note(field, { kind: 'not-a-school' });
    }
  };

const wanted: readonly (readonly [field: string, role: string, word: string])[] = [
  ['mentor', 'mentor', '导师'],
  ['mentee', 'mentee', '学员'],
];

function checkPairing(values: SheetRecord['values'], known: Known, note: Note): void {
  for (const [field, role, word] of wanted) {
    const person = known.people.get(String(values[field]));
    if (person && person.roles.length > 0 && !person.roles.includes(role))
      note(field, { kind: 'role-missing', role: word });
  }
}

const checks: Readonly<Record<string, readonly Check[]>> = {
  单位: [checkSide],
  学期: [checkSide],
  校历: [checkScope],
  班级: [checkSchool('organisation')],
  学校结对: [checkSchool('supporting', 'receiving')],
  师徒结对: [checkPairing],
  项目: [checkItem],
  远程课: [checkSchool('presentingSchool', 'receivingSchool'), checkSeries],
};

/** The codes that each column refers to, looked up once and not for every row. */
function referencesOf(sheet: string, known: Known) {
  return Object.entries(sheetNamed(sheet).columns).flatMap(([field, { reading }]) =>
    reading.refersTo ? [{ field, sheet: reading.refersTo, codes: codesOf(known, reading.refersTo) }] : [],
  );
}

function checkTable(table: ReadTable, known: Known, faults: FaultList): void {
  const { columns } = sheetNamed(table.sheet);
  const references = referencesOf(table.sheet, known);
  for (const { line, values, texts } of table.records) {
    const note: Note = (field, what) =>
      faults.add({ row: line, column: columns[field]?.heading ?? null, value: texts[field] || null, what });
    for (const { field, sheet, codes } of references) {
      const unknown = [values[field]].flat().some((code) => typeof code === 'string' && !codes.has(code));
      if (unknown) note(field, { kind: 'unknown-reference', sheet });
    }
    checks[table.sheet]?.forEach((check) => check(values, known, note));
  }
}

const names = new Set(sheets.map(({ name }) => name));

/** What is wrong with each table beside the rest of the register, in the order of the tables. */
export function checkRegister(tables: readonly ReadTable[], known: Known): readonly FaultList[] {
  return tables.map((table) => {
    const faults = new FaultList(table.sheet);
    if (names.has(table.sheet)) checkTable(table, known, faults);
    return faults;
  });
}
