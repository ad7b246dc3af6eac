import { listClasses, saveClass, type ReplyOf } from '@qinglan/contracts';
import type { EntryKind } from '../entries/entry';
import { codeField, nameField, ownerField } from './fields';
import { bodyAs, paramsAs, queryAs } from './wire';

type SchoolClass = ReplyOf<typeof saveClass>;

/** Classes of pupils: a name and a number, never pupils. */
export const classKind: EntryKind<SchoolClass> = {
  kind: 'class',
  words: 'classes',
  searched: true,
  filters: ['organisationId'],
  columns: [
    { key: 'name' },
    { key: 'code' },
    { key: 'organisationId', text: (row) => row.organisation },
    { key: 'grade' },
    { key: 'roll', numeric: true },
  ],
  fields: [
    ownerField,
    nameField(60),
    codeField,
    { name: 'grade', control: 'text', longest: 30, hinted: true },
    { name: 'roll', control: 'number', optional: true, hinted: true },
  ],
  schema: saveClass.body,
  fieldOf: { 'code-taken': 'code' },
  nameOf: (row) => row.name,
  schoolsOf: (row) => [row.organisationId],
  list: (api, question) => api.call(listClasses, { query: queryAs(listClasses, question) }),
  save: (api, change) =>
    api.call(saveClass, {
      params: paramsAs(saveClass, { classId: change.id }),
      body: bodyAs(saveClass, change.body),
      version: change.version,
    }),
};
