import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideEvidence, isLink } from './evidence';

const unclear = { ok: false, refusal: { kind: 'evidence-unclear' } };

describe('evidence', () => {
  it.each([
    ['听课本第12页', 'words'],
    ['  教研室文件夹 2026-09  ', 'words'],
    ['备注: 与李老师同去', 'words'],
    ['https://school.example/plans/12.pdf', 'link'],
    ['HTTPS://School.example', 'link'],
  ])('%s is %s', (typed, kind) => {
    expect(decideEvidence(typed)).toEqual({ ok: true, value: { kind, text: typed.trim() } });
  });

  it.each([
    '',
    '   ',
    'http://school.example/a',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'https://',
    'https://user:pass@school.example',
    'https://school.example/a b',
    'file:///etc/passwd',
  ])('%j is refused', (typed) => {
    expect(decideEvidence(typed)).toEqual(unclear);
  });

  it('is a link only where a browser goes to https', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.webUrl().map((url) => url.replace('https', 'http')),
        ),
        (typed) => {
          const read = decideEvidence(typed);
          if (read.ok && read.value.kind === 'link')
            expect(read.value.text.toLowerCase().startsWith('https://')).toBe(true);
          if (isLink(typed)) expect(decideEvidence(typed)).toMatchObject({ ok: true, value: { kind: 'link' } });
        },
      ),
    );
  });
});
