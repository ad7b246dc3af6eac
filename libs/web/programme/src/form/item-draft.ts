import type { InputOf, ItemView, saveItem } from '@qinglan/contracts';
import {
  asId,
  decideCertainty,
  type ItemCategory,
  itemCategoryFacts,
  type ItemCertainty,
  itemSpan,
  type OrganisationId,
  readPartialDay,
  type Sourced,
} from '@qinglan/domain';

/** An item as it is typed. */
export interface ItemDraft {
  readonly code: string;
  readonly category: ItemCategory;
  readonly categoryWords: string;
  readonly title: string;
  readonly year: string;
  readonly ordinal: string;
  readonly begins: string;
  readonly ends: string;
  /** What was called off stays so until somebody chooses that it takes place after all. */
  readonly state: ItemView['state'];
  readonly senderId: OrganisationId | null;
  readonly hostId: OrganisationId | null;
  readonly people: string;
  readonly enrolled: string;
  readonly attended: string;
  readonly completed: string;
  readonly certainty: ItemCertainty;
  readonly certaintyRemark: string;
  /** How sure the numbers are; empty: as sure as the item. */
  readonly numbersCertainty: ItemCertainty | '';
  readonly purpose: string;
  readonly source: string;
  readonly note: string;
  readonly capacity: string;
  readonly isOpen: boolean;
}

/** What is sent. */
export type ItemBody = InputOf<typeof saveItem>['body'];
/** What is wrong with a field, as the end of a key of its words. */
export type Faults = Readonly<Partial<Record<keyof ItemDraft, string>>>;

/** A form for something new of a year: whoever writes it down knows of it, until she says that a source does. */
export const emptyDraft = (year: string, category: ItemCategory): ItemDraft => ({
  ...{ code: '', category, categoryWords: '', title: '', year, ordinal: '', begins: '', ends: '', state: 'planned' },
  ...{ senderId: null, hostId: null, people: '', enrolled: '', attended: '', completed: '', certainty: 'recorded' },
  ...{ certaintyRemark: '', numbersCertainty: '', purpose: '', source: '', note: '', capacity: '', isOpen: false },
});

const typed = (value: number | string | null): string => (value === null ? '' : String(value));

/** A form of what stands; what is unknown is an empty field. */
export function draftOf(item: ItemView): ItemDraft {
  const { stated, sender, host, state, category, certainty, isOpen } = item;
  const words = {
    ...{ code: item.code, categoryWords: typed(item.categoryWords), title: item.title, begins: typed(item.begins) },
    ...{ ends: typed(item.ends), certaintyRemark: typed(item.certaintyRemark), purpose: typed(item.purpose) },
    ...{ source: typed(item.source), note: typed(item.note) },
  };
  const numbers = {
    ...{ year: typed(item.year), ordinal: typed(item.ordinal), people: typed(item.people) },
    ...{ enrolled: typed(stated.enrolled), attended: typed(stated.attended), completed: typed(stated.completed) },
    ...{ capacity: typed(item.capacity) },
  };
  const chosen = { category, certainty, numbersCertainty: item.numbersCertainty ?? ('' as const), isOpen, state };
  const organisations = {
    senderId: sender ? asId<OrganisationId>(sender.id) : null,
    hostId: host ? asId<OrganisationId>(host.id) : null,
  };
  return { ...words, ...numbers, ...chosen, ...organisations };
}

const wide = (text: string) => text.normalize('NFKC').trim();

/** `2015年11月3日`, `2015/11/3` and `2015.11` are typed too; null where it is no day, month or year. */
export function readTypedDay(text: string): string | null {
  const parts = wide(text)
    .replace(/[年月/.]/g, '-')
    .replace(/[日\s]/g, '')
    .replace(/-+$/, '')
    .split('-')
    .map((part, at) => (at === 0 ? part : part.padStart(2, '0')));
  const read = readPartialDay(parts.join('-'));
  return read.ok ? read.value.text : null;
}

const wholes = {
  year: [1990, 2100],
  ordinal: [1, 9999],
  people: [0, 1_000_000],
  enrolled: [0, 1_000_000],
  attended: [0, 1_000_000],
  completed: [0, 1_000_000],
  capacity: [1, 100_000],
} as const;

const wholeFields = Object.keys(wholes) as (keyof typeof wholes)[];

/** An empty field is unknown, and 0 is zero. */
export const readTypedNumber = (text: string): number | null => (wide(text) === '' ? null : Number(wide(text)));

function wholeFault(draft: ItemDraft, field: keyof typeof wholes): string | null {
  const text = wide(draft[field]);
  if (text === '') return field === 'year' ? 'missing' : null;
  const [least, most] = wholes[field];
  const value = Number(text);
  return /^\d+$/.test(text) && value >= least && value <= most ? null : 'number';
}

function dayFaults(draft: ItemDraft): Faults {
  const [begins, ends] = [draft.begins, draft.ends].map((text) => (wide(text) === '' ? null : readTypedDay(text)));
  if (wide(draft.begins) !== '' && begins === null) return { begins: 'day' };
  if (wide(draft.ends) !== '' && ends === null) return { ends: 'day' };
  const span = itemSpan({ year: Number(draft.year), begins: begins ?? null, ends: ends ?? null });
  if (span.ok || span.refusal.kind === 'not-a-partial-day') return {};
  return span.refusal.kind === 'days-backwards' ? { ends: 'backwards' } : { begins: 'outsideYear' };
}

const sureOf = ({ certainty, numbersCertainty, source }: ItemDraft): Sourced => ({
  ...{ certainty, numbersCertainty: numbersCertainty || null, source },
});

/** Everything that is wrong with what was typed; `before` is what stands, where something stands. */
export function faultsOf(draft: ItemDraft, before: Sourced | null = null): Faults {
  const numbers = wholeFields.flatMap((field): [string, string][] => {
    const fault = wholeFault(draft, field);
    return fault ? [[field, fault]] : [];
  });
  const needsWords = draft.category === 'other' && draft.categoryWords.trim() === '';
  const needsTitle = draft.title.trim() === '' && wide(draft.ordinal) === '';
  return {
    ...Object.fromEntries(numbers),
    ...(needsWords && { categoryWords: 'missing' }),
    ...(needsTitle && { title: 'missing' }),
    ...(!decideCertainty(sureOf(draft), before).ok && { source: 'unsourced' }),
    ...(numbers.some(([field]) => field === 'year') ? {} : dayFaults(draft)),
  };
}

/** A title that nobody typed is the number alone: 第3期. */
function titleOf({ title, category, ordinal }: ItemDraft): string {
  const isBatch = itemCategoryFacts[category].counter === 'batch';
  return title.trim() || `第${wide(ordinal)}${isBatch ? '批' : '期'}`;
}

const words = (text: string): string | null => text.trim() || null;
const dayIn = (text: string): string | null => (wide(text) === '' ? null : readTypedDay(text));

/** What a form without faults sends. */
export function bodyOf(draft: ItemDraft): ItemBody {
  const { category, state, senderId, hostId, certainty, isOpen } = draft;
  return {
    ...{ state: state === 'cancelled' ? 'planned' : state, revives: state !== 'cancelled' },
    ...{ category, senderId, hostId, certainty, isOpen, title: titleOf(draft), year: Number(wide(draft.year)) },
    ...{ code: words(draft.code), categoryWords: category === 'other' ? words(draft.categoryWords) : null },
    ...{ ordinal: readTypedNumber(draft.ordinal), begins: dayIn(draft.begins), ends: dayIn(draft.ends) },
    ...{ people: readTypedNumber(draft.people), enrolled: readTypedNumber(draft.enrolled) },
    ...{ attended: readTypedNumber(draft.attended), completed: readTypedNumber(draft.completed) },
    numbersCertainty: draft.numbersCertainty || null,
    ...{ certaintyRemark: words(draft.certaintyRemark), purpose: words(draft.purpose), source: words(draft.source) },
    ...{ note: words(draft.note), capacity: readTypedNumber(draft.capacity) },
  };
}
