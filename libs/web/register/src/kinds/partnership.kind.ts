import { listPartnerships, savePartnership, type ReplyOf } from '@qinglan/contracts';
import type { Draft, EntryKind, FieldSpec } from '../entries/entry';
import { evidenceField } from './fields';
import { bodyAs, paramsAs, queryAs } from './wire';

type Partnership = ReplyOf<typeof savePartnership>;

const schoolField = (name: string): FieldSpec => ({
  name,
  control: 'search',
  choices: (register) => register.schoolChoices(),
});

function check(draft: Draft): Readonly<Record<string, string>> {
  const isSame = draft['supportingSchoolId'] !== '' && draft['supportingSchoolId'] === draft['receivingSchoolId'];
  const endsBefore = draft['toDay'] !== '' && String(draft['toDay']) < String(draft['fromDay']);
  return { ...(isSame && { receivingSchoolId: 'sameSchool' }), ...(endsBefore && { toDay: 'endsBeforeStart' }) };
}

/** Two schools that teach together. */
export const partnershipKind: EntryKind<Partnership> = {
  kind: 'partnership',
  words: 'partnerships',
  searched: false,
  filters: ['organisationId'],
  columns: [
    { key: 'supportingSchoolId', text: (row) => row.supportingSchool },
    { key: 'receivingSchoolId', text: (row) => row.receivingSchool },
    { key: 'fromDay' },
    { key: 'toDay', text: (row, words) => words.value('toDay', row.toDay) ?? words.say('partnerships.open') },
    { key: 'evidence', wideOnly: true },
  ],
  fields: [
    schoolField('supportingSchoolId'),
    schoolField('receivingSchoolId'),
    { name: 'fromDay', control: 'day' },
    { name: 'toDay', control: 'day', optional: true, hinted: true },
    evidenceField,
  ],
  schema: savePartnership.body,
  fieldOf: { 'code-taken': 'receivingSchoolId' },
  nameOf: (row) => `${row.supportingSchool} – ${row.receivingSchool}`,
  schoolsOf: (row) => [row.supportingSchoolId, row.receivingSchoolId],
  check,
  list: (api, question) => api.call(listPartnerships, { query: queryAs(listPartnerships, question) }),
  save: (api, change) =>
    api.call(savePartnership, {
      params: paramsAs(savePartnership, { partnershipId: change.id }),
      body: bodyAs(savePartnership, change.body),
      version: change.version,
    }),
};
