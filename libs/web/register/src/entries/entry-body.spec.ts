import { describe, expect, it } from '@jest/globals';
import { classroomEndpoint, saveClassroom } from '@qinglan/contracts';
import type { Draft, EntryKind, FieldSpec } from './entry';
import { bodyOf, draftOf, faultsOf } from './entry-body';
import type { EntryWords } from './entry-words';

const organisationId = '0b6b5a3e-6a55-4c0e-9d35-0d2b7a1c9f10';
const fields: readonly FieldSpec[] = [
  { name: 'organisationId', control: 'search' },
  { name: 'name', control: 'text', longest: 60 },
  { name: 'code', control: 'code' },
  {
    name: 'endpoint',
    control: 'choice',
    choices: () => classroomEndpoint.options.map((value) => ({ value, label: value })),
  },
  { name: 'seats', control: 'number', optional: true, isShown: (draft) => draft['endpoint'] === 'receiving' },
  { name: 'evidence', control: 'choice' },
];
const words = { say: (key: string) => key } as unknown as EntryWords;
const kind = { fields, schema: saveClassroom.body } as unknown as EntryKind;
const filled: Draft = {
  organisationId,
  name: ' 远程互动教室 ',
  code: 'AK-SH-R1',
  endpoint: 'receiving',
  seats: '56',
  evidence: 'stated',
};
const shownOf = (draft: Draft) => fields.filter((field) => field.isShown?.(draft) ?? true);
const faults = (draft: Draft, more: Partial<EntryKind> = {}) =>
  faultsOf({ kind: { ...kind, ...more } as EntryKind, body: bodyOf(shownOf(draft), fields, draft), draft, words });

describe('the body of a form', () => {
  it('is trimmed, has numbers as numbers and empty fields as null', () => {
    expect(bodyOf(fields, fields, { ...filled, seats: '' })).toMatchObject({ name: '远程互动教室', seats: null });
    expect(bodyOf(fields, fields, filled)).toMatchObject({ seats: 56 });
  });

  it('sends nothing of what is not shown', () => {
    const draft = { ...filled, endpoint: 'presenting' };
    expect(bodyOf(shownOf(draft), fields, draft)).toMatchObject({ seats: null });
  });

  it('becomes the same form again', () => {
    const row = { id: 'x', version: 1, ...bodyOf(fields, fields, filled) };
    expect(draftOf(fields, row)).toEqual({ ...filled, name: '远程互动教室' });
    expect(draftOf(fields, null)['name']).toBe('');
  });
});

describe('the faults of a form', () => {
  it('are none where the contract accepts it', () => {
    expect(faults(filled)).toEqual({});
  });

  it('stand at their fields: what is missing, and what does not fit', () => {
    expect(faults({ ...filled, name: ' ', code: '教室', seats: '0' })).toEqual({
      name: 'fault.needed',
      code: 'fault.code',
      seats: 'fault.number',
    });
  });

  it('include the rules between fields', () => {
    expect(faults(filled, { check: () => ({ seats: 'tooFew' }) })).toEqual({ seats: 'fault.tooFew' });
  });
});
