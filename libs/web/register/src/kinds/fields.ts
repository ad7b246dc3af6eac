import type { Choice } from '@qinglan/web-ui';
import type { FieldSpec } from '../entries/entry';
import type { EntryWords } from '../entries/entry-words';

const wordsOf =
  (field: string, values: readonly string[]) =>
  (_: unknown, words: EntryWords): readonly Choice[] =>
    values.map((value) => ({ value, label: words.word(field, value) }));

/** A field whose choices are the words of an enumeration. */
export const wordField = (name: string, values: readonly string[], more: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  control: 'choice',
  choices: wordsOf(name, values),
  ...more,
});

export const codeField: FieldSpec = { name: 'code', control: 'code', hinted: true, longest: 40 };

export const nameField = (longest: number): FieldSpec => ({ name: 'name', control: 'text', longest });

/** How sure the row is; there is no usual answer, so none is filled in. */
export const evidenceField: FieldSpec = wordField('evidence', ['stated', 'inferred', 'demo'], { hinted: true });

/** Whose entry it is: any organisation, or the own school for those who keep one. */
export const ownerField: FieldSpec = {
  name: 'organisationId',
  control: 'search',
  choices: (register) => register.keptChoices(),
};

export const sideField: FieldSpec = {
  name: 'sideId',
  control: 'choice',
  choices: (register) => register.sideChoices(),
};
