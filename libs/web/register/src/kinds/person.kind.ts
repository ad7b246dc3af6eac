import { listPeople, role, savePerson, type ReplyOf } from '@qinglan/contracts';
import type { EntryKind } from '../entries/entry';
import { codeField, evidenceField, nameField, ownerField } from './fields';
import { bodyAs, paramsAs, queryAs } from './wire';

type Person = ReplyOf<typeof savePerson>;

/** Whom only administrators name. */
const raisedRoles: readonly string[] = ['administrator', 'viewer'];

/** Teachers, coordinators, mentors, mentees, administrators and viewers. */
export const personKind: EntryKind<Person> = {
  kind: 'person',
  words: 'people',
  searched: true,
  filters: ['organisationId', 'role'],
  columns: [
    { key: 'personName', text: (row) => row.name },
    { key: 'personCode', text: (row) => row.code },
    { key: 'organisationId', text: (row) => row.organisation },
    { key: 'roles' },
    { key: 'subject' },
    { key: 'cohort', wideOnly: true },
    { key: 'evidence', wideOnly: true },
  ],
  fields: [
    ownerField,
    { ...nameField(120), label: 'personName', hinted: true },
    { ...codeField, label: 'personCode', hinted: false },
    {
      name: 'roles',
      control: 'ticks',
      hinted: true,
      choices: (register, words) =>
        role.options
          .filter((value) => register.isAdministrator() || !raisedRoles.includes(value))
          .map((value) => ({ value, label: words.word('roles', value) })),
    },
    { name: 'subject', control: 'text', longest: 60, optional: true },
    { name: 'cohort', control: 'text', longest: 60, optional: true, hinted: true },
    evidenceField,
  ],
  schema: savePerson.body,
  fieldOf: { 'code-taken': 'code' },
  nameOf: (row) => row.name,
  schoolsOf: (row) => [row.organisationId],
  rolesOf: (row) => row.roles,
  list: (api, question) => api.call(listPeople, { query: queryAs(listPeople, question) }),
  save: (api, change) =>
    api.call(savePerson, {
      params: paramsAs(savePerson, { personId: change.id }),
      body: bodyAs(savePerson, change.body),
      version: change.version,
    }),
};
