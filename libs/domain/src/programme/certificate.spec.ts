import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { certificateBytes, certificateCode, decideCertificate, readCertificateCode } from './certificate';

const random = fc.uint8Array({ minLength: certificateBytes, maxLength: certificateBytes });

describe('the code of a certificate', () => {
  it('has sixteen signs in groups of four, and is read as it was made, however it is typed', () => {
    fc.assert(
      fc.property(random, (bytes) => {
        const code = certificateCode(bytes);
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(readCertificateCode(code)).toBe(code);
        const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
        expect(readCertificateCode(` ${typed} `)).toBe(code);
      }),
    );
  });

  it('uses every bit', () => {
    fc.assert(
      fc.property(random, random, (a, b) => {
        expect(certificateCode(a) === certificateCode(b)).toBe(a.join() === b.join());
      }),
    );
  });

  it.each(['', '7K3M', '7K3M-9QXA-20BD-ZZ4', '7K3M-9QXA-20BD-ZZ4EE', '7K3M-9QXA-20BD-ZZ4U', '证书'])(
    'is not %j',
    (typed) => {
      expect(readCertificateCode(typed)).toBeNull();
    },
  );
});

describe('a certificate', () => {
  it('is for who completed', () => {
    expect(decideCertificate({ state: 'enrolled', completed: true }).ok).toBe(true);
    expect(decideCertificate({ state: 'enrolled', completed: null }).ok).toBe(false);
    expect(decideCertificate({ state: 'enrolled', completed: false }).ok).toBe(false);
    expect(decideCertificate({ state: 'withdrawn', completed: true }).ok).toBe(false);
  });
});
