import { describe, expect, it } from '@jest/globals';
import { loggedError } from './logging';

describe('what is logged of an error', () => {
  it('keeps its kind, words and constraint, and leaves out the row that it met', () => {
    const error = Object.assign(new Error('duplicate key value'), {
      code: '23505',
      constraint: 'person_code_once',
      detail: 'Key (code, name)=(HZ-YQ-T1, 王老师) already exists.',
      where: 'COPY person, line 1: "王老师"',
    });
    expect(loggedError(error)).toMatchObject({ message: 'duplicate key value', code: '23505' });
    expect(loggedError(error)).toMatchObject({ constraint: 'person_code_once' });
    expect(JSON.stringify(loggedError(error))).not.toContain('王老师');
  });

  it('passes on what is no error', () => {
    expect(loggedError(undefined)).toBeUndefined();
  });
});
