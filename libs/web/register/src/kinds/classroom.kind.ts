import { classroomEndpoint, listClassrooms, saveClassroom, type ReplyOf } from '@qinglan/contracts';
import type { EntryKind } from '../entries/entry';
import { codeField, evidenceField, nameField, ownerField, wordField } from './fields';
import { bodyAs, paramsAs, queryAs } from './wire';

type Classroom = ReplyOf<typeof saveClassroom>;

/** Rooms with remote equipment. */
export const classroomKind: EntryKind<Classroom> = {
  kind: 'classroom',
  words: 'classrooms',
  searched: true,
  filters: ['organisationId'],
  columns: [
    { key: 'name' },
    { key: 'code' },
    { key: 'organisationId', text: (row) => row.organisation },
    { key: 'endpoint' },
    { key: 'seats', numeric: true },
    { key: 'evidence', wideOnly: true },
  ],
  fields: [
    ownerField,
    nameField(60),
    codeField,
    wordField('endpoint', classroomEndpoint.options),
    { name: 'seats', control: 'number', optional: true },
    evidenceField,
  ],
  schema: saveClassroom.body,
  fieldOf: { 'code-taken': 'code' },
  nameOf: (row) => row.name,
  schoolsOf: (row) => [row.organisationId],
  list: (api, question) => api.call(listClassrooms, { query: queryAs(listClassrooms, question) }),
  save: (api, change) =>
    api.call(saveClassroom, {
      params: paramsAs(saveClassroom, { classroomId: change.id }),
      body: bodyAs(saveClassroom, change.body),
      version: change.version,
    }),
};
