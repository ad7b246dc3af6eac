import { listOrganisations, organisationCategory, saveOrganisation, stage, type ReplyOf } from '@qinglan/contracts';
import type { EntryKind } from '../entries/entry';
import { codeField, evidenceField, nameField, sideField, wordField } from './fields';
import { bodyAs, paramsAs, queryAs } from './wire';

type Organisation = ReplyOf<typeof saveOrganisation>;

/** Schools, hospitals, delegations, universities and headquarters. */
export const organisationKind: EntryKind<Organisation> = {
  kind: 'organisation',
  words: 'organisations',
  searched: true,
  filters: ['sideId', 'category'],
  columns: [
    { key: 'name' },
    { key: 'code' },
    {
      key: 'category',
      text: ({ category, stage: taught }, words) =>
        [words.value('category', category), words.value('stage', taught)].filter(Boolean).join(' · '),
    },
    { key: 'sideId' },
    { key: 'bellScheduleCode' },
    { key: 'evidence', wideOnly: true },
  ],
  fields: [
    nameField(120),
    { name: 'shortName', control: 'text', longest: 60 },
    codeField,
    wordField('category', organisationCategory.options),
    wordField('stage', stage.options, { optional: true, isShown: (draft) => draft['category'] === 'school' }),
    sideField,
    {
      name: 'bellScheduleCode',
      control: 'search',
      optional: true,
      choices: (register) => register.bellChoices(),
      isShown: (draft) => draft['category'] === 'school',
    },
    evidenceField,
  ],
  schema: saveOrganisation.body,
  fieldOf: { 'code-taken': 'code' },
  nameOf: (row) => row.name,
  schoolsOf: (row) => [row.id],
  list: (api, question) => api.call(listOrganisations, { query: queryAs(listOrganisations, question) }),
  save: (api, change) =>
    api.call(saveOrganisation, {
      params: paramsAs(saveOrganisation, { organisationId: change.id }),
      body: bodyAs(saveOrganisation, change.body),
      version: change.version,
    }),
};
