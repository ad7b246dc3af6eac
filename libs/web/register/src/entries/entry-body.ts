import type { Draft, DraftValue, Entry, EntryKind, FieldSpec } from './entry';
import type { EntryWords } from './entry-words';

type Body = Readonly<Record<string, unknown>>;

/** The text that a control shows for what an entry holds. */
export function draftOf(fields: readonly FieldSpec[], row: Entry | null): Draft {
  const held = (row ?? {}) as unknown as Body;
  return Object.fromEntries(fields.map((field) => [field.name, textOf(field, held[field.name])]));
}

function textOf(field: FieldSpec, value: unknown): DraftValue {
  if (field.control === 'ticks') return Array.isArray(value) ? value.map(String) : [];
  return value === null || value === undefined ? '' : String(value);
}

/** What is sent: a field that is not shown is sent empty, so that nothing hidden is kept by mistake. */
export function bodyOf(shown: readonly FieldSpec[], fields: readonly FieldSpec[], draft: Draft): Body {
  return Object.fromEntries(
    fields.map((field) => [field.name, valueOf(field, shown.includes(field) ? draft[field.name] : '')]),
  );
}

function valueOf(field: FieldSpec, given: DraftValue | undefined): unknown {
  if (field.control === 'ticks') return given ?? [];
  const text = String(given ?? '').trim();
  if (text === '') return field.blank ?? null;
  return field.control === 'number' || field.numeric ? Number(text) : text;
}

interface Filled {
  readonly kind: EntryKind;
  readonly body: Body;
  readonly draft: Draft;
  readonly words: EntryWords;
}

/** What is wrong with a filled form, by field, in words; the contract's schema decides. */
export function faultsOf({ kind, body, draft, words }: Filled): Readonly<Record<string, string>> {
  const rules = Object.entries(kind.check?.(draft) ?? {}).map(([name, key]) => [name, words.say(`fault.${key}`)]);
  const issues = kind.schema.safeParse(body).error?.issues ?? [];
  const named = issues.map((issue) => String(issue.path[0]));
  const bySchema = kind.fields
    .filter((field) => named.includes(field.name) || isMissing(field, body[field.name], draft))
    .map((field) => [field.name, faultText(field, body[field.name], words)]);
  return Object.fromEntries([...rules, ...bySchema]);
}

const isEmpty = (value: unknown) => value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Some fields may be empty by the schema because others decide it. */
const isMissing = (field: FieldSpec, value: unknown, draft: Draft) =>
  !field.optional && isEmpty(value) && (field.isShown?.(draft) ?? true);

function faultText(field: FieldSpec, value: unknown, words: EntryWords): string {
  if (isEmpty(value)) return words.say('fault.needed');
  return words.say(`fault.${field.control}`, { longest: field.longest ?? null });
}
