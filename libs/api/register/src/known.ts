import { categoryOf, type SideId } from '@qinglan/domain';
import { bellsOf } from './check-bells';
import type { SheetRecord } from './read-table';

/** What the rules look at of everything that can be referred to, by code. */
export interface Known {
  /** Ids of the regions by their names. */
  readonly sides: ReadonlyMap<string, SideId>;
  readonly bells: Map<string, { readonly name: string; readonly periods: readonly number[] }>;
  readonly organisations: Map<
    string,
    { readonly category: string; readonly side: SideId; readonly bell: string | null }
  >;
  readonly classrooms: Map<string, { readonly organisation: string; readonly endpoint: string }>;
  readonly classes: Map<string, { readonly organisation: string }>;
  readonly people: Map<string, { readonly organisation: string; readonly roles: readonly string[] }>;
  /** By both codes, supporting school first. */
  readonly partnerships: Map<string, { readonly toDay: string | null }>;
  /** By code and region. */
  readonly terms: Map<string, { readonly weekCount: number }>;
  readonly studios: Map<string, object>;
  /** `number`: year, category and number in one text; null where the item has no number. */
  readonly items: Map<string, { readonly number: string | null }>;
}

/** What is known of a sheet's codes; a term is meant by its code alone, whichever region it is of. */
export function codesOf(known: Known, sheet: string): ReadonlyMap<string, unknown> | ReadonlySet<string> {
  const bySheet: Readonly<Record<string, () => ReadonlyMap<string, unknown> | ReadonlySet<string>>> = {
    作息: () => known.bells,
    单位: () => known.organisations,
    教室: () => known.classrooms,
    班级: () => known.classes,
    人员: () => known.people,
    学期: () => new Set([...known.terms.keys()].map((key) => key.split('|', 1)[0] ?? '')),
    工作室: () => known.studios,
    项目: () => known.items,
  };
  return bySheet[sheet]?.() ?? new Set<string>();
}

type Values = Readonly<Record<string, unknown>>;
type Learn = (known: Known, values: Values) => void;

const text = (value: unknown) => (typeof value === 'string' ? value : '');

function learnOrganisation({ organisations, sides }: Known, values: Values): void {
  const side = sides.get(text(values['side'])) ?? '';
  const bell = text(values['bell']) || null;
  organisations.set(text(values['code']), { category: text(values['category']), side, bell });
}

/** What no other item of a category and a year may have; the category as it is kept. */
export function itemNumber(values: Values): string | null {
  const ordinal = values['ordinal'];
  if (typeof ordinal !== 'number') return null;
  const { category, categoryWords } = categoryOf(text(values['category']));
  return [values['year'], category, categoryWords ?? '', ordinal].join('|');
}

function learnItem({ items }: Known, values: Values): void {
  const code = text(values['code']);
  // A file without numbers leaves the number that is known.
  const number = values['ordinal'] === undefined ? (items.get(code)?.number ?? null) : itemNumber(values);
  items.set(code, { number });
}

const learners: Readonly<Record<string, Learn>> = {
  单位: learnOrganisation,
  学期: ({ terms, sides }, values) =>
    terms.set(`${text(values['code'])}|${sides.get(text(values['side'])) ?? ''}`, {
      weekCount: Number(values['weekCount'] ?? 30),
    }),
  教室: ({ classrooms }, values) =>
    classrooms.set(text(values['code']), {
      organisation: text(values['organisation']),
      endpoint: text(values['endpoint']),
    }),
  班级: ({ classes }, values) => classes.set(text(values['code']), { organisation: text(values['organisation']) }),
  学校结对: ({ partnerships }, values) => {
    const key = `${text(values['supporting'])}|${text(values['receiving'])}`;
    if (!partnerships.has(key)) partnerships.set(key, { toDay: null });
  },
  人员: ({ people }, values) => {
    const roles = Array.isArray(values['roles']) ? values['roles'].map(String) : [];
    people.set(text(values['code']), { organisation: text(values['organisation']), roles });
  },
  工作室: ({ studios }, values) => studios.set(text(values['code']), {}),
  项目: learnItem,
};

function learnBells({ bells }: Known, records: readonly SheetRecord[]): void {
  for (const { code, seasons } of bellsOf(records)) {
    const lessons = seasons.flatMap(({ lines }) => lines.map(({ row }) => row)).filter(({ kind }) => kind === 'lesson');
    const periods = [...new Set(lessons.map(({ number }) => number))].sort((a, b) => a - b);
    bells.set(code, { name: bells.get(code)?.name ?? code, periods });
  }
  // A bell with a fault is named already; its schools need not be faults too.
  for (const { values } of records) {
    const code = text(values['code']);
    if (code !== '' && !bells.has(code)) bells.set(code, { name: code, periods: [] });
  }
}

/** Adds what the sheets bring, so that references hold across the files of one request in any order. */
export function learn(
  known: Known,
  tables: readonly { readonly sheet: string; readonly records: readonly SheetRecord[] }[],
): void {
  for (const { sheet, records } of tables) {
    if (sheet === '作息') learnBells(known, records);
    for (const { values } of records) learners[sheet]?.(known, values);
  }
}
