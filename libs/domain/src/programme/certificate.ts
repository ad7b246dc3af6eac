import { accept, refuse, type Result } from '../kernel';
import type { StandingEnrolment } from './enrolment';

/** The signs of a code: none that is read as another one (no I, L, O, U). */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** How many signs a code has: eighty bits, which nobody guesses. */
const length = 16;

/** How many random bytes a code is made of. */
export const certificateBytes = 10;

/** The code of a certificate from random bytes, in groups of four: `7K3M-9QXA-20BD-ZZ4E`. */
export function certificateCode(random: Uint8Array): string {
  const bits = [...random.slice(0, certificateBytes)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const all = (bits.match(/.{5}/g) ?? []).map((five) => signs.charAt(Number.parseInt(five, 2)));
  return (all.join('').match(/.{4}/g) ?? []).join('-');
}

const meant: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };

/** A code as somebody typed it from paper, made right; null where it cannot be one. */
export function readCertificateCode(typed: string): string | null {
  const bare = typed.toUpperCase().replaceAll(/[\s\-–—]/g, '');
  const right = [...bare].map((sign) => meant[sign] ?? sign).join('');
  const isCode = right.length === length && [...right].every((sign) => signs.includes(sign));
  return isCode ? (right.match(/.{4}/g) ?? []).join('-') : null;
}

/** Only who completed is certified. */
export function decideCertificate(
  standing: Pick<StandingEnrolment, 'state' | 'completed'>,
): Result<true, { readonly kind: 'not-completed' }> {
  return standing.state === 'enrolled' && standing.completed === true
    ? accept(true)
    : refuse({ kind: 'not-completed' });
}
